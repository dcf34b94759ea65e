"""Synthetic Sundays for load tests: as many detentions as asked for, the same for one seed.

A Sunday looks alike at every size (the capital and eleven other cities, an event and a source
in each, figures of two organisations), so that what grows is the number of detentions alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from detentions import models
from detentions.choices import EventKind, Measure, PublicationState, Qualifier, SourceKind
from detentions.demo.invented import People, Steps
from detentions.entry import Load
from detentions.ids import BITS, id_of
from detentions.sundays import WEEK

SUNDAYS = 250
FIRST = date(2020, 11, 15)
CITIES = 120
CITIES_A_SUNDAY = 12
CAPITAL_SHARE = 0.6

_RECORD = ("id", "version", "entered_by_id", "entered_at", "changed_by_id", "changed_at")
_PUBLISHED = (*_RECORD, "state", "published_by_id", "published_at")
_DETENTION = (
    *(*_PUBLISHED, "detainee_id", "event_id", "city_id", "date"),
    *("detained_by", "force_used"),
)
_COUNT = (
    *(*_PUBLISHED, "organisation_id", "source_id", "date", "city_id", "measure", "group"),
    *("qualifier", "low", "high", "phrase", "as_of"),
)
_CAUGHT_BY = ("riot_police", "riot_police", "riot_police", "plainclothes", "police", "unknown")
_FORCE = ("yes", "no", "unknown", "unknown")
_ROLES = ("journalist", "medical_worker", "student", "student", "minor", "pensioner", "activist")
_ROLE_SHARE = 0.2
# How a day's figure for the country grew: share of the last one, hour of the day.
_GROWTH = ((0.1, 15), (0.4, 17), (0.7, 20), (1.0, 33))


@dataclass(frozen=True, slots=True)
class Setting:
    """What the synthetic records hang on: ids of accounts, cities and organisations."""

    enterer: int
    publisher: int
    capital: str
    cities: Sequence[str]
    series: str
    counting: Sequence[str]
    newsroom: str


@dataclass(frozen=True, slots=True)
class _Gathering:
    city: str
    event: str
    source: str


class Generator:
    """Writes one Sunday after the other into an open load."""

    def __init__(self, load: Load, setting: Setting, seed: int, detentions: int) -> None:
        self._load = load
        self._setting = setting
        self._seed = seed
        self._rng = Random(seed)  # noqa: S311 - load needs to be repeatable, not secret
        self._people = People(self._rng, detentions)
        self._sizes = [
            detentions // SUNDAYS + (number < detentions % SUNDAYS) for number in range(SUNDAYS)
        ]
        self._entered: tuple[Any, ...] = ()
        self._published: tuple[Any, ...] = ()

    def write(self, progress: Callable[[int, int], None]) -> None:
        """Write every Sunday, telling how many of how many are done."""
        for number, size in enumerate(self._sizes):
            self._sunday(FIRST + number * WEEK, size)
            progress(number + 1, SUNDAYS)

    def _sunday(self, day: date, size: int) -> None:
        setting, load = self._setting, self._load
        at = load.moment(datetime.combine(day + timedelta(days=2), time(12), tzinfo=UTC))
        self._entered = (load.next_version(), setting.enterer, at, setting.enterer, at)
        self._published = (*self._entered, PublicationState.PUBLISHED.value, setting.publisher, at)
        others = self._rng.sample(setting.cities, CITIES_A_SUNDAY - 1)
        gatherings = [
            _Gathering(city, self._id(), self._id()) for city in (setting.capital, *others)
        ]
        self._gather(day, gatherings)
        load.insert(models.ReportedCount, _COUNT, self._counts(day, size, gatherings))
        self._detain(day, gatherings, size)

    def _id(self) -> str:
        return id_of(self._rng.getrandbits(BITS))

    def _gather(self, day: date, gatherings: Sequence[_Gathering]) -> None:
        text, kind, series = day.isoformat(), EventKind.MARCH.value, self._setting.series
        self._load.insert(
            models.Source,
            (*_PUBLISHED, "title", "publisher_id", "kind", "language", "published_on"),
            (
                (one.source, *self._published, f"Invented report {number} of {text}")
                + (self._setting.newsroom, SourceKind.ARTICLE.value, "en", text)
                for number, one in enumerate(gatherings, start=1)
            ),
        )
        self._load.insert(
            models.Event,
            (*_PUBLISHED, "slug", "name", "kind", "series_id", "city_id", "date"),
            (
                (one.event, *self._published, f"load-{self._seed}-{text}-{number}")
                + (f"Invented march {number}", kind, series, one.city, text)
                for number, one in enumerate(gatherings, start=1)
            ),
        )
        self._load.insert(
            models.Citation,
            ("source_id", "event_id", "detention_id"),
            ((one.source, one.event, None) for one in gatherings),
        )

    def _counts(
        self, day: date, size: int, gatherings: Sequence[_Gathering]
    ) -> Iterator[tuple[Any, ...]]:
        """Yield what two organisations counted: above what is documented, as lists are."""
        text = day.isoformat()
        for organisation in self._setting.counting:
            total = int(size * self._rng.uniform(1.1, 1.6)) + 20
            capital = int(total * CAPITAL_SHARE)
            figures: list[tuple[str | None, str, int, int]] = [
                (None, "everyone", int(total * share), hour) for share, hour in _GROWTH
            ]
            figures += [(gatherings[0].city, "everyone", capital, 33)]
            figures += [(None, "journalists", total // 50 + 1, 33)]
            for city, group, number, hour in figures:
                at = datetime.combine(day, time(), tzinfo=UTC) + timedelta(hours=hour)
                yield (
                    *(self._id(), *self._published, organisation, gatherings[0].source, text),
                    *(city, Measure.DETAINED.value, group, Qualifier.EXACTLY.value),
                    *(number, number, f"{number:,}", self._load.moment(at)),
                )

    def _detain(self, day: date, gatherings: Sequence[_Gathering], size: int) -> None:
        where = self._spread(gatherings, size)
        ids = [self._id() for _ in where]
        fresh, detainees = self._people.taken(size)
        self._load.insert(
            models.Detainee,
            (*_RECORD, *People.COLUMNS),
            ((pk, *self._entered, *person) for pk, person in fresh),
        )
        text, rng = day.isoformat(), self._rng
        self._load.insert(
            models.Detention,
            _DETENTION,
            (
                (pk, *self._published, person, one.event, one.city, text)
                + (rng.choice(_CAUGHT_BY), rng.choice(_FORCE))
                for pk, person, one in zip(ids, detainees, where, strict=True)
            ),
        )
        self._load.insert(
            models.Citation,
            ("source_id", "event_id", "detention_id"),
            ((one.source, None, pk) for pk, one in zip(ids, where, strict=True)),
        )
        roles = ((pk, rng.choice(_ROLES)) for pk in ids if rng.random() < _ROLE_SHARE)
        self._load.insert(models.DetentionRole, ("detention_id", "role"), roles)
        self._load.insert(models.CustodyEvent, Steps.COLUMNS, Steps(rng, day).of(ids))

    def _spread(self, gatherings: Sequence[_Gathering], size: int) -> list[_Gathering]:
        """Return where each detention happened: somebody in each city, most in the capital."""
        capital, *others = gatherings
        spread = others[: size // 3]
        outside = round(size * (1 - CAPITAL_SHARE)) - len(spread)
        spread += self._rng.choices(others, k=max(outside, 0))
        return spread + [capital] * (size - len(spread))
