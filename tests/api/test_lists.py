"""What all lists have in common: pages, orders, keys, counts, and what they cost."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from detentions.models import City
from detentions.records import RESOURCES, expandable
from tests.api.asking import ROOT, ask, refused, results, told
from tests.factories import (
    SUNDAY,
    make_citation,
    make_city,
    make_count,
    make_detention,
    make_event,
    make_region,
)

pytestmark = pytest.mark.django_db

KINDS = sorted(RESOURCES)


def _walk(path: str, **parameters: Any) -> list[list[str]]:
    """Follow `next` to the end; return the ids of each page."""
    pages, address = [], None
    while True:
        page = Client().get(address).json() if address else told(path, **parameters)
        pages.append([record["id"] for record in page["results"]])
        address = page["next"]
        if address is None:
            return pages


def make_one_of_everything() -> None:
    """A public record of each kind, all hanging together."""
    region = make_region()
    event = make_event(city=make_city(region=region))
    detention = make_detention(event=event, roles=["journalist"], steps=["held", "released"])
    make_citation(detention=detention)
    make_count(9, event=event, region=region)


@pytest.mark.parametrize("order", ["version", "-version", "date", "-date"])
def test_pages_hold_every_record_once_in_order(order: str) -> None:
    for number in range(7):
        make_detention(version=number // 3, date=SUNDAY + timedelta(days=7 * (number % 2)))
    pages = _walk("detentions/", ordering=order, page_size=2)
    assert [len(page) for page in pages] == [2, 2, 2, 1]
    walked = [pk for page in pages for pk in page]
    listed = results("detentions/", ordering=order)
    assert walked == [record["id"] for record in listed]
    column = order.removeprefix("-")
    places = [(record[column], record["id"]) for record in listed]
    assert places == sorted(places, reverse=order.startswith("-"))


@pytest.mark.parametrize("order", ["version", "-date"])
def test_previous_leads_back_over_the_same_pages(order: str) -> None:
    for number in range(5):
        make_detention(version=number, date=SUNDAY - timedelta(days=number % 2))
    first = told("detentions/", ordering=order, page_size=2)
    assert first["previous"] is None
    second = Client().get(first["next"]).json()
    third = Client().get(second["next"]).json()
    assert third["next"] is None
    back = Client().get(third["previous"]).json()
    assert back["results"] == second["results"]
    assert Client().get(back["previous"]).json()["results"] == first["results"]


def test_a_record_added_meanwhile_shifts_nothing() -> None:
    for number in range(4):
        make_detention(version=number + 1)
    first = told("detentions/", page_size=2)
    make_detention(version=0)
    second = Client().get(first["next"]).json()
    seen = [record["version"] for page in (first, second) for record in page["results"]]
    assert seen == [1, 2, 3, 4]


def test_the_link_header_says_what_the_body_says() -> None:
    for number in range(3):
        make_city(version=number)
    first = ask("cities/", page_size=1)
    link = first.json()["next"]
    assert first.headers["Link"] == f'<{link}>; rel="next"'
    second = Client().get(link)
    body = second.json()
    expected = f'<{body["next"]}>; rel="next", <{body["previous"]}>; rel="prev"'
    assert second.headers["Link"] == expected


def test_links_keep_the_other_parameters() -> None:
    for _number in range(2):
        make_detention(date=SUNDAY)
    link = told("detentions/", sunday="2020-11-08", page_size=1, fields="id,date")["next"]
    assert "sunday=2020-11-08" in link
    assert set(Client().get(link).json()["results"][0]) == {"id", "date"}


def test_partners_keep_up_by_asking_for_what_changed_after_their_version() -> None:
    for version in (1, 2, 3):
        make_detention(version=version)
    changed = results("detentions/", changed_after=1)
    assert [record["version"] for record in changed] == [2, 3]


def test_a_total_comes_only_when_asked_for() -> None:
    for _number in range(3):
        make_city()
    assert "count" not in told("cities/")
    assert "count" not in told("cities/", count="false")
    assert told("cities/", count="true", page_size=1)["count"] == 3


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_lists_and_records_that_agree(kind: str) -> None:
    make_one_of_everything()
    listed = results(f"{kind}/")
    assert listed
    for record in listed:
        assert told(f"{kind}/{record['id']}/") == record
        assert tuple(record) == RESOURCES[kind].keys


@pytest.mark.parametrize("kind", KINDS)
def test_keys_are_chosen_and_left_out(kind: str) -> None:
    make_one_of_everything()
    assert set(results(f"{kind}/", fields="version")[0]) == {"version"}
    every = set(RESOURCES[kind].keys)
    assert set(results(f"{kind}/", omit="id,version")[0]) == every - {"id", "version"}
    assert set(results(f"{kind}/", fields="id,version", omit="id")[0]) == {"version"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_can_be_told_in_full(kind: str) -> None:
    make_one_of_everything()
    names = ",".join(expandable(RESOURCES[kind]))
    if names:
        assert results(f"{kind}/", expand=names)
    else:
        assert refused(f"{kind}/", expand="city")[0]["detail"] == "There is no such parameter."


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("expand", [False, True])
def test_a_page_of_many_takes_as_many_queries_as_a_page_of_one(kind: str, expand: bool) -> None:
    for _number in range(5):
        make_one_of_everything()
    names = ",".join(expandable(RESOURCES[kind])) if expand else ""
    parameters = {"expand": names} if names else {}
    costs = []
    for size in (1, 5):
        with CaptureQueriesContext(connection) as queries:
            assert len(results(f"{kind}/", page_size=size, **parameters)) == size
        costs.append(len(queries))
    assert costs[0] == costs[1], [query["sql"] for query in queries]


def test_unasked_keys_are_not_fetched() -> None:
    make_one_of_everything()
    with CaptureQueriesContext(connection) as queries:
        results("detentions/", fields="id,date")
    read = [query["sql"] for query in queries if "public_detention" in query["sql"]]
    assert len(read) == 1
    assert "custody" not in " ".join(query["sql"] for query in queries)


def test_an_empty_list_has_no_neighbours() -> None:
    assert told("detentions/") == {"next": None, "previous": None, "results": []}


def test_a_cursor_beyond_the_end_gives_an_empty_page() -> None:
    for number in range(2):
        make_city(version=number)
    link = told("cities/", page_size=1)["next"].removeprefix(f"http://testserver{ROOT}")
    City.objects.filter(version=1).delete()
    page = ask(link).json()
    assert page == {"next": None, "previous": None, "results": []}


def test_dates_of_all_years_are_ordered() -> None:
    for day in (date(1, 1, 7), date(9999, 12, 26), SUNDAY):
        make_event(date=day)
    assert len(_walk("events/", ordering="date", page_size=1)) == 3
