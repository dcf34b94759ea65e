"""One city on one Sunday."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from detentions.public.models import PublicCity, PublicEvent, PublicReportedCount
from detentions.public.version import data_version
from detentions.sundays import week_of
from detentions.tallies import place
from detentions.tallies.calendar import calendar, require_sunday, require_within
from detentions.tallies.contradictions import contradictions
from detentions.tallies.documented import (
    Tallies,
)
from detentions.tallies.ledger import Place
from detentions.tallies.over_time import city_of
from detentions.tallies.picture import Picture, days_of
from detentions.tallies.rules import Rule
from detentions.tallies.shapes import Cell
from detentions.tallies.sources import origins, source_lines


def cell(day: date, city_slug: str, *, today: date, rule: Rule) -> Cell:
    """Return everything counted for one city on one Sunday (docs/counting.md).

    Raises NotASundayError for another weekday, UnknownCityError for a slug that no city has and
    OutsideCalendarError for a Sunday before the country's first or after its last. `today`
    decides which detentions without an outcome have an unknown status.
    """
    require_sunday(day)
    version = data_version()
    city = city_of(city_slug)
    known = calendar(city.id)
    if not known.has(day, today):
        require_within(calendar(), day, today)
    picture = _picture(day, city, rule)
    shared = place.shared(picture, today)
    sources = source_lines(picture.sources_of_week(), {event.id for event in picture.events})
    return Cell(
        **shared,
        data_version=version,
        city=city.slug,
        name=city.name,
        region=city.region_slug or "",
        region_name=city.region_name or "",
        ordinal=known.ordinal(day),
        contradictions=tuple(contradictions(picture, shared["groups"])),
        sources=origins(sources),
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
        days=days_of(printed),
        tallies=Tallies(
            here
            & (
                Q(period="day", start__range=(days[0], day))
                | Q(period="week", start=days[0], dimension="all")
            )
        ),
    )
