"""Printed figures as counting reads them: little, and the same wherever they come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from django.db.models import Q

from detentions.choices import Measure, Qualifier
from detentions.public.models import PublicReportedCount

# A named list counts as "at least n" detained; no other measures stand for each other (rule 4).
DETAINED = (Measure.DETAINED.value, Measure.NAMES_ON_LIST.value)
_EARLIEST = datetime.min.replace(tzinfo=UTC)


class Place(NamedTuple):
    """A city, a region, another area, or the country, by id."""

    kind: str
    id: str


COUNTRY = Place("country", "")


class Row(NamedTuple):
    """One published figure. Field names are columns of the view."""

    id: str
    organisation_slug: str
    organisation_name: str
    organisation_rank: int
    counts_towards_headlines: bool
    source_id: str | None
    date: date
    city_id: str | None
    city_region_id: str | None
    region_id: str | None
    region_kind: str
    event_id: str | None
    measure: str
    group: str
    qualifier: str
    low: int | None
    high: int | None
    as_of: datetime | None
    as_of_text: str
    superseded: bool

    @property
    def place(self) -> Place:
        """Where the people were counted."""
        if self.city_id:
            return Place("city", self.city_id)
        if self.region_id:
            return Place(self.region_kind, self.region_id)
        return COUNTRY


class Key(NamedTuple):
    """What an organisation has one current figure for (rule 3)."""

    organisation: str
    place: Place
    event_id: str | None
    measure: str
    group: str


def rows(where: Q) -> Iterator[Row]:
    """Read the figures that a condition on the view's columns names."""
    found = PublicReportedCount.objects.filter(where).values_list(*Row._fields)
    return (Row(*values) for values in found.iterator(chunk_size=2000))


def row_of(figure: PublicReportedCount) -> Row:
    """Return a figure that was read in full in the form that is counted."""
    return Row(*(getattr(figure, name) for name in Row._fields))


def by_day(figures: Iterable[Row]) -> dict[date, list[Row]]:
    """Group figures by the day that they count."""
    days: dict[date, list[Row]] = defaultdict(list)
    for figure in figures:
        days[figure.date].append(figure)
    return days


def current(figures: Iterable[Row]) -> dict[Key, Row]:
    """Return the current figure of each organisation for each place, measure and group.

    The largest low bound among figures that nothing supersedes, on a tie the latest as-of. A
    figure without a number is current only where the organisation has none with one, and "none
    reported" only where it has no words for some either.
    """
    found: dict[Key, Row] = {}
    for row in figures:
        if row.superseded:
            continue
        key = Key(row.organisation_slug, row.place, row.event_id, row.measure, row.group)
        if key not in found or _strength(row) > _strength(found[key]):
            found[key] = row
    return found


def _strength(row: Row) -> tuple[int, datetime, str]:
    return _least(row), row.as_of or _EARLIEST, row.id


def _least(row: Row) -> int:
    """Return what a figure says at the least; a day's list only grows, so "none" never outgrows."""
    if row.low is not None:
        return row.low
    return -2 if row.qualifier == Qualifier.NONE_REPORTED else -1
