"""The one tabular form of everything that is counted: what a `.csv` sibling holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from detentions.tallies.json_form import plain
from detentions.tallies.lines import Documented, Figure, GroupLine, Headline
from detentions.tallies.overviews import (
    City,
    CityDay,
    CityIndex,
    CityTotal,
    Matrix,
    MatrixCell,
    SundayIndex,
    SundayLine,
)
from detentions.tallies.shapes import Cell, Sunday

Value = str | int | float | None
Table = tuple[tuple[str, ...], list[tuple[Value, ...]]]

_HEADLINE = ("low", "high", "qualifier", "text", "kind", "organisation", "organisation_name")
_PARTS = {"Headline | None": _HEADLINE, "Documented": ("detentions", "people")}
_SUMMARY = (*_HEADLINE, "lowest", "highest", "without_number")
_DOCUMENTED = ("documented_detentions", "documented_people")
_ONE = (
    *("line", "place_kind", "place", "date", "event", "measure", "group", "value"),
    *_SUMMARY,
    *_DOCUMENTED,
    *("unnamed_remainder", "current", "as_of", "as_of_text", "phrase", "source", "source_url"),
    *("events", "figures", "superseded"),
)
_FIGURE = (
    *("place_kind", "place", "date", "event", "measure", "group", "low", "high", "qualifier"),
    *("text", "organisation", "organisation_name", "current", "as_of", "as_of_text", "phrase"),
    *("source", "source_url", "superseded"),
)
_MATRIX = (
    *("sunday", "ordinal", "city"),
    *(*_HEADLINE, "without_number"),
    *(*_DOCUMENTED, "unallocated", "events", "figures"),
)


def rows(shape: Sunday | Cell | SundayIndex | CityIndex | City | Matrix) -> Table:
    """Return the header and the rows of a shape; None is an empty cell, never zero.

    One Sunday and one city on it give a row a line, of the kind that the column `line` names;
    the others a row a Sunday or city. Raises TypeError for a shape without a tabular form.
    """
    match shape:
        case Sunday() | Cell():
            return _ONE, [_fill(_ONE, row) for row in _lines(shape)]
        case SundayIndex():
            return _table(SundayLine, shape.sundays)
        case CityIndex():
            return _table(CityTotal, shape.cities)
        case City():
            days = sorted((*shape.sundays, *shape.other_days), key=lambda day: day.date)
            return _table(CityDay, days, {"city": shape.city})
        case Matrix():
            return _matrix(shape)
    message = f"{type(shape).__name__} has no tabular form"
    raise TypeError(message)


def _lines(shape: Sunday | Cell) -> Iterator[dict[str, Any]]:
    """Yield the lines of one Sunday, or of one city on it, as the page has them."""
    city = shape.city if isinstance(shape, Cell) else ""
    here = {"place_kind": "city" if city else "country", "place": city, "date": shape.sunday}
    everyone = {"measure": "detained", "group": "everyone"}
    yield (
        {"line": "headline"}
        | here
        | everyone
        | (_summary(shape.reported, "headline") if shape.reported else {})
        | _documented(shape.documented)
        | {"unnamed_remainder": shape.unnamed_remainder}
    )
    for measure in shape.measures:
        named = {"line": "measure", "measure": measure.measure, "group": "everyone"}
        yield named | here | _summary(measure)
    for group in shape.groups:
        documented = {
            "documented_detentions": group.documented,
            "documented_people": group.people,
        }
        named = {"line": "group", "measure": "detained", "group": group.group}
        yield named | here | _summary(group) | documented
    if isinstance(shape, Sunday):
        yield from _places(shape, everyone)
    yield from _breakdowns(shape, here)
    for event in shape.events:
        there = {"place_kind": "city", "place": event.city, "date": event.date}
        yield {"line": "event", "event": event.slug} | there | everyone | _summary(event)
    for day in shape.week.days:
        then = here | {"line": "week_day", "date": day.date}
        rest = {"events": day.events, "figures": day.figures}
        yield then | everyone | _summary(day) | _documented(day.documented) | rest
    for figure in shape.reported.figures if shape.reported else ():
        yield {"line": "figure"} | _figure(figure)
    for day in shape.week.days:
        for figure in day.printed:
            yield {"line": "week_figure"} | _figure(figure)


def _places(shape: Sunday, everyone: dict[str, str]) -> Iterator[dict[str, Any]]:
    day = {"date": shape.sunday}
    for region in shape.regions:
        named = {"line": "region", "place_kind": region.kind, "place": region.region}
        rest = {"documented_detentions": region.detentions, "figures": region.figures}
        yield named | day | everyone | _summary(region) | rest
    for city in shape.cities:
        named = {"line": "city", "place_kind": "city", "place": city.city}
        rest = {name: getattr(city, name) for name in ("unnamed_remainder", "events", "figures")}
        yield named | day | everyone | _summary(city) | _documented(city.documented) | rest
    yield day | {"line": "unallocated", "place_kind": "country", "value": shape.unallocated}


def _breakdowns(shape: Sunday | Cell, here: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for role in shape.roles:
        yield here | {"line": "role", "value": role.role} | _documented(role.documented)
    for by in shape.detained_by:
        yield here | {"line": "detained_by", "value": by.detained_by} | _documented(by.documented)
    for outcome in shape.outcomes:
        named = {"line": "outcome", "value": outcome.status}
        yield here | named | {"documented_detentions": outcome.detentions}


def _figure(figure: Figure) -> dict[str, Any]:
    return {name: getattr(figure, name) for name in _FIGURE}


def _summary(line: Any, headline: str = "reported") -> dict[str, Any]:
    shared = {name: getattr(line, name) for name in ("lowest", "highest", "without_number")}
    return _headline(getattr(line, headline)) | shared


def _headline(headline: Headline | None) -> dict[str, Any]:
    return {name: getattr(headline, name) for name in _HEADLINE} if headline else {}


def _documented(documented: Documented) -> dict[str, Any]:
    return dict(zip(_DOCUMENTED, (documented.detentions, documented.people), strict=True))


def _matrix(shape: Matrix) -> Table:
    filled = []
    for row in shape.sundays:
        named = {"sunday": row.sunday, "ordinal": row.ordinal}
        country = named | {"city": "", "unallocated": row.unallocated}
        filled.append(_fill(_MATRIX, country | _matrix_cell(row.country)))
        for city, cell in zip(shape.cities, row.cells, strict=True):
            if cell is not None:
                filled.append(_fill(_MATRIX, named | {"city": city.city} | _matrix_cell(cell)))
    return _MATRIX, filled


def _matrix_cell(cell: MatrixCell) -> dict[str, Any]:
    rest = {name: getattr(cell, name) for name in ("without_number", "events", "figures")}
    return _headline(cell.reported) | _documented(cell.documented) | rest


def _table(shape: type[Any], lines: Iterable[Any], constant: dict[str, str] | None = None) -> Table:
    """Return a row a line: every field a column, what a field holds within it a column each."""
    header = (*(constant or {}), *_columns(shape))
    return header, [_fill(header, (constant or {}) | _flat(line)) for line in lines]


def _columns(shape: type[Any]) -> list[str]:
    columns = []
    for field in fields(shape):
        parts = _PARTS.get(str(field.type)) or ("",)
        if field.type == "GroupLine":
            parts = tuple(_columns(GroupLine))
        columns += [f"{field.name}_{part}" if part else field.name for part in parts]
    return columns


def _flat(line: Any, prefix: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(line):
        value, name = getattr(line, field.name), prefix + field.name
        if isinstance(value, Headline):
            found |= {f"{name}_{part}": getattr(value, part) for part in _HEADLINE}
        elif is_dataclass(value):
            found |= _flat(value, f"{name}_")
        else:
            found[name] = value
    return found


def _fill(header: Sequence[str], row: Mapping[str, Any]) -> tuple[Value, ...]:
    return tuple(_value(row.get(name)) for name in header)


def _value(value: Any) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    data = plain(value)
    return "; ".join(map(str, data)) if isinstance(data, list) else data  # type: ignore[return-value]
