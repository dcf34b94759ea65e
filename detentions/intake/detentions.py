"""Files of detentions: one person, one taking a row; who is who is asked, never guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from detentions.entry import NotAllowedError, Proposal, rights
from detentions.ids import new_id
from detentions.intake.detention_rows import FIELDS, DetentionRow, read_row
from detentions.intake.detentions_here import DetentionsHere, Found
from detentions.intake.files import Row
from detentions.intake.outcome import Change, Outcome, Status
from detentions.intake.reader import Reader
from detentions.intake.sources import Document
from detentions.models import Detainee, Detention

# What the column "person" holds for somebody who is not here yet: "new", or "new:" and a label
# that the rows about one new person share.
NEW = "new"


class Detentions(Reader):
    """The reader of files of detentions."""

    fields = FIELDS

    def triage(self, rows: Sequence[tuple[Row, Outcome]]) -> list[Outcome]:
        """Decide for each row of one lot where it stands."""
        context = self._context
        read = [kept for row, outcome in rows if (kept := read_row(row, outcome, context))]
        context.places.load(row.city for row in read)
        context.sources.load(link for row in read for link in row.links)
        here = DetentionsHere(read)
        for row in read:
            if self._is_first(row) and self._look_up(row, here):
                self._decide(row, here)
        return []

    def _is_first(self, row: DetentionRow) -> bool:
        key = row.cells.key()
        if earlier := self._context.scratch.recall("row", key):
            row.outcome.status, row.outcome.same_as_line = Status.HERE, earlier[1]
            return False
        self._context.scratch.remember("row", key, "", row.outcome.line)
        return True

    def _look_up(self, row: DetentionRow, here: DetentionsHere) -> bool:
        cells = row.cells
        if place := self._context.places.city(cells, "city", row.city):
            row.city_id = place.id
        if row.event:
            event = here.events.get(row.event)
            row.event_id = event.pk if event else None
            if event is None:
                cells.refuse("event", row.event, _("no event has this name in its address"))
        for link in row.links:
            row.sources[link] = self._context.sources.find_id(cells, "links", Document(link))
        return not row.outcome.blocked

    def _decide(self, row: DetentionRow, here: DetentionsHere) -> None:
        found = here.find(row) if not row.person.startswith(NEW) else []
        free = [one for one in found if not self._context.is_claimed(one.detention)]
        if len(free) == 1:
            self._context.claim(free[0].detention.pk, row.outcome.line)
            self._complete(row, free[0])
        elif self._is_taken(row):
            return
        elif found:
            reason = _("several rows or detentions are about this name, day and city: %(ids)s")
            listed = ", ".join(one.detention.pk for one in found)
            row.cells.ask("name", row.name, reason % {"ids": listed})
        else:
            person_id = self._person(row, here)
            self._rest_on(row, here)
            if person_id:
                self._open_name(row, here.people.get(person_id))
            if not row.outcome.blocked:
                self._propose(row, person_id)

    def _is_taken(self, row: DetentionRow) -> bool:
        """Tell whether an earlier row takes the same new person on the same day; asks about it."""
        if row.person in ("", NEW):
            return False
        taking = (row.person, row.date, row.city_id)
        if earlier := self._context.scratch.recall("taking", taking):
            reason = _(
                "line %(line)d takes the same person on that day in that city: make them one row, "
                "or enter the second detention by hand"
            )
            row.cells.ask("person", row.person, reason % {"line": earlier[1]})
            return True
        self._context.scratch.remember("taking", taking, "", row.outcome.line)
        return False

    def _person(self, row: DetentionRow, here: DetentionsHere) -> str | None:
        """Return the id of the person of a new detention, None for somebody new; or ask."""
        scratch, outcome = self._context.scratch, row.outcome
        if row.person and not row.person.startswith(NEW):
            if row.person in here.people:
                return row.person
            row.cells.refuse("person", row.person, _("no detainee has this id: check it"))
        elif row.person.startswith(f"{NEW}:"):
            planned = scratch.recall("person", row.person)
            return planned[0] if planned else None
        elif not row.person and row.key:
            namesakes = here.namesakes(row.key)
            if namesakes:
                row.cells.ask("name", row.name, _same_name(namesakes))
            elif earlier := scratch.recall("namesake", row.key):
                reason = _(
                    "line %(line)d has the same name: write new:1 as the person of both if they "
                    "are one, or new in this row if they are two"
                )
                row.cells.ask("name", row.name, reason % {"line": earlier[1]})
        if row.key and not outcome.blocked:
            scratch.remember("namesake", row.key, "", outcome.line)
        return None

    def _rest_on(self, row: DetentionRow, here: DetentionsHere) -> None:
        context, cells = self._context, row.cells
        context.rest_on(here.events.get(row.event), cells.column("event"), row.outcome)
        if context.publisher and not row.links:
            cells.refuse("links", "", _("no detention is published without a source: give one"))
        for source_id in row.sources.values():
            source = context.sources.there(source_id)
            context.rest_on(source, cells.column("links"), row.outcome)

    def _open_name(self, row: DetentionRow, person: Detainee | None) -> None:
        """Refuse the row where publishing it opens a name that its publisher decided on."""
        publisher = self._context.publisher
        if publisher and person:
            try:
                rights.may_open_name(publisher, person)
            except NotAllowedError as error:
                row.cells.refuse("person", row.person, str(error))

    def _propose(self, row: DetentionRow, person_id: str | None) -> None:
        outcome = row.outcome
        if person_id is None:
            person_id = new_id()
            values = {name: value for name, value in row.person_values.items() if value}
            parts = {"names": [{"name": name} for name in dict.fromkeys(row.other_names)]}
            person = Proposal(Detainee, {"id": person_id, **values}, parts, outcome.line)
            outcome.create.append(person)
            if row.person.startswith(f"{NEW}:"):
                self._context.scratch.remember("person", row.person, person_id, outcome.line)
        values = {
            "id": new_id(),
            "detainee_id": person_id,
            "event_id": row.event_id,
            "city_id": row.city_id,
            "date": row.date,
            **row.values,
        }
        values = {name: value for name, value in values.items() if value not in ("", None)}
        parts = {
            "roles": [{"role": role} for role in row.roles],
            "custody_events": [row.step] if row.step else [],
            "citations": self._cite(row, row.links),
        }
        self._context.claim(str(values["id"]), outcome.line)
        outcome.create.append(Proposal(Detention, values, parts, outcome.line))

    def _cite(self, row: DetentionRow, links: Sequence[str]) -> list[dict[str, Any]]:
        sources = self._context.sources
        cited = []
        for link in links:
            source_id = sources.find_id(row.cells, "links", Document(link))
            if source_id is None:
                document = Document(link, values=self._context.document_values(link))
                source_id = sources.plan(document, row.outcome)
            cited.append({"source_id": source_id})
        return cited

    def _complete(self, row: DetentionRow, found: Found) -> None:
        outcome = row.outcome
        outcome.differences = found.differences()
        outcome.status = Status.CHANGED if outcome.differences else Status.HERE
        if found.person_values:
            outcome.changes.append(Change(found.detention.detainee, found.person_values))
        parts = dict(found.parts)
        if found.links:
            parts["citations"] = [*found.kept_citations, *self._cite(row, found.links)]
        if found.values or parts:
            outcome.changes.append(Change(found.detention, found.values, parts))


def _same_name(people: Sequence[Detainee]) -> str:
    listed = "; ".join(
        f"{person.pk} ({person.year_of_birth or _('year of birth unknown')})" for person in people
    )
    return _(
        "people of this name are here: write the id of the one meant as the person, or new: "
        "%(people)s"
    ) % {"people": listed}
