"""A day is the same on page, in CSV, JSON and API: every Sunday, every city, every rule (rule 13).

Nothing here is compared with itself: the JSON, which equals the API's, is held against the HTML
and the CSV, cell by cell.
"""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages import crowded, same_day, same_places
from tests.pages.expected_rows import filled, rows_of_a_day
from tests.pages.surfaces import Data, Surfaces, surfaces
from tests.pages.tree import tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration_and_more")]
RULES = ("", "?by=lowest", "?by=viasna", "?by=mvd")
EVERYWHERE = (
    *(same_day.headline, same_day.facts, same_day.ledgers, same_day.groups, same_day.measures),
    *(same_day.breakdowns, same_day.week, same_places.events, same_places.contradictions),
)
# Kinds of line that the days compared must hold, or a comparison has nothing to fail on.
LINES = {
    *("headline", "measure", "group", "region", "city", "unallocated", "role", "detained_by"),
    *("outcome", "event", "week_day", "figure", "week_figure"),
}


def _compare(seen: Surfaces) -> set[str]:
    assert [filled(row) for row in seen.rows] == rows_of_a_day(seen.data)
    for same in EVERYWHERE:
        same(seen)
    if "city" not in seen.data:
        same_places.cities(seen)
        same_places.regions(seen)
    return {row["line"] for row in seen.rows}


def _compare_with_country(data: Data, client: Client, rule: str) -> None:
    """A city's own page says what the line of the city on the Sunday's page says."""
    sunday = client.get(f"/sundays/{data['sunday']}.json{rule}").json()
    [line] = [line for line in sunday["cities"] if line["city"] == data["city"]]
    assert line["reported"] == (data["reported"] and data["reported"]["headline"])
    assert line["documented"] == data["documented"]
    assert line["unnamed_remainder"] == data["unnamed_remainder"]


@pytest.fixture
def matrix(client: Client) -> Data:
    data: Data = client.get("/matrix.json").json()
    return data


@pytest.mark.parametrize("rule", RULES)
def test_every_sunday_says_the_same_everywhere(client: Client, rule: str) -> None:
    sundays = client.get("/sundays.json").json()["sundays"]
    kinds = set()
    for line in sundays:
        kinds |= _compare(surfaces(client, f"/sundays/{line['sunday']}", rule))
    assert len(sundays) > 12
    assert kinds == LINES


@pytest.mark.parametrize("rule", RULES)
def test_every_city_on_every_sunday_says_the_same_everywhere(
    client: Client, matrix: Data, rule: str
) -> None:
    kinds, number = set(), 0
    for row in matrix["sundays"]:
        for city, cell in zip(matrix["cities"], row["cells"], strict=True):
            if cell is not None:
                number += 1
                address = f"/sundays/{row['sunday']}/{city['city']}"
                seen = surfaces(client, address, rule)
                kinds |= _compare(seen)
                _compare_with_country(seen.data, client, rule)
    assert number > 20
    assert kinds == LINES - {"region", "city", "unallocated"}


def test_the_days_compared_hold_marks_of_every_kind(client: Client) -> None:
    page = tree(client.get(f"/sundays/{crowded.DAY}/").content.decode())
    marks = ("current", "replaced", "names on a list", "confidential source", "not kept")
    spared = ("more figures", "earlier figures", "The numbers contradict each other.")
    assert [mark for mark in (*marks, *spared) if mark not in page.text] == []
