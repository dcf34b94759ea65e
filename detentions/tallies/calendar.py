"""On which days anything is published, and what number a Sunday has (rules 11 and 12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Value

from detentions import sundays
from detentions.public.models import (
    PublicEvent,
    PublicEventSeries,
    PublicReportedCount,
    PublicTally,
)
from detentions.tallies.errors import NotASundayError, OutsideCalendarError

_SUNDAY = 6
_REPORTED, _DOCUMENTED, _SERIES = range(3)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days with a published event or count, days with a published detention, and the series.

    `first_date` is the earliest of the series of Sundays; the days may be those of one city.
    """

    reported: frozenset[date]
    documented: frozenset[date]
    first_date: date | None

    @property
    def days(self) -> list[date]:
        """Every day with anything published, oldest first."""
        return sorted(self.reported | self.documented)

    @property
    def sundays(self) -> list[date]:
        """Every Sunday with anything published, oldest first."""
        return [day for day in self.days if sundays.is_sunday(day)]

    def with_gaps(self) -> Iterator[date]:
        """Yield those Sundays, and between the series' first date and the last also the others."""
        present = self.sundays
        gaps: set[date] = set()
        if self.first_date and present:
            gaps.update(sundays.sundays_between(self.first_date, present[-1]))
        yield from sorted(gaps.union(present))

    def bounds(self, today: date) -> tuple[date, date]:
        """Return the first Sunday of the series or of any record, and the last or this week's."""
        days = [*self.reported, *self.documented, *filter(None, [self.first_date])]
        this_week = sundays.sunday_of(today)
        ends = [sundays.sunday_of(day) for day in (min(days), max(days))] if days else [this_week]
        return ends[0], max(ends[-1], this_week)

    def has(self, day: date, today: date) -> bool:
        """Tell whether a Sunday lies within those bounds."""
        first, last = self.bounds(today)
        return first <= day <= last

    def ordinal(self, day: date) -> int | None:
        """Return the number of a Sunday in the series."""
        if self.first_date is None or not sundays.is_sunday(day):
            return None
        return sundays.ordinal(day, self.first_date)

    def streak(self, day: date) -> int | None:
        """Return how many Sundays in a row had an event or count, up to this one."""
        if self.first_date is None:
            return None
        return sundays.streak(day, self.first_date, self.reported)

    def previous(self, day: date) -> date | None:
        """Return the Sunday with anything published before a day."""
        return max((other for other in self.sundays if other < day), default=None)

    def next(self, day: date) -> date | None:
        """Return the Sunday with anything published after a day."""
        return min((other for other in self.sundays if other > day), default=None)


def calendar(city_id: str = "") -> Calendar:
    """Read the calendar of a city, or of the whole country, in one query."""
    place = Q(city_id=city_id) if city_id else Q()
    events = PublicEvent.objects.filter(place).values_list("date", Value(_REPORTED))
    counts = PublicReportedCount.objects.filter(place).values_list("date", Value(_REPORTED))
    tallies = PublicTally.objects.filter(city_id=city_id, dimension="all", period="day")
    series = PublicEventSeries.objects.filter(weekday=_SUNDAY)
    found: dict[int, set[date]] = {_REPORTED: set(), _DOCUMENTED: set(), _SERIES: set()}
    for day, kind in events.union(
        counts,
        tallies.values_list("start", Value(_DOCUMENTED)),
        series.values_list("first_date", Value(_SERIES)),
    ):
        found[kind].add(day)
    return Calendar(
        reported=frozenset(found[_REPORTED]),
        documented=frozenset(found[_DOCUMENTED]),
        first_date=min(found[_SERIES], default=None),
    )


def require_within(known: Calendar, day: date, today: date) -> None:
    """Raise OutsideCalendarError for a Sunday before the first or after the last."""
    if not known.has(day, today):
        raise OutsideCalendarError(day, *known.bounds(today))


def require_sunday(day: date) -> None:
    """Raise NotASundayError for any other weekday."""
    if not sundays.is_sunday(day):
        raise NotASundayError(day)
