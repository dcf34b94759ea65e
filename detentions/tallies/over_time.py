"""Cities over all Sundays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q, Sum

from detentions.public.models import PublicCity, PublicEvent, PublicTally
from detentions.public.version import data_version
from detentions.sundays import is_sunday
from detentions.tallies.calendar import Calendar, calendar
from detentions.tallies.documented import Tallies, unnamed_remainder
from detentions.tallies.errors import UnknownCityError
from detentions.tallies.estimates import NO_FIGURES, Day
from detentions.tallies.ledger import Place, by_day, rows
from detentions.tallies.lines import Documented, Headline
from detentions.tallies.overviews import City, CityDay, CityIndex, CityTotal, OtherCity
from detentions.tallies.place import spread
from detentions.tallies.rules import Rule

EVERYWHERE = Q()


def cities(*, today: date, rule: Rule) -> CityIndex:
    """Return every city, by name: over all days where anything published is about it.

    `today` is taken for the sake of one signature: no line here depends on it.
    """
    version = data_version()
    documented = _documented_by_city()
    days, largest = _days_by_city(rule)
    known = PublicCity.objects.order_by("name", "id")
    mentioned = documented.keys() | days.keys()
    return CityIndex(
        data_version=version,
        rule=str(rule),
        cities=tuple(
            _total(city, documented.get(city.id, Documented()), days[city.id], largest.get(city.id))
            for city in known
            if city.id in mentioned
        ),
        others=tuple(
            OtherCity(city.slug, city.name, city.region_slug or "", city.region_name or "")
            for city in known
            if city.id not in mentioned
        ),
    )


def city(slug: str, *, today: date, rule: Rule) -> City:
    """Return one city, day by day. Raises UnknownCityError for a slug that no city has.

    `today` is taken for the sake of one signature: no line here depends on it.
    """
    version = data_version()
    found = city_of(slug)
    known = calendar(found.id)
    here = Q(city_id=found.id)
    figures = {day: Day(printed) for day, printed in by_day(rows(here)).items()}
    events = Counter(PublicEvent.objects.filter(here).values_list("date", flat=True))
    tallies = Tallies(here & Q(dimension="all", period="day"))
    place = Place("city", found.id)
    days = [
        _day(day, place, known, figures.get(day, NO_FIGURES), events[day], tallies, rule)
        for day in known.days
    ]
    return City(
        data_version=version,
        rule=str(rule),
        city=found.slug,
        name=found.name,
        region=found.region_slug or "",
        region_name=found.region_name or "",
        latitude=found.latitude,
        longitude=found.longitude,
        population=found.population,
        documented=_documented_by_city(here).get(found.id, Documented()),
        sundays=tuple(day for day in days if is_sunday(day.date)),
        other_days=tuple(day for day in days if not is_sunday(day.date)),
    )


def city_of(slug: str) -> PublicCity:
    """Return the city with a slug; raises UnknownCityError."""
    found = PublicCity.objects.filter(slug=slug).first()
    if found is None:
        raise UnknownCityError(slug)
    return found


def _documented_by_city(where: Q = EVERYWHERE) -> dict[str, Documented]:
    """Return all detentions and all different people of each city (rule 2), by its id."""
    days = PublicTally.objects.filter(where, dimension="all", period="day").exclude(city_id="")
    found = days.values_list("city_id").annotate(Sum("detentions"), Sum("new_people"))
    return {city_id: Documented(detentions, people) for city_id, detentions, people in found}


def _days_by_city(rule: Rule) -> tuple[dict[str, set[date]], dict[str, tuple[Headline, date]]]:
    """Return each city's days with anything published, and its largest Sunday headline."""
    found: dict[str, set[date]] = defaultdict(set)
    documented = PublicTally.objects.filter(
        dimension="all", period="day", start__in=calendar().sundays
    )
    for city_id, day in documented.exclude(city_id="").values_list("city_id", "start"):
        found[city_id].add(day)
    for city_id, day in PublicEvent.objects.values_list("city_id", "date").distinct():
        found[city_id].add(day)
    largest: dict[str, tuple[Headline, date]] = {}
    for day, printed in sorted(by_day(rows(Q(city_id__isnull=False))).items()):
        for row in printed:
            found[row.city_id or ""].add(day)
        if not is_sunday(day):
            continue
        for city_id, headline in Day(printed).cities(rule).items():
            if city_id not in largest or headline.low > largest[city_id][0].low:
                largest[city_id] = (headline, day)
    return found, largest


def _total(
    city: PublicCity,
    documented: Documented,
    days: Iterable[date],
    largest: tuple[Headline, date] | None,
) -> CityTotal:
    sundays = sorted(day for day in days if is_sunday(day))
    return CityTotal(
        city=city.slug,
        name=city.name,
        region=city.region_slug or "",
        region_name=city.region_name or "",
        latitude=city.latitude,
        longitude=city.longitude,
        population=city.population,
        documented=documented,
        sundays=len(sundays),
        first_sunday=sundays[0] if sundays else None,
        last_sunday=sundays[-1] if sundays else None,
        largest=largest[0] if largest else None,
        largest_sunday=largest[1] if largest else None,
    )


def _day(
    day: date,
    place: Place,
    known: Calendar,
    figures: Day,
    events: int,
    tallies: Tallies,
    rule: Rule,
) -> CityDay:
    summary = figures.summary(place, rule)
    documented = tallies.day(day, place.id)
    return CityDay(
        date=day,
        ordinal=known.ordinal(day),
        documented=documented,
        unnamed_remainder=unnamed_remainder(summary.headline, documented),
        events=events,
        figures=len(figures.rows),
        **spread(summary),
    )
