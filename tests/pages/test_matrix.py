"""/matrix/: Sundays against cities."""

import pytest
from django.test import Client

from tests.factories import make_city, make_count, make_event
from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_each_cell_has_reported_above_documented(client: Client, scene: Scene) -> None:
    page = read(client, "/matrix/")
    head = page.row("Sunday")
    row = dict(zip(head, page.row("8 Nov 2020"), strict=True))
    assert row["Whole country"] == "1,024 3"
    assert row["Not allocated"] == "1,014"
    assert row["Minsk"] == "~ 10 2"
    assert row["Homel"] == "words 1"
    assert row["Hrodna"] == ""


def test_a_cell_without_a_leading_figure_says_what_there_is(client: Client, scene: Scene) -> None:
    make_count(6, city=make_city(name="Presstown"), group="journalists")
    make_event(city=make_city(name="Marchtown"))
    make_count(city=make_city(name="Nobodytown"), qualifier="none_reported")
    page = read(client, "/matrix/")
    row = dict(zip(page.row("Sunday"), page.row("8 Nov 2020"), strict=True))
    assert row["Presstown"] == "other"
    assert row["Marchtown"] == "event"
    assert row["Nobodytown"] == "words"
    told = client.get("/matrix.json").json()
    names = [city["name"] for city in told["cities"]]
    cells = dict(zip(names, told["sundays"][-1]["cells"], strict=True))
    assert (cells["Presstown"]["events"], cells["Presstown"]["figures"]) == (0, 1)
    assert (cells["Marchtown"]["events"], cells["Marchtown"]["figures"]) == (1, 0)


def test_rows_lead_to_sundays_and_columns_to_cities(client: Client, scene: Scene) -> None:
    links = read(client, "/matrix/?by=mvd").links
    assert links["/sundays/2020-09-06/?by=mvd"] == "6 Sep 2020"
    assert links["/cities/hrodna/?by=mvd"] == "Hrodna"
