"""The invented people of the demonstration and what happened to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from detentions import entry
from detentions.choices import CustodyKind, NamePublication, PublicationState
from detentions.demo import carried
from detentions.demo.carried import Staff
from detentions.demo.documents import Documents
from detentions.entry import Batch, Proposal
from detentions.models import City, Detainee, Detention, Event, Source
from detentions.models.base import Record

_FILE = "people.json"
_CONSENT = "Nobody: the person is invented"
_REASON = "Shows this form of publication"
_FROM_COURT = {CustodyKind.TRIED, CustodyKind.CHARGED, CustodyKind.SENTENCED}
# Where a person is listed with the detention, the rest of the line is about the person.
_APART = ("names", "detentions")


def load_people(staff: Staff) -> None:
    """Enter the invented people; a few detentions stay drafts, wait for review or are withdrawn."""
    content = carried.document(_FILE)
    public = (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
    with carried.batch(staff, "detentions", _FILE) as batch:
        made = _enter(batch, content, public)
    for detention in made[PublicationState.WITHDRAWN]:
        entry.withdraw(
            detention,
            by=staff.publisher,
            revision=detention.revision,
            reason="Shows a withdrawn record",
        )
    waiting = (PublicationState.DRAFT, PublicationState.IN_REVIEW)
    with carried.batch(staff, "detentions", _FILE, publish=False) as batch:
        made = _enter(batch, content, waiting)
    for detention in made[PublicationState.IN_REVIEW]:
        entry.submit(detention, by=staff.enterer, revision=detention.revision)


def _enter(
    batch: Batch, content: Mapping[str, Any], states: Iterable[str]
) -> dict[str, list[Detention]]:
    """Enter the detentions that are to be in one of the states; return them by state."""
    made: dict[str, list[Detention]] = {state: [] for state in states}
    documents = Documents(batch)
    sources = {key: documents.titled(**about) for key, about in content["sources"].items()}
    lookup = _Lookup(sources)
    for person in content["people"]:
        taken = [one for one in person["detentions"] if _state(one) in made]
        if not taken:
            continue
        (detainee,) = batch.create([_person(person)])
        records = batch.create(lookup.detention(one, detainee) for one in taken)
        for one, record in zip(taken, records, strict=True):
            made[_state(one)].append(cast(Detention, record))
    return made


def _state(detention: Mapping[str, Any]) -> str:
    return str(detention.get("state", PublicationState.PUBLISHED))


def _person(person: Mapping[str, Any]) -> Proposal:
    values = {name: value for name, value in person.items() if name not in _APART}
    if person["name_publication"] != NamePublication.WITHHELD:
        values |= {"consent_by": _CONSENT, "publication_reason": _REASON}
    return Proposal(Detainee, values, {"names": [{"name": name} for name in person["names"]]})


class _Lookup:
    """The records that detentions hang on, by the names that the file has for them."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._cities = City.objects.in_bulk(field_name="slug")
        self._events = Event.objects.in_bulk(field_name="slug")

    def detention(self, one: Mapping[str, Any], detainee: Record) -> Proposal:
        """Return the proposal of one detention with its roles, steps and citations."""
        apart = {"roles", "custody_events", "sources", "state"}
        values = {
            **{name: value for name, value in one.items() if name not in apart},
            "detainee": detainee,
            "city": self._cities[one["city"]],
            "event": self._events[one["event"]] if one.get("event") else None,
            "precision": "minute" if one.get("time") else "day",
        }
        steps = [
            {**step, "order": order, "source": self._source(step)}
            for order, step in enumerate(one["custody_events"])
        ]
        parts = {
            "roles": [{"role": role} for role in one.get("roles", ())],
            "custody_events": steps,
            "citations": [{"source": self._sources[key]} for key in one["sources"]],
        }
        return Proposal(Detention, values, parts)

    def _source(self, step: Mapping[str, Any]) -> Source:
        return self._sources["court" if step["kind"] in _FROM_COURT else "list"]
