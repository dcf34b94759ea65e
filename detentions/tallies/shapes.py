"""What counting hands out: frozen dataclasses that pages, API, CSV and charts only print.

Field names are the keys of the JSON form. Places, organisations and events are named by their
slug beside their name, records by their id. `None` means that nobody said so; it is never zero.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from detentions.tallies.lines import (
    CityLine,
    Contradiction,
    DetainedByLine,
    Documented,
    EventLine,
    Figure,
    GroupLine,
    Headline,
    MeasureLine,
    OutcomeLine,
    RegionLine,
    Reported,
    RoleLine,
    SourceLine,
    Summary,
)
from detentions.tallies.overviews import (
    City,
    CityDay,
    CityIndex,
    CityTotal,
    Difference,
    Matrix,
    MatrixCell,
    MatrixCity,
    MatrixRow,
    Status,
    Stored,
    SundayIndex,
    SundayLine,
)

__all__ = [
    "Cell",
    "City",
    "CityDay",
    "CityIndex",
    "CityLine",
    "CityTotal",
    "Contradiction",
    "DetainedByLine",
    "Difference",
    "Documented",
    "EventLine",
    "Figure",
    "GroupLine",
    "Headline",
    "Matrix",
    "MatrixCell",
    "MatrixCity",
    "MatrixRow",
    "MeasureLine",
    "OutcomeLine",
    "PrintedOrdinalLine",
    "RegionLine",
    "Reported",
    "RoleLine",
    "SourceLine",
    "Status",
    "Stored",
    "Summary",
    "Sunday",
    "SundayIndex",
    "SundayLine",
    "Week",
    "WeekDay",
]


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the week that ends with the Sunday (rule 11).

    `printed` has the figures of a day before the Sunday; the Sunday's are in its `reported`.
    """

    date: dt.date
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    documented: Documented
    events: int
    figures: int
    printed: tuple[Figure, ...]
    contradictions: tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday; `documented.people` are the different people of the whole week."""

    start: dt.date
    end: dt.date
    documented: Documented
    days: tuple[WeekDay, ...]


@dataclass(frozen=True, slots=True)
class PrintedOrdinalLine:
    """How a source itself numbered the day."""

    phrase: str
    source: str


@dataclass(frozen=True, slots=True)
class Sunday:
    """Everything counted for one Sunday in the whole country.

    `reported` is None where nobody gave any figure. `unallocated` and `unnamed_remainder` are
    None without a headline; `unallocated` also where cities add up to more (a contradiction).
    """

    sunday: dt.date
    ordinal: int | None
    streak: int | None
    data_version: int
    rule: str
    reported: Reported | None
    documented: Documented
    unnamed_remainder: int | None
    groups: tuple[GroupLine, ...]
    cities: tuple[CityLine, ...]
    unallocated: int | None
    events: tuple[EventLine, ...]
    sources: int
    measures: tuple[MeasureLine, ...]
    regions: tuple[RegionLine, ...]
    outcomes: tuple[OutcomeLine, ...]
    roles: tuple[RoleLine, ...]
    detained_by: tuple[DetainedByLine, ...]
    contradictions: tuple[Contradiction, ...]
    week: Week
    printed_ordinals: tuple[PrintedOrdinalLine, ...]
    cited_sources: tuple[SourceLine, ...]
    previous: dt.date | None
    next: dt.date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Everything counted for one city on one Sunday. `previous` and `next` are its own."""

    sunday: dt.date
    city: str
    name: str
    region: str
    region_name: str
    ordinal: int | None
    data_version: int
    rule: str
    reported: Reported | None
    documented: Documented
    unnamed_remainder: int | None
    groups: tuple[GroupLine, ...]
    events: tuple[EventLine, ...]
    sources: int
    measures: tuple[MeasureLine, ...]
    outcomes: tuple[OutcomeLine, ...]
    roles: tuple[RoleLine, ...]
    detained_by: tuple[DetainedByLine, ...]
    contradictions: tuple[Contradiction, ...]
    week: Week
    cited_sources: tuple[SourceLine, ...]
    previous: dt.date | None
    next: dt.date | None
