"""One count behind page, JSON, CSV and API: the pages over many days, under every rule (rule 13).

Single days are in `test_same_day.py`. The JSON, which equals the API's, is held against the HTML
and the CSV, cell by cell.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tests.pages import same_overviews
from tests.pages.expected_rows import filled
from tests.pages.surfaces import Data, Row, Surfaces, surfaces
from tests.pages.tree import tree

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration_and_more")]
RULES = ("", "?by=lowest", "?by=viasna", "?by=mvd")


def _compare(
    seen: Surfaces, page: Callable[[Surfaces], None], rows: Callable[[Data], list[Row]]
) -> None:
    page(seen)
    expected = [filled(row) for row in rows(seen.data)]
    found = [filled(row) for row in seen.rows]
    for row in found:
        row.pop("event_names", None)
    assert found == expected


def _agree(single: Data, line: Data) -> None:
    """What an overview says of a day is what the day says of itself."""
    led = single["reported"] and single["reported"]["headline"]
    assert led == line["reported"]
    assert single["documented"] == line["documented"]


@pytest.mark.parametrize("rule", RULES)
def test_the_index_says_the_same_everywhere(client: Client, rule: str) -> None:
    seen = surfaces(client, "/sundays", rule)
    _compare(seen, same_overviews.index, same_overviews.rows_of_the_index)
    for line in seen.data["sundays"]:
        single = client.get(f"/sundays/{line['sunday']}.json{rule}").json()
        _agree(single, line)
        assert single["unallocated"] == line["unallocated"]


def test_the_first_page_says_what_the_overviews_say(client: Client) -> None:
    sundays, cities = (client.get(f"/{name}.json").json() for name in ("sundays", "cities"))
    page = tree(client.get("/").content.decode())
    same_overviews.home(page, sundays, cities)


@pytest.mark.parametrize("rule", RULES)
def test_every_city_says_the_same_everywhere(client: Client, rule: str) -> None:
    seen = surfaces(client, "/cities", rule)
    _compare(seen, same_overviews.cities, same_overviews.rows_of_the_cities)
    assert len(seen.data["cities"]) > 4
    for total in seen.data["cities"]:
        one = surfaces(client, f"/cities/{total['city']}", rule)
        _compare(one, same_overviews.city, same_overviews.rows_of_a_city)
        assert one.data["documented"] == total["documented"]
        assert len(one.data["sundays"]) == total["sundays"]
        for line in one.data["sundays"]:
            address = f"/sundays/{line['date']}/{total['city']}.json{rule}"
            _agree(client.get(address).json(), line)


@pytest.mark.parametrize("rule", RULES)
def test_the_matrix_says_the_same_everywhere(client: Client, rule: str) -> None:
    seen = surfaces(client, "/matrix", rule)
    _compare(seen, same_overviews.matrix, same_overviews.rows_of_the_matrix)
    for line in seen.data["sundays"]:
        sunday = client.get(f"/sundays/{line['sunday']}.json{rule}").json()
        _agree(sunday, line["country"])
        assert sunday["unallocated"] == line["unallocated"]
        for place, cell in zip(seen.data["cities"], line["cells"], strict=True):
            if cell:
                address = f"/sundays/{line['sunday']}/{place['city']}.json{rule}"
                _agree(client.get(address).json(), cell)
