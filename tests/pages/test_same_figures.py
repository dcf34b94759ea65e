"""One count behind page, JSON, CSV and API: every Sunday, every city, every rule (rule 13)."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db
RULES = ("", "?by=lowest", "?by=viasna", "?by=mvd")


def as_json(client: Client, address: str) -> dict[str, Any]:
    response = client.get(address)
    assert response.status_code == 200, address
    data: dict[str, Any] = response.json()
    return data


def as_csv(client: Client, address: str) -> list[dict[str, str]]:
    response = client.get(address)
    assert response.status_code == 200, address
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8"))))


def grouped(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def figure_of(data: dict[str, Any]) -> str:
    """The headline in words; empty where there is none."""
    reported = data["reported"] or {}
    headline = reported.get("headline", reported) if reported else None
    return headline["text"] if headline else ""


@pytest.fixture
def days(client: Client, scene: Scene) -> list[str]:
    return [line["sunday"] for line in as_json(client, "/sundays.json")["sundays"]]


@pytest.mark.parametrize("rule", RULES)
def test_every_sunday_is_the_same_in_every_form(client: Client, days: list[str], rule: str) -> None:
    assert len(days) == 14
    for day in days:
        data = as_json(client, f"/sundays/{day}.json{rule}")
        assert as_json(client, f"/api/v1/tallies/sundays/{day}/{rule}") == data
        page = read(client, f"/sundays/{day}/{rule}")
        rows = as_csv(client, f"/sundays/{day}.csv{rule}")
        headline = next(row for row in rows if row["line"] == "headline")
        assert headline["text"] == figure_of(data)
        if figure_of(data):
            assert page.parts["figure"] == [figure_of(data)]
        documented = data["documented"]
        assert headline["documented_detentions"] == str(documented["detentions"])
        assert f"{grouped(documented['detentions'])} detention" in page.text
        assert f"{grouped(documented['people'])} pe" in page.text
        _compare_cities(data, rows, page.rows)


def _compare_cities(
    data: dict[str, Any], rows: list[dict[str, str]], printed: list[list[str]]
) -> None:
    in_csv = {row["place"]: row for row in rows if row["line"] == "city"}
    on_page = {row[0]: row[1:] for row in printed if len(row) == 3}
    assert set(in_csv) == {city["city"] for city in data["cities"]}
    for city in data["cities"]:
        text = city["reported"]["text"] if city["reported"] else ""
        assert in_csv[city["city"]]["text"] == text
        reported, documented = on_page[city["name"]]
        assert reported.startswith(text)
        assert documented.startswith(grouped(city["documented"]["detentions"]))


@pytest.mark.parametrize("rule", RULES)
def test_the_index_of_sundays_is_the_same_in_every_form(
    client: Client, scene: Scene, rule: str
) -> None:
    data = as_json(client, f"/sundays.json{rule}")
    assert as_json(client, f"/api/v1/tallies/sundays/{rule}") == data
    rows = {row["sunday"]: row for row in as_csv(client, f"/sundays.csv{rule}")}
    page = read(client, f"/sundays/{rule}")
    lines = [row for row in page.rows if len(row) == 7][1:-1]
    for line, printed in zip(reversed(data["sundays"]), lines, strict=True):
        assert rows[line["sunday"]]["reported_text"] == figure_of(line)
        assert printed[1].startswith(figure_of(line))
        assert printed[3] == grouped(line["documented"]["detentions"])
        assert printed[4] == grouped(line["documented"]["people"])
        single = as_json(client, f"/sundays/{line['sunday']}.json{rule}")
        assert figure_of(single) == figure_of(line)
        assert single["unallocated"] == line["unallocated"]


@pytest.mark.parametrize("rule", RULES)
def test_every_city_is_the_same_in_every_form(client: Client, scene: Scene, rule: str) -> None:
    index = as_json(client, f"/cities.json{rule}")
    assert as_json(client, f"/api/v1/tallies/cities/{rule}") == index
    listed = {row["city"]: row for row in as_csv(client, f"/cities.csv{rule}")}
    assert len(index["cities"]) == 5
    for total in index["cities"]:
        slug = total["city"]
        data = as_json(client, f"/cities/{slug}.json{rule}")
        assert as_json(client, f"/api/v1/tallies/cities/{slug}/{rule}") == data
        assert data["documented"] == total["documented"]
        assert listed[slug]["documented_people"] == str(total["documented"]["people"])
        rows = {row["date"]: row for row in as_csv(client, f"/cities/{slug}.csv{rule}")}
        page = read(client, f"/cities/{slug}/{rule}")
        lines = [row for row in page.rows if len(row) == 3 and row[0] != "Day"]
        days = [*reversed(data["sundays"]), *reversed(data["other_days"])]
        for day, printed in zip(days, lines, strict=True):
            assert rows[day["date"]]["reported_text"] == figure_of(day)
            assert printed[1].startswith(figure_of(day))
            assert printed[2].startswith(grouped(day["documented"]["detentions"]))


def test_every_city_on_every_sunday_is_the_same_in_every_form(
    client: Client, days: list[str]
) -> None:
    matrix = as_json(client, "/matrix.json")
    assert as_json(client, "/api/v1/tallies/matrix/") == matrix
    cities = [city["city"] for city in matrix["cities"]]
    written = {(row["sunday"], row["city"]): row for row in as_csv(client, "/matrix.csv")}
    seen = 0
    for row in matrix["sundays"]:
        for slug, cell in zip(cities, row["cells"], strict=True):
            if cell is None:
                continue
            seen += 1
            address = f"/sundays/{row['sunday']}/{slug}"
            data = as_json(client, f"{address}.json")
            assert as_json(client, f"/api/v1/tallies{address}/") == data
            text = figure_of(data)
            assert figure_of(cell) == text
            assert written[row["sunday"], slug]["text"] == text
            headline = as_csv(client, f"{address}.csv")[0]
            assert headline["text"] == text
            page = read(client, f"{address}/")
            assert not text or page.parts["figure"] == [text]
            assert f"{data['documented']['detentions']} detention" in page.text
    assert seen > 14
