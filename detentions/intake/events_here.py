"""The events that are here already, and what rows of a file say differently about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from detentions.intake.context import Context
from detentions.intake.event_rows import EventRow
from detentions.intake.figures import FIGURE_COLUMNS
from detentions.intake.keys import match_key
from detentions.intake.lots import in_lots
from detentions.intake.matching import Wanted, changed, described, pair
from detentions.intake.outcome import Status
from detentions.intake.places import Place
from detentions.models import Citation, Event, EventName, ReportedCount

_COUNT_COLUMNS = (*FIGURE_COLUMNS, "phrase")


@dataclass(frozen=True, slots=True)
class Spot:
    """One city of one row; a row with several cities is about as many events."""

    row: EventRow
    number: int
    place: Place | None


@dataclass(slots=True)
class Found:
    """An event that is here, with what a row says otherwise or in addition."""

    event: Event
    values: dict[str, Any]
    links: list[str]
    names: list[tuple[str, str]]
    count: ReportedCount | None
    count_values: dict[str, Any]
    count_missing: bool

    @property
    def status(self) -> Status:
        """Return whether the row says anything new."""
        says = self.values or self.links or self.names or self.count_values or self.count_missing
        return Status.CHANGED if says else Status.HERE

    def differences(self) -> list[str]:
        """Return what the row says otherwise, in words."""
        listed = described(self.event, self.values)
        listed += [_("new address: %(link)s") % {"link": link} for link in self.links]
        listed += [_("new name: %(name)s") % {"name": name} for name, _language in self.names]
        if self.count:
            listed += described(self.count, self.count_values)
        if self.count_missing:
            listed.append(_("a figure, where there was none"))
        return listed


class EventsHere:
    """The events of the days and cities of one lot of rows, and all that hangs on them."""

    def __init__(self, context: Context, spots: Sequence[Spot]) -> None:
        events = {event.pk: event for event in _events(spots)}
        self._cited: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        self._names: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        self._counts: dict[str, list[ReportedCount]] = defaultdict(list)
        references = self._load(events)
        there = self._by_key(events, references, {spot.row.dataset_id for spot in spots})
        wanted = [
            Wanted(spot.row.outcome.line, _key(spot), partial(self._is_same, spot.row))
            for spot in spots
        ]
        self._paired = {
            (spot.row.outcome.line, spot.number): event
            for spot, event in zip(spots, pair(context, wanted, there), strict=True)
        }

    def find(self, spot: Spot) -> Found | None:
        """Return the event that a row is about, if it is here."""
        event = self._paired[(spot.row.outcome.line, spot.number)]
        return self._compare(spot.row, event) if event else None

    def kept(self, event: Event) -> dict[str, list[dict[str, Any]]]:
        """Return the child rows of an event that stay as they are when others are added."""
        return {
            "citations": [{"id": pk} for pk, _source, _url in self._cited[event.pk]],
            "names": [{"id": pk} for pk, _name, _language in self._names[event.pk]],
        }

    def _load(self, events: Collection[str]) -> list[tuple[str, str, str]]:
        """Load what hangs on the events; returns (event, source, locator) of the citations."""
        references = []
        for lot in in_lots(events):
            cited = Citation.objects.filter(event__in=lot).order_by("id")
            columns = ("event_id", "id", "source_id", "source__url", "locator")
            for event_id, pk, source_id, url, locator in cited.values_list(*columns):
                self._cited[str(event_id)].append((pk, source_id, url))
                references.append((str(event_id), source_id, locator))
            named = EventName.objects.filter(event__in=lot).order_by("id")
            for name in named:
                self._names[str(name.event_id)].append((name.pk, name.name, name.language))
            for count in ReportedCount.objects.filter(event__in=lot).order_by("entered_at", "id"):
                self._counts[str(count.event_id)].append(count)
        return references

    def _by_key(
        self,
        events: Mapping[str, Event],
        references: Sequence[tuple[str, str, str]],
        datasets: set[str | None],
    ) -> dict[Hashable, list[Event]]:
        there: dict[Hashable, dict[str, Event]] = defaultdict(dict)
        for event_id, source_id, locator in references:
            if source_id in datasets and locator:
                there[("reference", locator)][event_id] = events[event_id]
        for pk, event in events.items():
            others = [name for _pk, name, _language in self._names[pk]]
            for name in (event.name, *others):
                key = _identity(event.date, event.city_id, name, event.place_detail)
                there[key][pk] = event
        # In the order in which numbers were given to equal slugs.
        return {
            key: sorted(found.values(), key=lambda event: (len(event.slug), event.slug))
            for key, found in there.items()
        }

    def _is_same(self, row: EventRow, event: Event) -> bool:
        return self._compare(row, event).status is Status.HERE

    def _compare(self, row: EventRow, event: Event) -> Found:
        urls = {url for _pk, _source, url in self._cited[event.pk]}
        bears = {(name, language) for _pk, name, language in self._names[event.pk]}
        count = self._count(row, event)
        figure = row.figure.values() if row.figure else {}
        said = {**row.values, "date": row.date}
        if said["name"] in {name for name, _language in bears}:
            said.pop("name")
        return Found(
            event=event,
            values=changed(event, said),
            links=[link for link in row.links if link not in urls],
            names=[name for name in row.names if name not in bears],
            count=count,
            count_values=changed(count, figure, _COUNT_COLUMNS) if count and figure else {},
            count_missing=bool(figure) and count is None,
        )

    def _count(self, row: EventRow, event: Event) -> ReportedCount | None:
        if not row.figure:
            return None
        figure = row.figure.values()
        about = (row.organisation_id, row.figure.measure, row.figure.group)
        found = [
            count
            for count in self._counts[event.pk]
            if (count.organisation_id, count.measure, count.group) == about
        ]
        # A list that grew has several figures: the row may be any of them.
        found.sort(key=lambda count: bool(changed(count, figure, _COUNT_COLUMNS)))
        return found[0] if found else None


def _events(spots: Sequence[Spot]) -> Iterator[Event]:
    days = {spot.row.date for spot in spots}
    cities = {spot.place.id for spot in spots if spot.place}
    for lot in in_lots(cities):
        yield from Event.objects.filter(date__in=days, city__in=lot)
    datasets = {spot.row.dataset_id for spot in spots} - {None}
    references = {spot.row.reference for spot in spots} - {""}
    for lot in in_lots(references):
        cited = Citation.objects.filter(source__in=datasets, locator__in=lot)
        yield from Event.objects.filter(pk__in=cited.values("event_id"))


def _key(spot: Spot) -> Hashable:
    row = spot.row
    if row.reference and len(row.cities) == 1:
        return ("reference", row.reference)
    city_id = spot.place.id if spot.place else None
    return _identity(row.date, city_id, row.values["name"], row.values["place_detail"])


def _identity(day: Any, city_id: str | None, name: str, detail: str) -> Hashable:
    return (day, city_id, match_key(name), detail.casefold())
