"""The rows that the CSV of one Sunday, or of one city on it, should have by its JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.pages.surfaces import Data, Row, as_cell, as_cells

HEADLINE = ("low", "high", "qualifier", "text", "kind", "organisation", "organisation_name")
_RANGE = ("lowest", "highest", "without_number")
_FIGURE = (
    *("place_kind", "place", "date", "event", "measure", "group", "low", "high", "qualifier"),
    *("text", "organisation", "organisation_name", "current", "superseded", "as_of"),
    *("as_of_text", "phrase", "source", "source_url"),
)
_EVERYONE = {"measure": "detained", "group": "everyone"}


def rows_of_a_day(data: Data) -> list[Row]:
    """Return every row in order, without its empty cells."""
    return [filled(row) for row in _rows(data)]


def filled(row: Row) -> Row:
    """Return a row without its empty cells."""
    return {name: cell for name, cell in row.items() if cell}


def headline(line: Data | None) -> Row:
    """Return the cells of a headline."""
    return as_cells(line, HEADLINE) if line else {}


def documented(line: Data, prefix: str = "documented_") -> Row:
    """Return the cells of what is documented."""
    return as_cells(line, ("detentions", "people"), prefix)


def _rows(data: Data) -> Iterator[Row]:
    city = data.get("city", "")
    here = {"place_kind": "city" if city else "country", "place": city, "date": data["sunday"]}
    whole = data["reported"]
    yield (
        {"line": "headline", **here, **_EVERYONE}
        | (headline(whole["headline"]) | as_cells(whole, _RANGE) if whole else {})
        | documented(data["documented"])
        | as_cells(data, ["unnamed_remainder"])
    )
    for line in data["measures"]:
        named = {"measure": line["measure"], "group": "everyone"}
        yield {"line": "measure"} | here | _summary(line) | named
    for line in data["groups"]:
        numbers = {"detentions": line["documented"], "people": line["people"]}
        named = {"measure": "detained", "group": line["group"]}
        yield {"line": "group"} | here | _summary(line) | documented(numbers) | named
    if not city:
        yield from _places(data)
    yield from _breakdowns(data, here)
    for line in data["events"]:
        there = {"place_kind": "city", "place": line["city"], "date": line["date"]}
        yield {"line": "event", "event": line["slug"]} | there | _summary(line)
    for line in data["week"]["days"]:
        then = here | {"line": "week_day", "date": line["date"]}
        rest = as_cells(line, ("events", "figures"))
        yield then | _summary(line) | documented(line["documented"]) | rest
    for figure in whole["figures"] if whole else ():
        yield {"line": "figure"} | as_cells(figure, _FIGURE)
    for line in data["week"]["days"]:
        for figure in line["printed"]:
            yield {"line": "week_figure"} | as_cells(figure, _FIGURE)


def _places(data: Data) -> Iterator[Row]:
    date = {"date": data["sunday"]}
    for line in data["regions"]:
        named = {"line": "region", "place_kind": line["kind"], "place": line["region"]}
        rest = as_cells(line, ["detentions"], "documented_") | as_cells(line, ["figures"])
        yield named | date | _summary(line) | rest
    for line in data["cities"]:
        named = {"line": "city", "place_kind": "city", "place": line["city"]}
        rest = as_cells(line, ("unnamed_remainder", "events", "figures"))
        yield named | date | _summary(line) | documented(line["documented"]) | rest
    rest = {"place_kind": "country", "value": as_cell(data["unallocated"])}
    yield {"line": "unallocated"} | date | rest


def _breakdowns(data: Data, here: Row) -> Iterator[Row]:
    for kind, lines in (("role", "roles"), ("detained_by", "detained_by")):
        for line in data[lines]:
            yield here | {"line": kind, "value": line[kind]} | documented(line["documented"])
    for line in data["outcomes"]:
        named = {"line": "outcome", "value": line["status"]}
        yield here | named | as_cells(line, ["detentions"], "documented_")


def _summary(line: Any) -> Row:
    return _EVERYONE | headline(line["reported"]) | as_cells(line, _RANGE)
