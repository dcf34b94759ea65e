"""The people and detentions that are here already, and what a row says differently about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from detentions.intake.detention_rows import DetentionRow
from detentions.intake.lots import in_lots
from detentions.intake.matching import changed, described
from detentions.models import Detainee, DetaineeName, Detention, Event

# Set at the first entry and then by people alone: a file does not change how a name is published.
_DECIDED_BY_PEOPLE = {
    "name",
    "name_publication",
    "consent_by",
    "publication_reason",
    "pseudonym",
    "contacts",
    "notes",
}


@dataclass(slots=True)
class Found:
    """A detention that is here, with what a row says otherwise or in addition."""

    detention: Detention
    values: dict[str, Any]
    person_values: dict[str, Any]
    links: list[str]
    parts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    kept_citations: list[dict[str, Any]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)

    def differences(self) -> list[str]:
        """Return what the row says otherwise, in words."""
        listed = described(self.detention, self.values)
        listed += described(self.detention.detainee, self.person_values)
        listed += [_("new address: %(link)s") % {"link": link} for link in self.links]
        return listed + [_("new: %(what)s") % {"what": what} for what in self.added]


class DetentionsHere:
    """The people whom a lot of rows names, their detentions, and the events in question."""

    def __init__(self, rows: Sequence[DetentionRow]) -> None:
        slugs = {row.event for row in rows if row.event}
        self.events = {
            event.slug: event
            for lot in in_lots(slugs)
            for event in Event.objects.filter(slug__in=lot)
        }
        self._by_key: dict[str, dict[str, Detainee]] = defaultdict(dict)
        self.people: dict[str, Detainee] = {}
        self._load_people(rows)
        self._detentions: dict[tuple[str, Any], list[Detention]] = defaultdict(list)
        for lot in in_lots(self.people):
            for detention in (
                Detention.objects.filter(detainee__in=lot)
                .select_related("detainee")
                .prefetch_related("roles", "custody_events", "citations__source")
            ):
                self._detentions[(detention.detainee_id, detention.date)].append(detention)

    def namesakes(self, key: str) -> list[Detainee]:
        """Return the people who bear a name in any stored form."""
        return list(self._by_key.get(key, {}).values())

    def find(self, row: DetentionRow) -> list[Found]:
        """Return the detentions of people of this name on this day in this city."""
        if row.person in self.people:
            people = [self.people[row.person]]
        elif row.key:
            people = self.namesakes(row.key)
        else:
            alias = row.person_values["pseudonym"]
            people = [person for person in self.people.values() if person.pseudonym == alias]
        born = row.person_values["year_of_birth"]
        return [
            _compare(row, detention)
            for person in people
            if not born or person.year_of_birth in (None, born)
            for detention in self._detentions[(person.pk, row.date)]
            if detention.city_id == row.city_id
        ]

    def _load_people(self, rows: Sequence[DetentionRow]) -> None:
        keys = {row.key for row in rows if row.key}
        ids = {row.person for row in rows if row.person}
        aliases = {row.person_values["pseudonym"] for row in rows if not row.key}
        for lot in in_lots(keys):
            for person in Detainee.objects.filter(key__in=lot):
                self._by_key[person.key][person.pk] = person
            others = DetaineeName.objects.filter(key__in=lot).select_related("detainee")
            for name in others:
                self._by_key[name.key][name.detainee.pk] = name.detainee
        for lot in in_lots(ids | aliases):
            found = Detainee.objects.filter(Q(pk__in=lot) | Q(pseudonym__in=lot))
            self.people.update((person.pk, person) for person in found)
        for found_by_key in self._by_key.values():
            self.people.update(found_by_key)


def _compare(row: DetentionRow, detention: Detention) -> Found:
    said = {**row.values, "event_id": row.event_id}
    said.pop("notes")
    if said["time"] == detention.time:
        said.pop("precision")
    about = {
        name: value
        for name, value in row.person_values.items()
        if name not in _DECIDED_BY_PEOPLE and value
    }
    cited = list(detention.citations.all())
    urls = {citation.source.url for citation in cited}
    found = Found(
        detention,
        values=changed(detention, said),
        person_values=changed(detention.detainee, about),
        links=[link for link in row.links if link not in urls],
        kept_citations=[{"id": citation.pk} for citation in cited],
    )
    roles = list(detention.roles.all())
    missing = [role for role in row.roles if role not in {held.role for held in roles}]
    if missing:
        kept: list[dict[str, Any]] = [{"id": held.pk} for held in roles]
        found.parts["roles"] = [*kept, *({"role": role} for role in missing)]
        found.added += missing
    steps = list(detention.custody_events.all())
    if row.step and (row.step["kind"], row.step["date"]) not in {(s.kind, s.date) for s in steps}:
        kept = [{"id": step.pk} for step in steps]
        found.parts["custody_events"] = [*kept, row.step]
        found.added.append(f"{row.step['kind']} {row.step['date']}")
    return found
