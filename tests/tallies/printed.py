"""The 117 figures of summer and autumn 2020 as casework rows, for tests of counting."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

from detentions.choices import Qualifier, RegionKind
from detentions.models import City, Organisation, Region, ReportedCount
from tests.factories import (
    make_city,
    make_count,
    make_event,
    make_organisation,
    make_region,
    make_series,
    make_source,
)

_FILE = Path(__file__).resolve().parent.parent / "data" / "belarus_2020_counts.csv"
_QUALIFIERS = {"exact": Qualifier.EXACTLY, "vague": Qualifier.UNQUANTIFIED}
_CITIES = {
    "minsk": ("Minsk", "Мінск", "Минск", "Мінськ", "Mińsk"),
    "homel": ("Homel",),
    "hrodna": ("Grodno",),
    "vitebsk": ("Vitebsk", "Витебск"),
    "zhlobin": ("Zhlobin",),
}
_REGION_OF = {
    "minsk": "BY-HM",
    "homel": "BY-HO",
    "zhlobin": "BY-HO",
    "hrodna": "BY-HR",
    "vitebsk": "BY-VI",
}
_REGIONS = {"Витебская область": "BY-VI", "Гродненщина (six cities, not named)": "BY-HR"}
_RANKS = {"Viasna": 1, "MVD": 2}
# Printed without a name: shown with its source, never a headline.
_NOT_COUNTING = ("not stated",)
_CODES = tuple(sorted(set(_REGION_OF.values())))


def load(*days: str) -> dict[str, ReportedCount]:
    """Write the figures of the given days (all when none is given), by their number in the file."""
    regions = {code: make_region(code=code, slug=code.lower(), name=code) for code in _CODES}
    cities = {
        slug: make_city(slug=slug, name=slug.capitalize(), region=regions[code])
        for slug, code in _REGION_OF.items()
    }
    make_series()
    organisations: dict[str, Organisation] = {}
    found = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not days or row["event_date"] in days:
                found[row["obs"]] = _load(row, regions, cities, organisations)
    return found


def load_8_november() -> dict[str, ReportedCount]:
    """Write the figures of 8 November 2020 and the four gatherings of that day."""
    found = load("2020-11-08")
    for slug in ("minsk", "homel", "vitebsk", "zhlobin"):
        make_event(slug=f"march-{slug}", name="March", city=City.objects.get(slug=slug))
    return found


def _load(
    row: dict[str, str],
    regions: dict[str, Region],
    cities: dict[str, City],
    organisations: dict[str, Organisation],
) -> ReportedCount:
    who = row["counted_by"]
    if who not in organisations:
        organisations[who] = make_organisation(
            slug=who.lower().replace(" ", "-").strip("()"),
            name=who,
            rank=_RANKS.get(who, 10),
            counts_towards_headlines=who not in _NOT_COUNTING,
        )
    qualifier = _QUALIFIERS.get(row["qualifier"], row["qualifier"])
    return make_count(
        int(row["count_min"]) if row["count_min"] else None,
        high=int(row["count_max"]) if row["count_max"] else None,
        qualifier=qualifier,
        organisation=organisations[who],
        source=make_source(title=row["publisher"], url=row["url"]),
        date=date.fromisoformat(row["event_date"]),
        measure=row["kind"],
        group=row["group"],
        phrase=row["count_text"],
        as_of=_moment(row["as_of"]),
        as_of_text=row["as_of"],
        city=_city(row, cities),
        region=_region(row, regions),
    )


def _city(row: dict[str, str], cities: dict[str, City]) -> City | None:
    if row["scope"] != "city":
        return None
    return next(cities[slug] for slug, names in _CITIES.items() if row["place_printed"] in names)


def _region(row: dict[str, str], regions: dict[str, Region]) -> Region | None:
    if row["scope"] != "region":
        return None
    code = _REGIONS.get(row["place_printed"])
    if code:
        return regions[code]
    slug = "area-" + str(len(row["place_printed"]))
    return Region.objects.filter(slug=slug).first() or make_region(
        slug=slug, name=row["place_printed"], kind=RegionKind.AREA
    )


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    except ValueError:
        return None
