"""Files of sources: one document a row, recognised by its address."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from detentions.choices import SourceKind
from detentions.intake.cells import Cells
from detentions.intake.files import Row
from detentions.intake.keys import match_key
from detentions.intake.matching import changed, described
from detentions.intake.organisations import LONGEST_NAME
from detentions.intake.outcome import Change, Outcome, Status
from detentions.intake.reader import Reader
from detentions.intake.sources import Document
from detentions.models import Source

_TITLE = 500
_YES_NO = {"yes": True, "no": False, "": None}


@dataclass(slots=True)
class _SourceRow:
    """A row as read."""

    cells: Cells
    outcome: Outcome
    url: str
    title: str
    publisher: str
    # The address of what it repeats, and whom: a row may say either.
    origin: str
    origin_publisher: str
    values: dict[str, Any] = field(default_factory=dict)


class SourceFiles(Reader):
    """The reader of files of sources."""

    fields: ClassVar = {
        "url": False,
        "title": False,
        "publisher": False,
        "kind": False,
        "language": False,
        "archived_url": False,
        "published_on": False,
        "accessed_on": False,
        "derived_from": False,
        "confidential": False,
        "notes": False,
    }

    def triage(self, rows: Sequence[tuple[Row, Outcome]]) -> list[Outcome]:
        """Decide for each row of one lot where it stands."""
        read = [kept for row, outcome in rows if (kept := self._read(row, outcome))]
        self._context.sources.load(url for row in read for url in (row.url, row.origin))
        for row in read:
            self._decide(row)
        return []

    def _read(self, row: Row, outcome: Outcome) -> _SourceRow | None:
        cells = Cells(row, self._context.layout, outcome)
        today = self._context.today
        printed = cells.text("publisher", LONGEST_NAME)
        publishers = self._context.organisations.publishers(printed)
        read = _SourceRow(
            cells=cells,
            outcome=outcome,
            url=cells.address("url"),
            title=cells.text("title", _TITLE),
            publisher=publishers.publisher,
            origin_publisher=publishers.origin,
            origin=cells.address("derived_from"),
        )
        kind = cells.choice("kind", SourceKind, default=SourceKind.ARTICLE)
        confidential = cells.text("confidential").lower()
        if confidential not in _YES_NO:
            cells.refuse("confidential", confidential, _("not one of yes, no"))
        read.values = {
            "kind": kind if cells.text("kind") else "",
            "language": cells.language("language"),
            "archived_url": cells.address("archived_url"),
            "published_on": cells.date("published_on", today=today),
            "accessed_on": cells.date("accessed_on", today=today),
            "confidential": _YES_NO.get(confidential),
            "notes": cells.text("notes"),
        }
        if read.origin and read.origin == read.url:
            cells.refuse("derived_from", read.origin, _("a source does not repeat itself"))
        if not (read.url or read.title):
            cells.refuse("url", "", _("no address and no title: give one of them"))
        return None if outcome.blocked else read

    def _decide(self, row: _SourceRow) -> None:
        organisations, sources = self._context.organisations, self._context.sources
        cells, outcome = row.cells, row.outcome
        publisher = None
        if row.publisher:
            publisher = organisations.find(cells, "publisher", row.publisher)
        origin_id = None
        if row.origin:
            origin_id = sources.find_id(cells, "derived_from", Document(row.origin))
        if row.origin and origin_id is None and not outcome.blocked:
            cells.refuse(
                "derived_from", row.origin, _("no source has this address: bring it first")
            )
        document = Document(row.url, publisher, row.title)
        known = row.url or publisher or not row.publisher
        found = sources.find_id(cells, "url", document) if known else None
        if outcome.blocked or self._repeats(cells, "url", *_says(row, publisher)):
            return
        if earlier := self._context.scratch.recall("source", document.key):
            outcome.status, outcome.same_as_line = Status.HERE, earlier[1]
        elif source := sources.there(found):
            self._compare(row, source, publisher, origin_id)
        else:
            if row.publisher:
                plan = organisations.find_or_plan
                publisher = plan(cells, "publisher", row.publisher, outcome)
            said = {name: value for name, value in row.values.items() if value not in ("", None)}
            if origin_id := origin_id or self._unnamed_origin(row):
                said["derived_from_id"] = origin_id
            sources.plan(Document(row.url, publisher, row.title, said), outcome)

    def _unnamed_origin(self, row: _SourceRow) -> str | None:
        """Return the id of what "X citing Y" repeats, proposing it where it is not there."""
        if not row.origin_publisher:
            return None
        context = self._context
        plan = context.organisations.find_or_plan
        publisher = plan(row.cells, "publisher", row.origin_publisher, row.outcome)
        found = context.sources.origin(row.cells, publisher)
        return found or context.sources.plan(Document("", publisher), row.outcome)

    def _compare(
        self, row: _SourceRow, source: Source, publisher: str | None, origin_id: str | None
    ) -> None:
        self._context.scratch.remember(
            "source", Document(row.url, publisher, row.title).key, source.pk, row.outcome.line
        )
        values = {name: value for name, value in row.values.items() if name != "notes"}
        values |= {"title": row.title, "publisher_id": publisher, "derived_from_id": origin_id}
        if row.publisher and publisher is None:
            plan = self._context.organisations.find_or_plan
            values["publisher_id"] = plan(row.cells, "publisher", row.publisher, row.outcome)
        if source.derived_from_id is None and origin_id is None:
            values["derived_from_id"] = self._unnamed_origin(row)
        differing = changed(source, values)
        if "derived_from_id" in differing and _leads_back(source, origin_id):
            reason = _("is itself derived from this source, perhaps by way of others: check both")
            row.cells.refuse("derived_from", row.origin, reason)
            return
        if not differing:
            row.outcome.status = Status.HERE
            return
        row.outcome.status = Status.CHANGED
        row.outcome.differences = described(source, differing)
        row.outcome.changes.append(Change(source, differing))


def _leads_back(source: Source, origin_id: str | None) -> bool:
    met: set[str] = set()
    while origin_id and origin_id not in met:
        met.add(origin_id)
        row = Source.objects.filter(pk=origin_id)
        origin_id = row.values_list("derived_from", flat=True).first()
    return source.pk in met


def _says(row: _SourceRow, publisher: str | None) -> tuple[Hashable, Hashable]:
    """Return what makes two rows the same document, and all that a row says about it."""
    name = match_key(row.publisher)
    key = row.url or (publisher or name, row.title)
    origin = row.origin or match_key(row.origin_publisher)
    return key, (row.title, name, origin, sorted(row.values.items(), key=str))
