"""One Sunday in the whole country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Q

from detentions.choices import RegionKind
from detentions.public.models import (
    PublicCity,
    PublicEvent,
    PublicPrintedOrdinal,
    PublicRegion,
    PublicReportedCount,
)
from detentions.public.version import data_version
from detentions.sundays import week_of
from detentions.tallies import place
from detentions.tallies.calendar import calendar, require_sunday, require_within
from detentions.tallies.contradictions import contradictions
from detentions.tallies.documented import (
    Tallies,
    unnamed_remainder,
)
from detentions.tallies.ledger import COUNTRY, Place
from detentions.tallies.lines import CityLine, Contradiction, RegionLine
from detentions.tallies.picture import Picture, days_of
from detentions.tallies.place import spread
from detentions.tallies.rules import Rule
from detentions.tallies.shapes import PrintedOrdinalLine, Sunday
from detentions.tallies.sources import origins, source_lines


def sunday(day: date, *, today: date, rule: Rule) -> Sunday:
    """Return everything counted for one Sunday (docs/counting.md).

    A Sunday without anything published has empty lines. Raises NotASundayError for another
    weekday and OutsideCalendarError for a Sunday before the first or after the last. `today`
    decides which detentions without an outcome have an unknown status.
    """
    require_sunday(day)
    version = data_version()
    known = calendar()
    require_within(known, day, today)
    picture = _picture(day, rule)
    shared = place.shared(picture, today)
    cities = _cities(picture)
    ordinals = _printed_ordinals(day)
    sources = source_lines(
        picture.sources_of_week() | {line.source for line in ordinals},
        {event.id for event in picture.events},
    )
    return Sunday(
        **shared,
        data_version=version,
        ordinal=known.ordinal(day),
        streak=known.streak(day),
        cities=tuple(sorted((line for _city, line in cities), key=_largest_first)),
        unallocated=picture.figures.unallocated(rule),
        regions=_regions(picture, cities),
        contradictions=(
            *contradictions(picture, shared["groups"]),
            *_city_contradictions(picture, cities),
        ),
        printed_ordinals=ordinals,
        sources=origins(sources),
        cited_sources=sources,
        previous=known.previous(day),
        next=known.next(day),
    )


def _picture(day: date, rule: Rule) -> Picture:
    """Read the week: figures, events and tallies, one query each."""
    days = week_of(day)
    printed = tuple(PublicReportedCount.objects.filter(date__range=(days[0], day)))
    events = PublicEvent.objects.filter(date__range=(days[0], day))
    return Picture(
        sunday=day,
        place=COUNTRY,
        name="",
        slug="",
        rule=rule,
        printed=printed,
        gatherings=tuple(events.order_by("date", "city_name", "start_time", "name", "id")),
        days=days_of(printed),
        tallies=Tallies(
            Q(city_id="", period="day", start__range=(days[0], day))
            | Q(city_id="", period="week", start=days[0], dimension="all")
            | Q(period="day", start=day, dimension="all")
        ),
    )


def _cities(picture: Picture) -> list[tuple[PublicCity, CityLine]]:
    """Return a line for every city that anything published on the Sunday is about."""
    rows = picture.figures.rows
    ids = {row.city_id for row in rows if row.city_id}
    ids |= {event.city_id for event in picture.events} | picture.tallies.cities(picture.sunday)
    return [(city, _city_line(picture, city)) for city in PublicCity.objects.filter(id__in=ids)]


def _city_line(picture: Picture, city: PublicCity) -> CityLine:
    summary = picture.figures.summary(Place("city", city.id), picture.rule)
    documented = picture.tallies.day(picture.sunday, city.id)
    return CityLine(
        city=city.slug,
        name=city.name,
        region=city.region_slug or "",
        region_name=city.region_name or "",
        documented=documented,
        unnamed_remainder=unnamed_remainder(summary.headline, documented),
        events=sum(event.city_id == city.id for event in picture.events),
        figures=sum(row.city_id == city.id for row in picture.figures.rows),
        **spread(summary),
    )


def _largest_first(line: CityLine) -> tuple[int, int, str]:
    return -(line.reported.low if line.reported else -1), -line.documented.detentions, line.name


def _regions(
    picture: Picture, cities: Sequence[tuple[PublicCity, CityLine]]
) -> tuple[RegionLine, ...]:
    """Return a line for every region that a figure or a city of the Sunday lies in."""
    detentions: dict[str, int] = {}
    for city, line in cities:
        if city.region_id:
            known = detentions.get(city.region_id, 0)
            detentions[city.region_id] = known + line.documented.detentions
    ids = {row.region_id for row in picture.figures.rows if row.region_id} | detentions.keys()
    figures = Counter(row.region_id or row.city_region_id for row in picture.figures.rows)
    return tuple(
        RegionLine(
            region=region.slug,
            name=region.name,
            code=region.code,
            kind=region.kind,
            detentions=detentions.get(region.id, 0) if region.kind == RegionKind.REGION else None,
            figures=figures[region.id],
            **spread(picture.figures.summary(Place(region.kind, region.id), picture.rule)),
        )
        for region in PublicRegion.objects.filter(id__in=ids).order_by("-kind", "name")
    )


def _printed_ordinals(day: date) -> tuple[PrintedOrdinalLine, ...]:
    found = PublicPrintedOrdinal.objects.filter(date=day).order_by("phrase", "source_id")
    return tuple(PrintedOrdinalLine(line.phrase, line.source_id) for line in found)


def _city_contradictions(
    picture: Picture, cities: Sequence[tuple[PublicCity, CityLine]]
) -> Iterator[Contradiction]:
    for city in sorted((city for city, _line in cities), key=lambda city: city.name):
        there = replace(picture, place=Place("city", city.id), name=city.name, slug=city.slug)
        yield from contradictions(there, ())
