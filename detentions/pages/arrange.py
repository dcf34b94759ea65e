"""Puts counted figures where a page prints them: beside their place, group or measure.

Nothing is counted here: figures are picked and grouped, in the order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from detentions.choices import Group, Measure
from detentions.tallies.shapes import (
    Cell,
    CityLine,
    Documented,
    EventLine,
    Figure,
    GroupLine,
    Headline,
    MeasureLine,
    RegionLine,
    Reported,
    Sunday,
)

Line = TypeVar("Line")

# Figures that the tables of one page hold; the downloads hold all.
ROOM = 16

# A named list counts as "at least n" of `detained`, so the two are read in one table (rule 4).
DETAINED = frozenset({Measure.DETAINED, Measure.NAMES_ON_LIST})


class HasReported(Protocol):
    """A line with the range of what was reported, beside what is documented."""

    @property
    def highest(self) -> int | None:
        """The largest reported number."""

    @property
    def documented(self) -> Documented:
        """What is documented."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every figure of one organisation, by its name, for one place and day, and their upshot."""

    organisation: str
    headline: Headline | None
    figures: tuple[Figure, ...]
    earlier: int  # how many figures before these a page has no room for


@dataclass(frozen=True, slots=True)
class Row(Generic[Line]):
    """A counted line and the printed figures that it rests on."""

    line: Line
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """The figures of a Sunday, or of a city on it, by the section that prints them."""

    ledgers: tuple[Ledger, ...]
    rivals: tuple[Headline | Figure, ...]
    longest: int
    groups: tuple[Row[GroupLine], ...]
    measures: tuple[Row[MeasureLine], ...]
    events: tuple[Row[EventLine], ...]


def arranged(page: Sunday | Cell) -> Arranged:
    """Group the figures of a page about one day."""
    figures = page.reported.figures if page.reported else ()
    kind, place = ("city", page.city) if isinstance(page, Cell) else ("country", "")
    own = tuple(figure for figure in figures if _is_of(figure, kind, place))
    others = [line for line in page.measures if line.measure not in DETAINED]
    return Arranged(
        ledgers=_ledgers(page.reported, own),
        rivals=_rivals(page.reported),
        longest=max((figure.high or figure.low or 0 for figure in own), default=0),
        groups=_rows(page.groups, figures, lambda line, figure: figure.group == line.group),
        measures=_rows(others, figures, _measures),
        events=_rows(page.events, figures, lambda line, figure: figure.event == line.slug),
    )


def city_rows(page: Sunday, cities: Iterable[CityLine]) -> tuple[Row[CityLine], ...]:
    """Return some cities of a Sunday, each with the figures given for it."""
    figures = page.reported.figures if page.reported else ()
    return _rows(cities, figures, lambda line, figure: _is_of(figure, "city", line.city))


def region_rows(page: Sunday) -> tuple[Row[RegionLine], ...]:
    """Return each region of a Sunday with the figures given for it."""
    figures = page.reported.figures if page.reported else ()
    return _rows(page.regions, figures, lambda line, figure: _is_of(figure, line.kind, line.region))


def longest(lines: Iterable[HasReported]) -> int:
    """Return the largest reported or documented number: what the longest bar stands for."""
    numbers = (max(line.highest or 0, line.documented.detentions) for line in lines)
    return max(numbers, default=0)


def _rows(
    lines: Iterable[Line], figures: Iterable[Figure], fits: Callable[[Line, Figure], bool]
) -> tuple[Row[Line], ...]:
    return tuple(Row(line, tuple(one for one in figures if fits(line, one))) for line in lines)


def _ledgers(reported: Reported | None, own: tuple[Figure, ...]) -> tuple[Ledger, ...]:
    if reported is None:
        return ()
    headlines = {headline.organisation: headline for headline in reported.organisations}
    named: list[Headline | Figure] = [*reported.organisations, *own]
    names = {one.organisation: one.organisation_name for one in named}
    figures = {
        organisation: tuple(figure for figure in own if figure.organisation == organisation)
        for organisation in names
    }
    earlier = _without_room({organisation: len(found) for organisation, found in figures.items()})
    return tuple(
        Ledger(
            organisation=name,
            headline=headlines.get(organisation),
            figures=figures[organisation][earlier[organisation] :],
            earlier=earlier[organisation],
        )
        for organisation, name in names.items()
    )


def _without_room(lengths: dict[str, int]) -> dict[str, int]:
    """Return how many figures of each list to leave out: always of the longest, never the last."""
    left = dict(lengths)
    while left and sum(left.values()) > ROOM and max(left.values()) > 1:
        longest_list = max(left, key=lambda name: left[name])
        left[longest_list] -= 1
    return {name: length - left[name] for name, length in lengths.items()}


def _rivals(reported: Reported | None) -> tuple[Headline | Figure, ...]:
    """Return what every other organisation's figures come to.

    A sum that rests on one figure alone is shown as that figure, with the place it is about.
    """
    if reported is None:
        return ()
    leading = reported.headline.organisation if reported.headline else ""
    printed = {figure.id: figure for figure in reported.figures}
    return tuple(
        printed.get(headline.basis[0], headline)
        if headline.reported_count is None and len(headline.basis) == 1
        else headline
        for headline in reported.organisations
        if headline.organisation != leading
    )


def _measures(line: MeasureLine, figure: Figure) -> bool:
    return (figure.measure, figure.group) == (line.measure, Group.EVERYONE)


def _is_of(figure: Figure, kind: str, place: str) -> bool:
    """Whether the figure counts everyone detained in a place."""
    return (
        (figure.place_kind, figure.place) == (kind, place)
        and figure.group == Group.EVERYONE
        and figure.measure in DETAINED
    )
