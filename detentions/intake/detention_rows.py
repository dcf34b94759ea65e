"""Reading one row of a file of detentions, before anyone or anything in it is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from detentions import names
from detentions.choices import (
    COUNTRIES,
    CustodyKind,
    DetainedBy,
    Force,
    NamePublication,
    Precision,
    Role,
    Sex,
)
from detentions.intake.cells import Cells
from detentions.intake.context import Context
from detentions.intake.files import Row
from detentions.intake.outcome import Outcome

# Field -> whether a mapping must have it.
FIELDS = {
    "date": True,
    "city": True,
    "name": True,
    "person": False,
    "other_names": False,
    "year_of_birth": False,
    "age": False,
    "sex": False,
    "occupation": False,
    "citizenship": False,
    "contacts": False,
    "person_notes": False,
    "name_publication": False,
    "pseudonym": False,
    "consent_by": False,
    "publication_reason": False,
    "time": False,
    "place_detail": False,
    "event": False,
    "detained_by": False,
    "force_used": False,
    "roles": False,
    "notes": False,
    "step": False,
    "step_date": False,
    "days": False,
    "article": False,
    "code_edition": False,
    "links": False,
}
_NAME, _DETAIL, _OLDEST, _ARTICLE, _LONGEST_ARREST = 200, 300, 120, 40, 10_000
_FIRST_YEAR, _LAST_YEAR = 1880, 2100


@dataclass(slots=True)
class DetentionRow:
    """A row as read: who was taken where and when, and what followed."""

    cells: Cells
    outcome: Outcome
    date: date
    city: str
    person: str
    name: str
    key: str
    event: str
    person_values: dict[str, Any]
    other_names: list[str]
    values: dict[str, Any]
    roles: list[str]
    step: dict[str, Any] | None
    links: list[str]
    # Ids of what the names stand for, filled in by the lookups.
    city_id: str = ""
    event_id: str | None = None
    sources: dict[str, str | None] = field(default_factory=dict)


def read_row(row: Row, outcome: Outcome, context: Context) -> DetentionRow | None:
    """Return the row as read, or None when its outcome says why it is refused."""
    cells = Cells(row, context.layout, outcome)
    day = cells.date("date", required=True, today=context.today)
    name = cells.text("name", _NAME)
    pseudonym = cells.text("pseudonym", 100)
    if not name and not pseudonym:
        reason = _("no name and no pseudonym: unnamed people are a figure, enter it as a count")
        cells.refuse("name", "", reason)
    time = cells.time("time")
    links, words = cells.links("links")
    beside = [f"{cells.column('links')}: {word}" for word in words]
    read = DetentionRow(
        cells=cells,
        outcome=outcome,
        date=day or date.min,
        city=cells.text("city", _NAME, required=True),
        person=cells.text("person"),
        name=name,
        key=names.person_key(name)[:_NAME] if name else "",
        event=cells.text("event"),
        person_values=_person(cells, name, pseudonym),
        other_names=[text for text in cells.each("other_names", _NAME) if text != name],
        values={
            "time": time,
            "precision": Precision.MINUTE if time else "",
            "place_detail": cells.text("place_detail", _DETAIL),
            "detained_by": _stated(cells, "detained_by", DetainedBy),
            "force_used": _stated(cells, "force_used", Force),
            "notes": "\n".join(filter(None, (cells.text("notes"), *beside))),
        },
        roles=_roles(cells),
        step=_step(cells, day, context),
        links=links,
    )
    return None if outcome.blocked else read


def _person(cells: Cells, name: str, pseudonym: str) -> dict[str, Any]:
    publication = _stated(cells, "name_publication", NamePublication) or NamePublication.WITHHELD
    consent = cells.text("consent_by", _NAME)
    if publication != NamePublication.WITHHELD and not consent:
        reason = _("a name is published only where it is recorded who consented: fill in the cell")
        cells.refuse("consent_by", "", reason)
    if publication in (NamePublication.PUBLIC, NamePublication.INITIALS) and not name:
        cells.refuse("name", "", _("there is no name to publish: fill it in, or withhold it"))
    if publication == NamePublication.PSEUDONYM and not pseudonym:
        cells.refuse("pseudonym", "", _("the cell is empty: fill it in"))
    born = cells.whole("year_of_birth", _LAST_YEAR)
    if born is not None and born < _FIRST_YEAR:
        cells.refuse("year_of_birth", str(born), _("before 1880: write it with four digits"))
    citizenship = cells.text("citizenship")
    if citizenship and citizenship.upper() not in COUNTRIES:
        cells.refuse("citizenship", citizenship, _("no ISO 3166-1 code: write it like BY"))
    return {
        "name": name,
        "pseudonym": pseudonym,
        "name_publication": publication,
        "consent_by": consent,
        "publication_reason": cells.text("publication_reason", 300),
        "year_of_birth": born,
        "age": cells.whole("age", _OLDEST),
        "sex": _stated(cells, "sex", Sex),
        "occupation": cells.text("occupation", _NAME),
        "citizenship": citizenship.upper(),
        "contacts": cells.text("contacts"),
        "notes": cells.text("person_notes"),
    }


def _stated(cells: Cells, field: str, choices: Any) -> str:
    """Return a value of a vocabulary, "" where the file says nothing."""
    return cells.choice(field, choices) if cells.text(field) else ""


def _roles(cells: Cells) -> list[str]:
    found: dict[str, None] = {}
    for printed in cells.entries("roles"):
        value = cells.word("roles", printed)
        if value in Role.values:
            found[value] = None
        else:
            allowed = ", ".join(Role.values)
            cells.refuse("roles", printed, _("not one of %(allowed)s") % {"allowed": allowed})
    return list(found)


def _step(cells: Cells, day: date | None, context: Context) -> dict[str, Any] | None:
    """Return the custody event that a row states, dated like the detention if not otherwise."""
    kind = _stated(cells, "step", CustodyKind)
    stated = cells.date("step_date", today=context.today)
    days = cells.whole("days", _LONGEST_ARREST)
    article = cells.text("article", _ARTICLE)
    edition = cells.whole("code_edition", _LAST_YEAR)
    if article and edition is None:
        reason = _("the cell is empty, and articles were renumbered: name the code's edition")
        cells.refuse("code_edition", "", reason)
    if not kind:
        if stated or days is not None or article:
            cells.refuse("step", "", _("the cell is empty: say what happened then"))
        return None
    if stated and day and stated < day:
        cells.refuse("step_date", str(stated), _("before the detention: check both"))
    step = {"kind": kind, "date": stated or day, "days": days, "article": article}
    step["code_edition"] = edition if article else None
    return {name: value for name, value in step.items() if value not in ("", None)}
