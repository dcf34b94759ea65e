"""All Sundays at once: the index and the matrix. The number of queries never depends on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db.models import Q, Sum

from detentions.choices import Group, Role
from detentions.public.models import PublicCity, PublicEvent, PublicEventSeries, PublicTally
from detentions.public.version import data_version
from detentions.tallies.calendar import Calendar, calendar
from detentions.tallies.documented import Tallies, unnamed_remainder
from detentions.tallies.estimates import NO_FIGURES, Day
from detentions.tallies.ledger import COUNTRY, Place, by_day, rows
from detentions.tallies.lines import Documented
from detentions.tallies.overviews import (
    Matrix,
    MatrixCell,
    MatrixCity,
    MatrixRow,
    SundayIndex,
    SundayLine,
)
from detentions.tallies.place import group_line, spread
from detentions.tallies.rules import Rule

_SUNDAY = 6


class _Gathering(NamedTuple):
    """As much of an event as an overview needs."""

    date: date
    city_id: str
    name: str
    series_id: str | None


def sundays(*, today: date, rule: Rule) -> SundayIndex:
    """Return every Sunday with anything published, oldest first, and the gaps of the series.

    `today` is taken for the sake of one signature: no line here depends on it.
    """
    version = data_version()
    known = calendar()
    days = known.sundays
    series = PublicEventSeries.objects.filter(weekday=_SUNDAY).order_by("first_date", "id").first()
    figures = _figures(days)
    events = _events(days)
    tallies = Tallies(
        Q(city_id="", period="day", start__in=days)
        & (Q(dimension__in=["all", "cities"]) | Q(dimension="role", value=Role.JOURNALIST))
    )
    return SundayIndex(
        data_version=version,
        rule=str(rule),
        series=series.name if series else "",
        first_date=known.first_date,
        documented=_documented_ever(),
        sundays=tuple(
            _line(day, known, figures.get(day, NO_FIGURES), events[day], tallies, rule)
            for day in known.with_gaps()
        ),
    )


def matrix(*, today: date, rule: Rule) -> Matrix:
    """Return Sundays, oldest first, against cities by name.

    `today` is taken for the sake of one signature: no cell depends on it.
    """
    version = data_version()
    known = calendar()
    days = known.sundays
    figures = _figures(days)
    events = _events(days)
    tallies = Tallies(Q(period="day", dimension="all", start__in=days))
    present = {row.city_id for day in figures.values() for row in day.rows if row.city_id}
    present |= {event.city_id for day in events.values() for event in day}
    present.update(*map(tallies.cities, days))
    cities = list(PublicCity.objects.filter(id__in=present).order_by("name", "id"))
    return Matrix(
        data_version=version,
        rule=str(rule),
        cities=tuple(MatrixCity(city.slug, city.name) for city in cities),
        sundays=tuple(
            _row(day, known, cities, figures.get(day, NO_FIGURES), events[day], tallies, rule)
            for day in days
        ),
    )


def _figures(days: Collection[date]) -> dict[date, Day]:
    return {day: Day(printed) for day, printed in by_day(rows(Q(date__in=days))).items()}


def _events(days: Collection[date]) -> dict[date, list[_Gathering]]:
    found: dict[date, list[_Gathering]] = defaultdict(list)
    events = PublicEvent.objects.filter(date__in=days).order_by("date", "name", "id")
    for values in events.values_list(*_Gathering._fields):
        gathering = _Gathering(*values)
        found[gathering.date].append(gathering)
    return found


def _documented_ever() -> Documented:
    """Return all detentions and all different people (rule 2)."""
    days = PublicTally.objects.filter(city_id="", dimension="all", period="day")
    found = days.aggregate(detentions=Sum("detentions"), people=Sum("new_people"))
    return Documented(found["detentions"] or 0, found["people"] or 0)


def _line(
    day: date,
    known: Calendar,
    figures: Day,
    events: Collection[_Gathering],
    tallies: Tallies,
    rule: Rule,
) -> SundayLine:
    summary = figures.summary(COUNTRY, rule)
    documented = tallies.day(day)
    journalists = tallies.group(day, "", Group.JOURNALISTS)
    cities = {row.city_id for row in figures.rows if row.city_id}
    return SundayLine(
        sunday=day,
        ordinal=known.ordinal(day),
        streak=known.streak(day),
        gap=day not in known.reported,
        event_names=tuple(dict.fromkeys(event.name for event in events if event.series_id)),
        documented=documented,
        unnamed_remainder=unnamed_remainder(summary.headline, documented),
        unallocated=figures.unallocated(rule),
        journalists=group_line(figures, COUNTRY, journalists, rule, Group.JOURNALISTS),
        cities=len(cities | {event.city_id for event in events}),
        documented_cities=tallies.number_of_cities(day),
        events=len(events),
        figures=len(figures.rows),
        **spread(summary),
    )


def _row(
    day: date,
    known: Calendar,
    cities: Collection[PublicCity],
    figures: Day,
    events: Collection[_Gathering],
    tallies: Tallies,
    rule: Rule,
) -> MatrixRow:
    printed = Counter(row.city_id for row in figures.rows)
    gathered = Counter(event.city_id for event in events)
    there = printed.keys() | gathered.keys() | tallies.cities(day)

    def cell(place: Place, number_of_events: int, number_of_figures: int) -> MatrixCell:
        """Return what is known of one place of that day."""
        summary = figures.summary(place, rule)
        return MatrixCell(
            reported=summary.headline,
            without_number=summary.without_number,
            documented=tallies.day(day, place.id),
            events=number_of_events,
            figures=number_of_figures,
        )

    return MatrixRow(
        sunday=day,
        ordinal=known.ordinal(day),
        country=cell(COUNTRY, len(events), len(figures.rows)),
        unallocated=figures.unallocated(rule),
        cells=tuple(
            cell(Place("city", city.id), gathered[city.id], printed[city.id])
            if city.id in there
            else None
            for city in cities
        ),
    )
