"""The shapes that span many Sundays or cities, and those about the data itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from detentions.tallies.lines import Documented, GroupLine, Headline


@dataclass(frozen=True, slots=True)
class SundayLine:
    """One Sunday among all. `gap`: a Sunday of the series without any event or count.

    `cities` have an event or a figure; `documented_cities` have published detentions.
    """

    sunday: dt.date
    ordinal: int | None
    streak: int | None
    gap: bool
    event_names: tuple[str, ...]
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    documented: Documented
    unnamed_remainder: int | None
    unallocated: int | None
    journalists: GroupLine
    cities: int
    documented_cities: int
    events: int
    figures: int


@dataclass(frozen=True, slots=True)
class SundayIndex:
    """Every Sunday with anything published, oldest first, and the gaps of the series.

    `documented` covers all days, Sundays or not; its people are all different people.
    """

    data_version: int
    rule: str
    series: str
    first_date: dt.date | None
    documented: Documented
    sundays: tuple[SundayLine, ...]


@dataclass(frozen=True, slots=True)
class CityTotal:
    """One city over all days. `sundays` counts Sundays with anything published about it."""

    city: str
    name: str
    region: str
    region_name: str
    latitude: float | None
    longitude: float | None
    population: int | None
    documented: Documented
    sundays: int
    first_sunday: dt.date | None
    last_sunday: dt.date | None
    largest: Headline | None
    largest_sunday: dt.date | None


@dataclass(frozen=True, slots=True)
class OtherCity:
    """A city that nothing published is about, which is not to say that nobody was detained."""

    city: str
    name: str
    region: str
    region_name: str


@dataclass(frozen=True, slots=True)
class CityIndex:
    """Every city, by name: those that any published event, count or detention is about, and
    apart from them the others."""

    data_version: int
    rule: str
    cities: tuple[CityTotal, ...]
    others: tuple[OtherCity, ...]


@dataclass(frozen=True, slots=True)
class CityDay:
    """One day of one city."""

    date: dt.date
    ordinal: int | None
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    documented: Documented
    unnamed_remainder: int | None
    events: int
    figures: int


@dataclass(frozen=True, slots=True)
class City:
    """One city over all Sundays with anything published about it, oldest first."""

    data_version: int
    rule: str
    city: str
    name: str
    region: str
    region_name: str
    latitude: float | None
    longitude: float | None
    population: int | None
    documented: Documented
    sundays: tuple[CityDay, ...]
    other_days: tuple[CityDay, ...]


@dataclass(frozen=True, slots=True)
class MatrixCity:
    """The head of one column."""

    city: str
    name: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One city on one Sunday. `figures` are of whatever measure and group."""

    reported: Headline | None
    without_number: tuple[str, ...]
    documented: Documented
    events: int
    figures: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One Sunday; `cells` stand in the order of the cities, None where nothing is published."""

    sunday: dt.date
    ordinal: int | None
    country: MatrixCell
    unallocated: int | None
    cells: tuple[MatrixCell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Sundays, oldest first, against cities by name."""

    data_version: int
    rule: str
    cities: tuple[MatrixCity, ...]
    sundays: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the public data. `records` counts published records by the API's names."""

    data_version: int
    data_through: dt.date | None
    last_published_at: dt.datetime | None
    records: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Stored:
    """The three numbers of one row of the tally table."""

    detentions: int
    people: int
    new_people: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A row of the tally table that is not what the published detentions give.

    `stored` is None where the row is missing, `derived` where there should be none. The slug of
    a city that is no longer there is empty, as that of the whole country.
    """

    period: str
    start: dt.date
    city_id: str
    city_slug: str
    dimension: str
    value: str
    stored: Stored | None
    derived: Stored | None
