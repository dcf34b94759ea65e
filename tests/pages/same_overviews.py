"""Compares each kind of line on the pages over many days with their JSON."""

from __future__ import annotations

from itertools import chain

from detentions.pages.tags import ordinal
from detentions.quantities import Quantity, in_figures
from tests.pages.expected_rows import documented as documented_cells
from tests.pages.expected_rows import headline
from tests.pages.surfaces import (
    Data,
    Row,
    Surfaces,
    as_cells,
    counted,
    day,
    documented,
    reported,
    span,
    written,
)
from tests.pages.tree import Node

_RANGE = ("lowest", "highest", "without_number")
_ROOM_OF_HOME, _OTHER_DAYS = 24, 20


def index(seen: Surfaces) -> None:
    """Every Sunday: number, leading figure, range, documented, people, journalists, cities."""
    lines = seen.data["sundays"][::-1]
    rows = list(chain.from_iterable(page.rows() for page in seen.pages))
    for row, line in zip(rows, lines, strict=True):
        named, led, ranged, detentions, people, journalists, cities = (cell.text for cell in row)
        number = f"{ordinal(line['ordinal'])} " if line["ordinal"] else ""
        assert named.startswith(f"{number}{day(line['sunday'])}")
        empty = line["gap"] and not line["documented"]["detentions"]
        assert led == ("nothing published" if empty else reported(line))
        assert ranged == (span(line) or "–")
        assert [detentions, people] == [*map(written, line["documented"].values())]
        assert journalists == _journalists(line["journalists"])
        assert cities == written(line["cities"])
    [totals] = seen.pages[-1].rows("tfoot")
    assert [cell.text for cell in totals[3:5]] == [*map(written, seen.data["documented"].values())]


def _journalists(line: Data) -> str:
    said = line["reported"]["text"] if line["reported"] else "–"
    return f"{said} {line['documented']:,} here" if line["documented"] else said


def rows_of_the_index(data: Data) -> list[Row]:
    """Return what the CSV of the index should have, apart from the names of marches."""
    names = ("sunday", "ordinal", "streak", "gap", *_RANGE, "unnamed_remainder", "unallocated")
    return [
        as_cells(line, (*names, "cities", "documented_cities", "events", "figures"))
        | _prefixed(headline(line["reported"]), "reported")
        | documented_cells(line["documented"])
        | as_cells(line["journalists"], ("group", *_RANGE, "documented", "people"), "journalists_")
        | _prefixed(headline(line["journalists"]["reported"]), "journalists_reported")
        for line in data["sundays"]
    ]


def _prefixed(row: Row, prefix: str) -> Row:
    return {f"{prefix}_{name}": cell for name, cell in row.items()}


def home(page: Node, sundays: Data, cities: Data) -> None:
    """The latest Sunday, the trend, and what is documented of each city."""
    latest, shown = sundays["sundays"][-1], sundays["sundays"][:-27:-1]
    led = latest["reported"]
    [figure] = page.texts("p", css="figure")
    assert figure == (led["text"] if led else "No number known yet")
    if led:
        assert page.first("p", css="says").first("strong").text == led["organisation_name"]
    facts = {one.first("dt").text: one.first("dd").text for one in page.every("div")}
    assert facts["Range of the organisations’ figures"].startswith(span(latest) or "no numbers")
    group = latest["journalists"]
    said = f"{group['reported']['text']} reported" if group["reported"] else "no number reported"
    said += f", {group['documented']:,} documented" if group["documented"] else ""
    assert facts["Journalists"] == said
    assert facts["Documented here"] == _detentions(latest["documented"])
    assert facts["Documented on all days"] == _detentions(sundays["documented"])
    trend = [[cell.text for cell in row] for row in page.section("trend").rows()]
    assert trend == [[day(line["sunday"]), _whole_span(line), reported(line)] for line in shown]
    listed = [item.text for item in page.section("cities").every("li")]
    assert listed == [
        f"{line['name']} {line['documented']['detentions']:,}"
        for line in cities["cities"][:_ROOM_OF_HOME]
    ]


def _whole_span(line: Data) -> str:
    if line["lowest"] is None:
        return "no numbers"
    return f"{line['lowest']:,}–{line['highest']:,}"


def _detentions(line: Data) -> str:
    people = counted(line["people"], "person", "people")
    return f"{counted(line['detentions'], 'detention', 'detentions')}, {people}"


