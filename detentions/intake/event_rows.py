"""Reading one row of a file of events, before any name in it is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from detentions.choices import Authorisation, EventKind, EventStatus
from detentions.intake import figures
from detentions.intake.cells import Cells
from detentions.intake.context import Context
from detentions.intake.figures import Figure
from detentions.intake.files import Row
from detentions.intake.layout import NUMBER
from detentions.intake.organisations import LONGEST_NAME
from detentions.intake.outcome import Outcome

# Field -> whether a mapping must have it.
FIELDS = {
    "date": True,
    "city": True,
    "region": False,
    "name": True,
    "name_be": False,
    "name_ru": False,
    "other_names": False,
    "kind": False,
    "authorisation": False,
    "status": False,
    "place_detail": False,
    "start_time": False,
    "description": False,
    "notes": False,
    "reference": False,
    "links": False,
    "organisation": False,
}
_NAME, _DETAIL, _REFERENCE, _PHRASE = 300, 300, 200, 500


@dataclass(slots=True)
class EventRow:
    """A row as read: what took place where, who counted how many, and where that is printed."""

    cells: Cells
    outcome: Outcome
    date: date
    cities: list[str]
    region: str
    values: dict[str, Any]
    names: list[tuple[str, str]]
    links: list[str]
    notes: str
    reference: str
    organisation: str
    figure: Figure | None
    # Ids of what the names stand for, None where it is not there; filled in by the lookups.
    organisation_id: str | None = None
    dataset_id: str | None = None
    sources: dict[str, str | None] = field(default_factory=dict)


def read_row(row: Row, outcome: Outcome, context: Context) -> EventRow | None:
    """Return the row as read, or None when its outcome says why it is refused."""
    cells = Cells(row, context.layout, outcome)
    links, words = cells.links("links")
    read = EventRow(
        cells=cells,
        outcome=outcome,
        date=cells.date("date", required=True, today=context.today) or date.min,
        cities=cells.entries("city"),
        region=_region(cells, context),
        values=_values(cells, context),
        names=_names(cells),
        links=links,
        notes=cells.text("notes"),
        reference=cells.text("reference", _REFERENCE),
        organisation=cells.text("organisation", LONGEST_NAME),
        figure=_figure(cells, context),
    )
    beside = [f"{cells.column('links')}: {word}" for word in words]
    read.notes = "\n".join(filter(None, (read.notes, *beside, *cells.shortened)))
    if not read.cities:
        cells.refuse("city", "", _("the cell is empty: fill it in"))
    if read.figure:
        _check_figure(read, read.figure, context)
    return None if outcome.blocked else read


def _check_figure(row: EventRow, figure: Figure, context: Context) -> None:
    cells = row.cells
    if len(row.cities) > 1:
        reason = _("one figure for several places cannot be divided: enter it as a count")
        cells.refuse(NUMBER, figure.phrase, reason)
    if not row.organisation:
        cells.refuse("organisation", "", _("a figure needs the organisation that counted"))
    if not row.links and not context.layout.mapping.dataset.get("title"):
        cells.refuse("links", "", _("a figure needs a source: give an address"))


def _region(cells: Cells, context: Context) -> str:
    if context.layout.mapping.places != "create":
        return ""
    printed = cells.text("region")
    spec = context.layout.field("region")
    code = spec.values.get(printed.casefold(), printed).upper() if spec else ""
    if not printed:
        cells.refuse("region", "", _("the cell is empty, so the city cannot be placed: fill it in"))
    elif not context.regions.is_code(code):
        cells.refuse("region", printed, _("no region that the mapping lists: check the spelling"))
    return code


def _values(cells: Cells, context: Context) -> dict[str, Any]:
    name = cells.text("name", _NAME, required=True)
    values: dict[str, Any] = {
        "name": name[:1].upper() + name[1:],
        "place_detail": cells.text("place_detail", _DETAIL),
        "start_time": cells.time("start_time"),
        "description": cells.text("description"),
    }
    if context.layout.field("kind"):
        values["kind"] = cells.choice("kind", EventKind, default=EventKind.OTHER)
    if context.layout.field("authorisation"):
        values["authorisation"] = cells.choice(
            "authorisation", Authorisation, default=Authorisation.UNKNOWN
        )
    if cells.text("status"):
        values["status"] = cells.choice("status", EventStatus)
    return values


def _names(cells: Cells) -> list[tuple[str, str]]:
    """Return the other printed names with their languages, each once."""
    listed = [(cells.text(f"name_{language}", _NAME), language) for language in ("be", "ru")]
    listed += [(name, "") for name in cells.each("other_names", _NAME)]
    return list(dict.fromkeys((name, language) for name, language in listed if name))


def _figure(cells: Cells, context: Context) -> Figure | None:
    """Return what the row states; a blank cell states nothing, which is not zero."""
    number = context.layout.mapping.number
    phrase = cells.text(NUMBER, _PHRASE) if number else ""
    if not number or not phrase or len(phrase) > _PHRASE:
        return None
    quantity, how = figures.read(phrase)
    if quantity:
        return Figure(number.measure, number.group, quantity, phrase)
    if number.unreadable == "refuse":
        cells.refuse(NUMBER, phrase, how)
    else:
        reason = _("no number is stated, the event is entered without a figure. %(why)s")
        cells.notice(NUMBER, phrase, reason % {"why": how})
    return None
