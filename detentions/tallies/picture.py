"""What is read of one place and the week of one Sunday, before anything is said about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from detentions.public.models import PublicEvent, PublicReportedCount
from detentions.tallies.documented import Tallies
from detentions.tallies.estimates import NO_FIGURES, Day
from detentions.tallies.ledger import Place, by_day, row_of
from detentions.tallies.rules import Rule


@dataclass(frozen=True, slots=True)
class Picture:
    """One place on one Sunday: the figures and events of its week, and the tally table.

    The other days of that week are looked at through the same picture (`on`).
    """

    sunday: date
    place: Place
    name: str
    slug: str
    rule: Rule
    printed: tuple[PublicReportedCount, ...]
    gatherings: tuple[PublicEvent, ...]
    days: Mapping[date, Day]
    tallies: Tallies

    def on(self, day: date) -> Picture:
        """Return the picture of another day of the week."""
        return replace(self, sunday=day)

    @property
    def city_id(self) -> str:
        """As the tally table has it: empty for the whole country."""
        return self.place.id

    @property
    def figures(self) -> Day:
        """The figures of the day itself."""
        return self.days.get(self.sunday, NO_FIGURES)

    def sources_of_week(self) -> set[str | None]:
        """Return the sources of every figure of the week, all of which the page prints."""
        return {row.source_id for day in self.days.values() for row in day.rows}

    @property
    def events(self) -> tuple[PublicEvent, ...]:
        """The events of the day itself."""
        return tuple(event for event in self.gatherings if event.date == self.sunday)


def days_of(printed: Iterable[PublicReportedCount]) -> dict[date, Day]:
    """Return the figures that were read in full, day by day, as counting takes them."""
    return {day: Day(rows) for day, rows in by_day(row_of(figure) for figure in printed).items()}
