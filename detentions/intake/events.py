"""Files of events: one gathering a row, with the number of detained people where it is stated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detentions.choices import SourceKind
from detentions.entry import Proposal
from detentions.ids import new_id
from detentions.intake import figures
from detentions.intake.event_rows import FIELDS, EventRow, read_row
from detentions.intake.events_here import EventsHere, Found, Spot
from detentions.intake.files import Row
from detentions.intake.outcome import Change, Outcome, Status
from detentions.intake.places import Place
from detentions.intake.reader import Reader
from detentions.intake.slugs import slug_of
from detentions.intake.sources import Document
from detentions.models import Event, ReportedCount

_SLUG = 100


class Events(Reader):
    """The reader of files of events."""

    fields = FIELDS

    def triage(self, rows: Sequence[tuple[Row, Outcome]]) -> list[Outcome]:
        """Decide for each row of one lot where it stands."""
        context = self._context
        read = [kept for row, outcome in rows if (kept := read_row(row, outcome, context))]
        printed = {city for row in read for city in row.cities}
        if self._creates_places:
            context.places.load_exact(printed)
        else:
            context.places.load(printed)
        about = context.layout.mapping.dataset
        context.sources.load({link for row in read for link in row.links} | {about.get("url", "")})
        spots = [self._look_up(row) for row in read if self._is_first(row)]
        listed = [spot for row_spots in spots for spot in row_spots]
        here = EventsHere(context, listed)
        context.slugs.foresee(Event, map(_slug, listed))
        for row_spots in spots:
            if row_spots:
                self._decide(row_spots[0].row, row_spots, here)
        return []

    @property
    def _creates_places(self) -> bool:
        return self._context.layout.mapping.places == "create"

    def _is_first(self, row: EventRow) -> bool:
        key = row.cells.key()
        if earlier := self._context.scratch.recall("row", key):
            row.outcome.status, row.outcome.same_as_line = Status.HERE, earlier[1]
            return False
        self._context.scratch.remember("row", key, "", row.outcome.line)
        number = ("reference", row.reference)
        return not row.reference or not self._repeats(row.cells, "reference", number, key)

    def _look_up(self, row: EventRow) -> list[Spot]:
        """Return the row's cities, as far as they are there; none where the row is blocked."""
        places, cells = self._context.places, row.cells
        spots = []
        for number, printed in enumerate(row.cities):
            if self._creates_places:
                place = places.city_in(cells, "city", printed, row.region)
            else:
                place = places.city(cells, "city", printed)
            spots.append(Spot(row, number, place))
        if not row.outcome.blocked:
            self._identify(row)
        return [] if row.outcome.blocked else spots

    def _identify(self, row: EventRow) -> None:
        organisations, sources = self._context.organisations, self._context.sources
        if row.organisation:
            row.organisation_id = organisations.find(row.cells, "organisation", row.organisation)
        for link in row.links:
            row.sources[link] = sources.find_id(row.cells, "links", Document(link))
        if document := self._dataset(row, self._publisher(row)):
            row.dataset_id = sources.find_id(row.cells, "links", document)

    def _publisher(self, row: EventRow) -> str | None:
        name = self._context.layout.mapping.dataset.get("publisher", "")
        find = self._context.organisations.find
        return find(row.cells, "organisation", name) if name else None

    def _dataset(self, row: EventRow, publisher: str | None) -> Document | None:
        """Return the file itself as a document: it supports what no link does."""
        about = self._context.layout.mapping.dataset
        if not about.get("title"):
            return None
        values = {"kind": SourceKind.DATASET, "language": about.get("language", "")}
        return Document(about.get("url", ""), publisher, about["title"], values)

    def _decide(self, row: EventRow, spots: Sequence[Spot], here: EventsHere) -> None:
        outcome = row.outcome
        found = [(spot, here.find(spot)) for spot in spots]
        fresh = [spot for spot, there in found if there is None]
        differing = [there for _spot, there in found if there and there.status is Status.CHANGED]
        outcome.status = Status.HERE
        if not fresh and not differing:
            return
        # Rows of the same lot may have proposed meanwhile what this one names.
        self._identify(row)
        self._rest_on(row, differing)
        if outcome.blocked:
            return
        cited = self._cite(row)
        for there in differing:
            self._complete(row, there, here, cited)
        for spot in fresh:
            self._propose(spot, cited)
        outcome.status = Status.NEW if fresh else Status.CHANGED

    def _rest_on(self, row: EventRow, differing: Sequence[Found]) -> None:
        context, column = self._context, row.cells.column("links")
        for source_id in (*row.sources.values(), row.dataset_id):
            context.rest_on(context.sources.there(source_id), column, row.outcome)
        for there in differing:
            if there.count_missing:
                context.rest_on(there.event, "", row.outcome)

    def _cite(self, row: EventRow) -> list[dict[str, Any]]:
        """Return the citations of a row, proposing the documents that are not there.

        The file itself is cited where it numbers its rows, and where a row has no link.
        """
        context, outcome = self._context, row.outcome
        cited: list[dict[str, Any]] = []
        for link, source_id in row.sources.items():
            if source_id is None:
                document = Document(link, values=context.document_values(link))
                source_id = row.sources[link] = context.sources.plan(document, outcome)
            cited.append({"source_id": source_id})
        if (row.reference or not cited) and context.layout.mapping.dataset.get("title"):
            row.dataset_id = row.dataset_id or self._plan_dataset(row)
            cited.append({"source_id": row.dataset_id, "locator": row.reference})
        return cited

    def _plan_dataset(self, row: EventRow) -> str:
        publisher = self._context.layout.mapping.dataset.get("publisher", "")
        publisher_id = None
        if publisher:
            plan = self._context.organisations.find_or_plan
            publisher_id = plan(row.cells, "organisation", publisher, row.outcome)
        document = self._dataset(row, publisher_id)
        return self._context.sources.plan(document, row.outcome) if document else ""

    def _propose(self, spot: Spot, cited: list[dict[str, Any]]) -> None:
        context, row, outcome = self._context, spot.row, spot.row.outcome
        place = spot.place or self._plan_city(row, row.cities[spot.number])
        values: dict[str, Any] = {
            "id": new_id(),
            "slug": context.slugs.take(Event, _slug(Spot(row, spot.number, place))),
            "date": row.date,
            "city_id": place.id,
            "notes": row.notes,
            **row.values,
        }
        values = {name: value for name, value in values.items() if value not in ("", None)}
        parts = {
            "names": [{"name": name, "language": language} for name, language in row.names],
            "citations": cited,
        }
        context.claim(values["id"], outcome.line)
        outcome.create.append(Proposal(Event, values, parts, outcome.line))
        if row.figure:
            self._propose_count(row, values["id"], place.id, cited)

    def _plan_city(self, row: EventRow, printed: str) -> Place:
        places = self._context.places
        planned = places.city_in(row.cells, "city", printed, row.region)
        return planned or places.plan_city(printed, row.region, row.outcome)

    def _propose_count(
        self, row: EventRow, event_id: str, city_id: str, cited: Sequence[dict[str, Any]]
    ) -> None:
        """Propose the figure of a row, printed in the first document that it cites."""
        organisation_id = self._context.organisations.find_or_plan(
            row.cells, "organisation", row.organisation, row.outcome
        )
        figure = row.figure.values() if row.figure else {}
        figure["language"] = self._language(row, cited[0]["source_id"])
        values = {
            "id": new_id(),
            "organisation_id": organisation_id,
            "source_id": cited[0]["source_id"],
            "date": row.date,
            "city_id": city_id,
            "event_id": event_id,
            **{name: value for name, value in figure.items() if value not in ("", None)},
        }
        row.outcome.create.append(Proposal(ReportedCount, values, line=row.outcome.line))

    def _language(self, row: EventRow, source_id: str) -> str:
        mapping, phrase = self._context.layout.mapping, row.figure.phrase if row.figure else ""
        source = self._context.sources.there(source_id)
        stated = mapping.number.language if mapping.number else ""
        return figures.language(stated, phrase, source.language if source else "")

    def _complete(
        self, row: EventRow, there: Found, here: EventsHere, cited: Sequence[dict[str, Any]]
    ) -> None:
        """Change an event that is here to what the row says, and add what it says more."""
        row.outcome.differences += there.differences()
        parts: dict[str, list[dict[str, Any]]] = {}
        kept = here.kept(there.event)
        if there.links:
            new = [{"source_id": row.sources[link]} for link in there.links]
            parts["citations"] = [*kept["citations"], *new]
        if there.names:
            new = [{"name": name, "language": language} for name, language in there.names]
            parts["names"] = [*kept["names"], *new]
        if there.values or parts:
            row.outcome.changes.append(Change(there.event, there.values, parts))
        if there.count and there.count_values:
            row.outcome.changes.append(Change(there.count, there.count_values))
        if there.count_missing:
            self._propose_count(row, there.event.pk, there.event.city_id, cited)


def _slug(spot: Spot) -> str:
    city = spot.place.slug if spot.place else slug_of(spot.row.cities[spot.number])
    return f"{spot.row.date}-{city}-{slug_of(spot.row.values['name'])}"[:_SLUG].strip("-")
