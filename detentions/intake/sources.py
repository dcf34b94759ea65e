"""Finding the document that a row is printed in, or proposing it: one source per address."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from detentions.entry import Proposal
from detentions.ids import new_id
from detentions.intake.cells import Cells
from detentions.intake.lots import in_lots
from detentions.intake.outcome import Outcome
from detentions.intake.scratch import Scratch
from detentions.models import Source


@dataclass(frozen=True, slots=True)
class Document:
    """What a row says about a document; without an address, publisher and title name it."""

    url: str
    publisher_id: str | None = None
    title: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    # The day that the row is about, for a document that neither address nor title names.
    day: date | None = None

    @property
    def key(self) -> Hashable:
        """Return what makes two mentions the same document."""
        return (self.url,) if self.url else ("", self.publisher_id, self.title)


class Sources:
    """The sources there are that one lot of rows may name."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._there: dict[Hashable, list[Source]] = {}
        self._by_id: dict[str, Source] = {}

    def load(self, urls: Iterable[str]) -> None:
        """Look up the addresses of one lot of rows in one query."""
        wanted = {url for url in urls if url}
        found: dict[str, list[Source]] = {url: [] for url in wanted}
        for lot in in_lots(wanted):
            for source in Source.objects.filter(url__in=lot):
                found[source.url].append(source)
        self._there, self._by_id = {}, {}
        for url, sources in found.items():
            self._keep((url,), sources)

    def find_id(self, cells: Cells, field: str, document: Document) -> str | None:
        """Return the id of the source, there or planned; asks where several have the address."""
        planned = self._scratch.recall("source", document.key)
        if planned:
            return planned[0]
        found = self._find(document)
        if len(found) > 1:
            cells.ask(
                field,
                document.url or document.title,
                _("%(number)d sources have this address: merge them first (%(ids)s)")
                % {"number": len(found), "ids": ", ".join(source.pk for source in found)},
            )
        return found[0].pk if len(found) == 1 else None

    def origin(self, cells: Cells, publisher_id: str | None) -> str | None:
        """Return the id of what echoes of a publisher repeat: its document that has no name.

        No echo says which document it repeats, so there is one for all, until somebody finds out.
        """
        return (
            self.find_id(cells, "publisher", Document("", publisher_id)) if publisher_id else None
        )

    def there(self, source_id: str | None) -> Source | None:
        """Return the source of an id that `find_id` gave, if it is there and not planned."""
        return self._by_id.get(source_id or "")

    def plan(self, document: Document, outcome: Outcome) -> str:
        """Propose a source; returns its id."""
        values = {
            "id": new_id(),
            "url": document.url,
            "title": document.title,
            "publisher_id": document.publisher_id,
            **document.values,
        }
        self._scratch.remember("source", document.key, values["id"], outcome.line)
        outcome.create.append(Proposal(Source, values, line=outcome.line))
        return str(values["id"])

    def _find(self, document: Document) -> list[Source]:
        if document.key not in self._there:
            rows = Source.objects.filter(
                url=document.url, publisher=document.publisher_id, title=document.title
            )
            self._keep(document.key, list(rows))
        return self._there[document.key] or self._of_that_day(document)

    def _of_that_day(self, document: Document) -> list[Source]:
        """Return what the publisher's figures of the day are printed in, somebody having named it.

        Without it, a file would bring its figures again once a person has entered the title.
        """
        if document.url or document.title or not (document.publisher_id and document.day):
            return []
        rows = Source.objects.filter(
            url="", publisher=document.publisher_id, reported_counts__date=document.day
        )
        found = list(rows.distinct())
        self._by_id.update((source.pk, source) for source in found)
        return found

    def _keep(self, key: Hashable, found: list[Source]) -> None:
        self._there[key] = found
        self._by_id.update((source.pk, source) for source in found)
