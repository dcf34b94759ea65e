"""What a page says of a place without a leading figure, where something else is known of it."""

import csv

import pytest
from django.test import Client

from tests.factories import make_city, make_count, make_event, make_region
from tests.pages.reading import read
from tests.pages.scene import ADDRESS

pytestmark = pytest.mark.django_db


def _cells(client: Client, query: str = "") -> dict[str, str]:
    page = read(client, f"/matrix/{query}")
    return dict(zip(page.row("Sunday"), page.row("8 Nov"), strict=True))


def _rows(client: Client, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(client.get(address).content.decode().splitlines()))


def test_a_cell_of_the_matrix_says_that_there_are_other_figures_or_events(client: Client) -> None:
    town, hamlet = make_city(slug="town", name="Town"), make_city(slug="hamlet", name="Hamlet")
    make_count(6, city=town, group="journalists")
    make_event(city=hamlet)
    cells = _cells(client)
    assert (cells["Town"], cells["Hamlet"], cells["Whole country"]) == ("other", "event", "other")
    links = read(client, "/matrix/?by=lowest").links
    assert links["/sundays/2020-11-08/town/?by=lowest"] == "other"
    known = {
        row["city"]: (row["low"], row["events"], row["figures"])
        for row in _rows(client, "/matrix.csv")
    }
    assert known == {"": ("", "1", "1"), "town": ("", "0", "1"), "hamlet": ("", "1", "0")}
    for address in ("/matrix.json", "/api/v1/tallies/matrix/"):
        [sunday] = client.get(address).json()["sundays"]
        cells_of_data = [
            (cell["reported"], cell["events"], cell["figures"]) for cell in sunday["cells"]
        ]
        assert cells_of_data == [(None, 1, 0), (None, 0, 1)]


def test_a_rule_that_passes_a_cell_over_does_not_call_it_empty(client: Client) -> None:
    count = make_count(10, city=make_city(name="Town"))
    silent = make_count(500)
    assert _cells(client, f"?by={count.organisation.slug}")["Town"] == "10"
    assert _cells(client, f"?by={silent.organisation.slug}")["Town"] == "other"


def test_a_region_of_which_only_a_group_was_counted_says_so(client: Client) -> None:
    region = make_region(name="Region of Invention")
    make_count(6, region=region, group="journalists")
    make_count(3, city=make_city(region=region), group="students")
    page = read(client, ADDRESS)
    assert page.row("Region of Invention")[1] == "no leading figure, 2 others"
    [row] = [row for row in _rows(client, "/sundays/2020-11-08.csv") if row["line"] == "region"]
    assert row["figures"] == "2"
    for address in ("/sundays/2020-11-08.json", "/api/v1/tallies/sundays/2020-11-08/"):
        [line] = client.get(address).json()["regions"]
        assert (line["reported"], line["figures"]) == (None, 2)


def test_several_in_a_city_are_told_beside_none_reported_for_the_country(client: Client) -> None:
    make_count(qualifier="none_reported")
    make_count(city=make_city(), phrase="several")
    make_count(city=make_city(), qualifier="none_reported")
    assert read(client, "/sundays/").row("8 Nov 2020")[1] == "without a number, none reported"
    [line] = _rows(client, "/sundays.csv")
    assert line["without_number"] == "unquantified; none_reported"
    for address in ("/sundays.json", "/api/v1/tallies/sundays/"):
        [line] = client.get(address).json()["sundays"]
        assert line["without_number"] == ["unquantified", "none_reported"]
    assert read(client, ADDRESS).parts["figure"] == ["Reported, but not in numbers"]
