"""Puts counted figures where a page prints them: beside their place, group or measure.

Nothing is counted here: figures are picked and grouped, in the order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from detentions.choices import Group, Measure
from detentions.pages import room
from detentions.tallies.ledger import DETAINED
from detentions.tallies.shapes import (
    Cell,
    CityLine,
    Documented,
    EventLine,
    Figure,
    GroupLine,
    Headline,
    Matrix,
    MatrixCell,
    MatrixCity,
    MatrixRow,
    MeasureLine,
    RegionLine,
    Reported,
    Sunday,
    WeekDay,
)

Line = TypeVar("Line")
MatrixLine = tuple[MatrixRow, list[tuple[MatrixCity, MatrixCell | None]]]

# Printed figures that a page holds; the downloads hold all. The ledgers come first, then groups,
# other measures and the days of the week share what is left.
ROOM_OF_LEDGERS = 12
ROOM_WITHOUT_PLACES = 20
ROOM_AT_LEAST = 6
ROOM_OF_A_PLACE = 6
ROOM_OF_AN_EVENT = 4


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
    left_out: int  # how many figures more there are

    @property
    def has_figures(self) -> bool:
        """Whether there is any figure, even if the page has no room for one."""
        return bool(self.figures or self.left_out)


@dataclass(frozen=True, slots=True)
class Other:
    """Figures of another measure than detained, for everyone or one group (rule 6).

    What they come to is counted for everyone alone.
    """

    measure: str
    group: str
    organisations: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class Arranged:
    """The figures of a Sunday, or of a city on it, by the section that prints them."""

    ledgers: tuple[Ledger, ...]
    rivals: tuple[Headline | Figure, ...]
    longest: int
    groups: tuple[Row[GroupLine], ...]
    measures: tuple[Row[Other], ...]
    events: tuple[Row[EventLine], ...]
    week: tuple[Row[WeekDay], ...]  # the Sunday's own figures are in the other sections


def arranged(page: Sunday | Cell) -> Arranged:
    """Group the figures of a page about one day."""
    figures = page.reported.figures if page.reported else ()
    kind, place = ("city", page.city) if isinstance(page, Cell) else ("country", "")
    own = tuple(figure for figure in figures if _is_of(figure, kind, place))
    ledgers = _ledgers(page.reported, own)
    groups = _with_theirs(page.groups, figures, _is_detained_of)
    measures = _with_theirs(_others(page.measures, figures), figures, _is_measured_of)
    week = [(day, day.printed) for day in page.week.days]
    taken = sum(len(ledger.figures) for ledger in ledgers)
    left = max(ROOM_WITHOUT_PLACES - taken, ROOM_AT_LEAST)
    shown = room.shares([theirs for _line, theirs in [*groups, *measures, *week]], left)
    of_groups, of_others = len(groups), len(groups) + len(measures)
    return Arranged(
        ledgers=ledgers,
        rivals=_rivals(page.reported),
        longest=max((figure.high or figure.low or 0 for figure in own), default=0),
        groups=_rows(groups, shown[:of_groups]),
        measures=_rows(measures, shown[of_groups:of_others]),
        week=_rows(week, shown[of_others:]),
        events=_event_rows(page.events, figures),
    )


def city_rows(page: Sunday, cities: Iterable[CityLine]) -> tuple[Row[CityLine], ...]:
    """Return some cities of a Sunday, each with the figures given for it."""
    figures = page.reported.figures if page.reported else ()
    return _place_rows(cities, figures, lambda line, one: _is_of(one, "city", line.city))


def region_rows(page: Sunday) -> tuple[Row[RegionLine], ...]:
    """Return each region of a Sunday with the figures given for it."""
    figures = page.reported.figures if page.reported else ()
    return _place_rows(page.regions, figures, lambda line, one: _is_of(one, line.kind, line.region))


def matrix_rows(page: Matrix) -> list[MatrixLine]:
    """Return the Sundays of the matrix, latest first, each cell with its city."""
    return [(row, list(zip(page.cities, row.cells, strict=True))) for row in reversed(page.sundays)]


def longest(lines: Iterable[HasReported]) -> int:
    """Return the largest reported or documented number: what the longest bar stands for."""
    numbers = (max(line.highest or 0, line.documented.detentions) for line in lines)
    return max(numbers, default=0)


def _with_theirs(
    lines: Iterable[Line], figures: Sequence[Figure], fits: Callable[[Line, Figure], bool]
) -> list[tuple[Line, tuple[Figure, ...]]]:
    return [(line, tuple(one for one in figures if fits(line, one))) for line in lines]


def _rows(
    found: Iterable[tuple[Line, tuple[Figure, ...]]], shown: Iterable[tuple[Figure, ...]]
) -> tuple[Row[Line], ...]:
    return tuple(
        Row(line, figures, len(theirs) - len(figures))
        for (line, theirs), figures in zip(found, shown, strict=True)
    )


def _place_rows(
    lines: Iterable[Line], figures: Sequence[Figure], fits: Callable[[Line, Figure], bool]
) -> tuple[Row[Line], ...]:
    """Return lines with their figures: outgrown ones make room, current ones are all there."""
    found = _with_theirs(lines, figures, fits)
    return _rows(found, [room.kept(theirs, ROOM_OF_A_PLACE) for _line, theirs in found])


def _event_rows(
    lines: Iterable[EventLine], figures: Sequence[Figure]
) -> tuple[Row[EventLine], ...]:
    """Return events with as many of their figures as fit; their own pages have all."""
    found = _with_theirs(lines, figures, lambda line, figure: figure.event == line.slug)
    size = ROOM_OF_AN_EVENT
    return _rows(found, [room.kept(theirs, size)[:size] for _line, theirs in found])


def _ledgers(reported: Reported | None, own: tuple[Figure, ...]) -> tuple[Ledger, ...]:
    if reported is None:
        return ()
    headlines = {headline.organisation: headline for headline in reported.organisations}
    named: list[Headline | Figure] = [*reported.organisations, *own]
    names = {one.organisation: one.organisation_name for one in named}
    shown = room.kept(own, ROOM_OF_LEDGERS)
    return tuple(
        Ledger(
            organisation=name,
            headline=headlines.get(organisation),
            figures=tuple(one for one in shown if one.organisation == organisation),
            earlier=sum(one.organisation == organisation for one in own if one not in shown),
        )
        for organisation, name in names.items()
    )


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


def _others(lines: Iterable[MeasureLine], figures: Iterable[Figure]) -> tuple[Other, ...]:
    """Return each measure other than detained with each group that figures give it for."""
    counted = {line.measure: line.organisations for line in lines}
    found = {(one.measure, one.group) for one in figures if one.measure not in DETAINED}
    return tuple(
        Other(measure, group, counted.get(measure, ()) if group == Group.EVERYONE else ())
        for measure in Measure.values
        for group in Group.values
        if (measure, group) in found
    )


def _is_measured_of(line: Other, figure: Figure) -> bool:
    return (figure.measure, figure.group) == (line.measure, line.group)


def _is_detained_of(line: GroupLine, figure: Figure) -> bool:
    return figure.group == line.group and figure.measure in DETAINED


def _is_of(figure: Figure, kind: str, place: str) -> bool:
    """Whether the figure counts everyone detained in a place."""
    return (
        (figure.place_kind, figure.place) == (kind, place)
        and figure.group == Group.EVERYONE
        and figure.measure in DETAINED
    )
