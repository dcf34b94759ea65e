"""Reading one row of a file of reported counts, before any name in it is looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from detentions import quantities, wording
from detentions.choices import Group, Measure, Qualifier
from detentions.intake import figures, moments
from detentions.intake.cells import Cells
from detentions.intake.context import Context
from detentions.intake.figures import Figure
from detentions.intake.files import Row
from detentions.intake.organisations import LONGEST_NAME
from detentions.intake.outcome import Outcome

# Field -> whether a mapping must have it.
FIELDS = {
    "date": True,
    "weekday": False,
    "scope": True,
    "place": True,
    "event": False,
    "measure": True,
    "group": False,
    "phrase": True,
    "low": False,
    "high": False,
    "qualifier": False,
    "as_of": False,
    "language": False,
    "organisation": True,
    "publisher": False,
    "url": True,
    "title": False,
    "locator": False,
    "remark": False,
    "notes": False,
}
SCOPES = ("national", "city", "region")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PHRASE, _REMARK, _TITLE, _LOCATOR, _AS_OF = 500, 500, 500, 200, 100


@dataclass(slots=True)
class CountRow:
    """A row as read: what is counted where, and the names that are to be looked up."""

    cells: Cells
    outcome: Outcome
    date: date
    scope: str
    place: str
    event: str
    figure: Figure
    organisation: str
    publisher: str
    # Whom the document repeats, "" where the row says nothing about it.
    origin: str
    url: str
    title: str
    texts: dict[str, str]
    # Ids of what the names stand for, filled in by the lookups.
    where: dict[str, str | None] = field(default_factory=dict)


def read_row(row: Row, outcome: Outcome, context: Context) -> CountRow | None:
    """Return the row as read, or None when its outcome says why it is refused."""
    cells = Cells(row, context.layout, outcome)
    day = cells.date("date", required=True, today=context.today)
    _check_weekday(cells, day)
    scope = cells.text("scope").lower()
    if scope not in SCOPES:
        cells.refuse("scope", scope, _("not one of %(all)s") % {"all": ", ".join(SCOPES)})
    publishers = context.organisations.publishers(cells.text("publisher", LONGEST_NAME))
    read = CountRow(
        cells=cells,
        outcome=outcome,
        date=day or date.min,
        scope=scope,
        place=cells.text("place", LONGEST_NAME, required=scope in ("city", "region")),
        event=cells.text("event"),
        figure=_figure(cells, day, context),
        organisation=cells.text("organisation", LONGEST_NAME, required=True),
        publisher=publishers.publisher,
        origin=publishers.origin,
        url=cells.address("url"),
        title=cells.text("title", _TITLE),
        texts={
            "locator": cells.text("locator", _LOCATOR),
            "language": cells.language("language"),
            "notes": cells.text("notes"),
        },
    )
    if not (read.url or read.publisher or read.title or outcome.blocked):
        cells.refuse("url", "", _("no source: give an address or a publisher"))
    return None if outcome.blocked else read


def _figure(cells: Cells, day: date | None, context: Context) -> Figure:
    phrase = cells.text("phrase", _PHRASE)
    return Figure(
        measure=cells.choice("measure", Measure),
        group=cells.choice("group", Group, default=Group.EVERYONE),
        quantity=_quantity(cells, phrase),
        phrase=phrase,
        moment=_moment(cells, day, context),
        remark=cells.text("remark", _REMARK),
    )


def _moment(cells: Cells, day: date | None, context: Context) -> moments.Moment:
    printed = cells.text("as_of", _AS_OF)
    try:
        moment = moments.read(printed, context.zone)
    except moments.UnreadableMomentError as error:
        cells.refuse("as_of", printed, str(error))
        return figures.NO_MOMENT
    if day and moment.at and moment.at.date() < day:
        cells.refuse("as_of", printed, _("before the day that is counted: check both"))
    return moment


def _quantity(cells: Cells, phrase: str) -> quantities.Quantity:
    """Return the figure: from its own columns where they are filled, else from the words."""
    low, high = cells.whole("low"), cells.whole("high")
    stated = cells.text("qualifier")
    nothing = quantities.Quantity("unquantified", None, None)
    if not stated and low is None and high is None:
        quantity, how = figures.read(phrase)
        if not quantity:
            cells.refuse("phrase", phrase, how)
        return quantity or nothing
    qualifier = cells.choice("qualifier", Qualifier)
    if cells.outcome.blocked:
        return nothing
    try:
        quantities.check(qualifier, low, high)
    except quantities.UnfitBounds as error:
        cells.refuse("qualifier", f"{stated} {low or ''}–{high or ''}", wording.why(error.refusal))
        return nothing
    quantity = quantities.Quantity(qualifier, low, high)
    in_words, how = figures.read(phrase)
    if in_words and in_words != quantity:
        cells.notice(
            "phrase",
            phrase,
            _("reads as “%(words)s”; the other columns, which are entered, say “%(columns)s”")
            % {"words": how, "columns": wording.in_words(quantity)},
        )
    return quantity


def _check_weekday(cells: Cells, day: date | None) -> None:
    printed = cells.text("weekday")
    if printed and day and printed.lower()[:3] != _WEEKDAYS[day.weekday()]:
        cells.refuse(
            "weekday",
            printed,
            _("%(day)s was a %(weekday)s: check the date and the weekday")
            % {"day": day, "weekday": _WEEKDAYS[day.weekday()].title()},
        )
