"""One city on one Sunday."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from detentions.public.models import PublicCity, PublicEvent, PublicReportedCount
from detentions.public.version import data_version
from detentions.sundays import week_of
from detentions.tallies import place
from detentions.tallies.calendar import calendar, require_sunday
from detentions.tallies.documented import (
    Tallies,
    detained_by_lines,
    outcome_lines,
    role_lines,
    unnamed_remainder,
)
from detentions.tallies.ledger import Place
from detentions.tallies.over_time import city_of
from detentions.tallies.place import Picture
from detentions.tallies.rules import Rule
from detentions.tallies.shapes import Cell
from detentions.tallies.sources import source_lines


def cell(day: date, city_slug: str, *, today: date, rule: Rule) -> Cell:
    """Return everything counted for one city on one Sunday (docs/counting.md).

    Raises NotASundayError for another weekday and UnknownCityError for a slug that no city
    has. `today` decides which detentions without an outcome have an unknown status.
    """
    require_sunday(day)
    version = data_version()
    city = city_of(city_slug)
    picture = _picture(day, city, rule)
    known = calendar(city.id)
    summary = picture.figures.summary(picture.place, rule)
    documented = picture.tallies.day(day, city.id)
    groups = place.group_lines(picture)
    sources = source_lines(
        {row.source_id for row in picture.figures.rows}, {event.id for event in picture.events}
    )
    return Cell(
        sunday=day,
        city=city.slug,
        name=city.name,
        region=city.region_slug or "",
        region_name=city.region_name or "",
        ordinal=known.ordinal(day),
        data_version=version,
        rule=str(rule),
        reported=place.reported(picture),
        documented=documented,
        unnamed_remainder=unnamed_remainder(summary.headline, documented),
        groups=groups,
        events=place.event_lines(picture),
        sources=len(sources),
        measures=place.measure_lines(picture),
        outcomes=outcome_lines(picture.tallies, day, city.id, today),
        roles=role_lines(picture.tallies, day, city.id),
        detained_by=detained_by_lines(picture.tallies, day, city.id),
        contradictions=tuple(place.contradictions(picture, summary.headline, groups)),
        week=place.week(picture),
        cited_sources=sources,
        previous=known.previous(day),
        next=known.next(day),
    )


def _picture(day: date, city: PublicCity, rule: Rule) -> Picture:
    """Read the city's week: figures, events and tallies, one query each."""
    days = week_of(day)
    here = Q(city_id=city.id)
    printed = tuple(PublicReportedCount.objects.filter(here, date__range=(days[0], day)))
    events = PublicEvent.objects.filter(here, date__range=(days[0], day))
    return Picture(
        sunday=day,
        place=Place("city", city.id),
        name=city.name,
        slug=city.slug,
        rule=rule,
        printed=printed,
        gatherings=tuple(events.order_by("date", "start_time", "name", "id")),
        days=place.days_of(printed),
        tallies=Tallies(
            here
            & (
                Q(period="day", start__range=(days[0], day))
                | Q(period="week", start=days[0], dimension="all")
            )
        ),
    )
