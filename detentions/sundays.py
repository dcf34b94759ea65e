"""Dates of Sundays and the weeks that end with them (docs/counting.md, rules 11 and 12).

Pure arithmetic over local dates: no clock, no time zone, no database.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

WEEK = timedelta(days=7)
_SUNDAY = 6


def is_sunday(day: date) -> bool:
    """Tell whether a day is a Sunday."""
    return day.weekday() == _SUNDAY


def sunday_of(day: date) -> date:
    """Return the Sunday that ends the week (Monday to Sunday) of a day.

    Raises OverflowError for the last days of the year 9999, whose Sunday no calendar has.
    """
    return day + timedelta(days=_SUNDAY - day.weekday())


def monday_of(day: date) -> date:
    """Return the Monday that begins the week (Monday to Sunday) of a day."""
    return day - timedelta(days=day.weekday())


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days, Monday to Sunday, of the week of a day."""
    monday = monday_of(day)
    return tuple(monday + timedelta(days=number) for number in range(7))


def sundays_between(first: date, last: date) -> Iterator[date]:
    """Yield every Sunday from `first` to `last`, both included."""
    day = sunday_of(first)
    while day <= last:
        yield day
        day += WEEK


def ordinal(day: date, first_date: date) -> int | None:
    """Return the number of a Sunday in a series whose `first_date` is number 1.

    None before the first date. 8 November 2020 is the 13th counted from 16 August.
    """
    weeks = (sunday_of(day) - sunday_of(first_date)).days // 7
    return weeks + 1 if weeks >= 0 else None


def streak(day: date, first_date: date, present: Collection[date]) -> int | None:
    """Return how many Sundays in a row, up to this one, have something published.

    `present` are the Sundays with any published event or count. Nothing before `first_date`
    is counted: None before it, 0 where the Sunday itself has nothing.
    """
    if ordinal(day, first_date) is None:
        return None
    length = 0
    current = day
    while current >= first_date and current in present:
        length += 1
        current -= WEEK
    return length
