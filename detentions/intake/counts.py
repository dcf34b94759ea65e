"""Files of reported counts: one figure a row, with who gave it and where it is printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from detentions.entry import Proposal
from detentions.ids import new_id
from detentions.intake import figures
from detentions.intake.context import Context
from detentions.intake.count_rows import FIELDS, CountRow, read_row
from detentions.intake.figures import FIGURE_COLUMNS
from detentions.intake.files import Row
from detentions.intake.lots import in_lots
from detentions.intake.matching import Wanted, changed, described, pair
from detentions.intake.outcome import Change, Outcome, Status
from detentions.intake.reader import Reader
from detentions.intake.sources import Document
from detentions.models import Event, ReportedCount, Source

# What two rows have in common that are figures of the same thing, in the same words.
_IDENTITY = (
    "organisation_id",
    "source_id",
    "date",
    "city_id",
    "region_id",
    "event_id",
    "measure",
    "group",
    "phrase",
)


class Counts(Reader):
    """The reader of files of reported counts."""

    fields = FIELDS
    number_field = "phrase"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._events: dict[str, Event] = {}

    def triage(self, rows: Sequence[tuple[Row, Outcome]]) -> list[Outcome]:
        """Decide for each row of one lot where it stands."""
        context = self._context
        read = [kept for row, outcome in rows if (kept := read_row(row, outcome, context))]
        context.places.load(
            (row.place for row in read if row.scope == "city"),
            (row.place for row in read if row.scope == "region"),
        )
        context.sources.load(row.url for row in read)
        self._events = _events({row.event for row in read if row.event})
        found = [row for row in read if self._look_up(row)]
        for row, record in zip(found, self._pair(found), strict=True):
            if record is None:
                self._propose(row)
            else:
                self._compare(row, record)
        return []

    def _look_up(self, row: CountRow) -> bool:
        """Find what the row names, as far as it is there; false where that blocks the row."""
        places, cells = self._context.places, row.cells
        row.where = {"city_id": None, "region_id": None, "event_id": None}
        if row.scope == "city" and (city := places.city(cells, "place", row.place)):
            row.where["city_id"] = city.id
        if row.scope == "region" and (region := places.region(cells, "place", row.place)):
            row.where["region_id"] = region.id
        if row.event and row.event in self._events:
            self._place_with(row, self._events[row.event])
        elif row.event:
            cells.refuse("event", row.event, _("no event has this name in its address"))
        if not row.outcome.blocked:
            self._identify(row)
        return not row.outcome.blocked

    def _place_with(self, row: CountRow, event: Event) -> None:
        """Take the place of the event that the figure is about, which is its only one."""
        elsewhere = row.where["region_id"] or row.where["city_id"] not in {None, event.city_id}
        if elsewhere or row.date != event.date:
            where = {"city": event.city, "date": event.date}
            reason = _("the event was in %(city)s on %(date)s; the row names another place or day")
            row.cells.refuse("event", row.event, reason % where)
        row.where |= {"event_id": event.pk, "city_id": event.city_id}

    def _identify(self, row: CountRow) -> None:
        organisations, cells = self._context.organisations, row.cells
        row.where["organisation_id"] = organisations.find(cells, "organisation", row.organisation)
        publisher = row.publisher and organisations.find(cells, "publisher", row.publisher)
        row.where["source_id"] = None
        if row.url or publisher or not row.publisher:
            document = Document(row.url, publisher or None, row.title, day=row.date)
            row.where["source_id"] = self._context.sources.find_id(cells, "url", document)

    def _pair(self, rows: Sequence[CountRow]) -> list[ReportedCount | None]:
        wanted = [Wanted(row.outcome.line, _key(row), partial(_is_same, row)) for row in rows]
        return pair(self._context, wanted, _existing(rows))

    def _compare(self, row: CountRow, record: ReportedCount) -> None:
        self._context.scratch.remember("row", _says(row), "", row.outcome.line)
        if differing := _differing(row, record):
            row.outcome.status = Status.CHANGED
            row.outcome.differences = described(record, differing)
            row.outcome.changes.append(Change(record, differing))
        else:
            row.outcome.status = Status.HERE

    def _propose(self, row: CountRow) -> None:
        context, outcome = self._context, row.outcome
        # Rows of the same lot may have proposed meanwhile what this one names.
        self._identify(row)
        if earlier := context.scratch.recall("row", _says(row)):
            outcome.status, outcome.same_as_line = Status.HERE, earlier[1]
            return
        if event := self._events.get(row.event):
            context.rest_on(event, row.cells.column("event"), outcome)
        source = context.sources.there(row.where["source_id"])
        context.rest_on(source, row.cells.column("url"), outcome)
        origin = context.sources.there(self._origin(row))
        context.rest_on(origin, row.cells.column("publisher"), outcome)
        if outcome.blocked:
            return
        self._plan_names(row)
        context.scratch.remember("row", _says(row), "", outcome.line)
        values: dict[str, Any] = {"id": new_id(), "date": row.date, **row.where}
        values |= {name: value for name, value in _said(row).items() if value not in ("", None)}
        values["language"] = self._language(row, source)
        context.claim(values["id"], outcome.line)
        outcome.create.append(Proposal(ReportedCount, values, line=outcome.line))

    def _language(self, row: CountRow, source: Source | None) -> str:
        """Return the language of the words; what a row leaves open is never compared again."""
        expected = self._context.document_values(row.url)["language"]
        of_source = source.language if source else expected
        return figures.language(row.texts["language"], row.figure.phrase, of_source)

    def _origin(self, row: CountRow) -> str | None:
        """Return the id of what a new document repeats, if that is there or planned."""
        if not row.origin or row.where["source_id"]:
            return None
        publisher = self._context.organisations.find(row.cells, "publisher", row.origin)
        return self._context.sources.origin(row.cells, publisher)

    def _plan_names(self, row: CountRow) -> None:
        context, cells, outcome = self._context, row.cells, row.outcome
        plan = context.organisations.find_or_plan
        row.where["organisation_id"] = plan(cells, "organisation", row.organisation, outcome)
        if row.where["source_id"] is None:
            publisher = row.publisher and plan(cells, "publisher", row.publisher, outcome)
            values: dict[str, Any] = {**context.document_values(row.url)}
            if row.origin:
                values["derived_from_id"] = self._origin(row) or self._plan_origin(row)
            document = Document(row.url, publisher or None, row.title, values)
            row.where["source_id"] = context.sources.plan(document, outcome)

    def _plan_origin(self, row: CountRow) -> str:
        context, outcome = self._context, row.outcome
        publisher = context.organisations.find_or_plan(row.cells, "publisher", row.origin, outcome)
        return context.sources.plan(Document("", publisher), outcome)


def _events(slugs: set[str]) -> dict[str, Event]:
    return {
        event.slug: event
        for lot in in_lots(slugs)
        for event in Event.objects.select_related("city").filter(slug__in=lot)
    }


def _existing(rows: Sequence[CountRow]) -> dict[Hashable, list[ReportedCount]]:
    there: dict[Hashable, list[ReportedCount]] = defaultdict(list)
    sources = {row.where["source_id"] for row in rows if row.where["source_id"]}
    days = {row.date for row in rows}
    for lot in in_lots(sources):
        records = ReportedCount.objects.filter(
            source__in=lot, date__gte=min(days), date__lte=max(days)
        )
        for record in records.order_by("entered_at", "id"):
            there[_identity(vars(record))].append(record)
    return there


def _identity(values: Mapping[str, Any]) -> Hashable:
    return tuple(values[name] for name in _IDENTITY)


def _key(row: CountRow) -> Hashable:
    return _identity({**row.where, **row.figure.values(), "date": row.date})


def _says(row: CountRow) -> Hashable:
    """Return all that makes two rows of one file the same figure (domain.md, rule 10)."""
    quantity = row.figure.quantity
    return (_key(row), quantity, row.figure.moment.text)


def _said(row: CountRow) -> dict[str, Any]:
    return {**row.figure.values(), **row.texts}


def _is_same(row: CountRow, record: ReportedCount) -> bool:
    return not _differing(row, record)


def _differing(row: CountRow, record: ReportedCount) -> dict[str, Any]:
    return changed(record, _said(row), FIGURE_COLUMNS)