def cities(seen: Surfaces) -> None:
    """Every city with its largest figure, what is documented and how many Sundays."""
    rows = list(chain.from_iterable(page.rows() for page in seen.pages))
    for row, line in zip(rows, seen.data["cities"], strict=True):
        region = f" {line['region_name']}" if line["region_name"] else ""
        largest = line["largest"]
        said = largest and (
            f"{largest['text']} {largest['organisation_name']}, {day(line['largest_sunday'])}"
        )
        numbers = (*line["documented"].values(), line["sundays"])
        assert [cell.text for cell in row] == [
            f"{line['name']}{region}",
            said or "no number known",
            *map(written, numbers),
        ]


def rows_of_the_cities(data: Data) -> list[Row]:
    """Return what the CSV of all cities should have."""
    names = ("city", "name", "region", "region_name", "latitude", "longitude", "population")
    sundays = ("sundays", "first_sunday", "last_sunday", "largest_sunday")
    return [
        as_cells(line, (*names, *sundays))
        | documented_cells(line["documented"])
        | _prefixed(headline(line["largest"]), "largest")
        for line in data["cities"]
    ]


def city(seen: Surfaces) -> None:
    """One city: what is documented of all days, every Sunday, and the latest other days."""
    facts = seen.page.first("dl", css="facts").texts("dd")
    assert facts[0].startswith(_detentions(seen.data["documented"]))
    tables = [[*page.every("table", css="days")] for page in seen.pages]
    others = seen.data["other_days"][::-1][:_OTHER_DAYS]
    sundays = seen.data["sundays"][::-1]
    if others:
        _days(tables[0].pop().rows(), others, "%a %-d %b %Y")
    _days([row for [table] in tables for row in table.rows()] if sundays else [], sundays)


def _days(rows: list[list[Node]], lines: list[Data], form: str = "%-d %b %Y") -> None:
    for (name, said, kept), line in zip(rows, lines, strict=True):
        assert name.text.endswith(day(line["date"], form))
        assert said.text == reported(line)
        assert kept.text == documented(line)


def rows_of_a_city(data: Data) -> list[Row]:
    """Return what the CSV of one city should have."""
    lines = sorted([*data["sundays"], *data["other_days"]], key=lambda line: str(line["date"]))
    names = ("date", "ordinal", *_RANGE, "unnamed_remainder", "events", "figures")
    return [
        {"city": data["city"]}
        | as_cells(line, names)
        | _prefixed(headline(line["reported"]), "reported")
        | documented_cells(line["documented"])
        for line in lines
    ]


def matrix(seen: Surfaces) -> None:
    """Every cell, the whole country, and what no city accounts for."""
    names = [city["name"] for city in seen.data["cities"]]
    [head] = seen.page.rows("thead")
    assert [cell.text for cell in head] == ["Sunday", "Whole country", "Not allocated", *names]
    lines = seen.data["sundays"][::-1]
    for row, line in zip(seen.page.rows(), lines, strict=True):
        assert [cell.text for cell in row] == [
            day(line["sunday"]),
            _cell(line["country"]),
            written(line["unallocated"]),
            *map(_cell, line["cells"]),
        ]


def _cell(cell: Data | None) -> str:
    if cell is None:
        return ""
    said = "words" if cell["without_number"] else "other" if cell["figures"] else ""
    said = said or ("event" if cell["events"] else "")
    if led := cell["reported"]:
        said = in_figures(Quantity(led["qualifier"], led["low"], led["high"]))
    detentions = cell["documented"]["detentions"]
    return f"{said} {detentions:,}".strip() if detentions else said


def rows_of_the_matrix(data: Data) -> list[Row]:
    """Return what the CSV of the matrix should have."""
    rows = []
    for line in data["sundays"]:
        named = as_cells(line, ("sunday", "ordinal"))
        rows.append(named | _matrix_cells(line["country"]) | as_cells(line, ["unallocated"]))
        for place, cell in zip(data["cities"], line["cells"], strict=True):
            if cell:
                rows.append(named | as_cells(place, ["city"]) | _matrix_cells(cell))
    return rows


def _matrix_cells(cell: Data) -> Row:
    rest = as_cells(cell, ("without_number", "events", "figures"))
    return headline(cell["reported"]) | rest | documented_cells(cell["documented"])
