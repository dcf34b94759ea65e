"""Counting, asked as pages ask, under the rule that is in force unless somebody chooses."""

from datetime import date

from detentions import tallies

TODAY = date(2026, 1, 1)
_RULE = tallies.Rule()


def sunday(day: date) -> tallies.Sunday:
    """Return what is counted for a Sunday."""
    return tallies.sunday(day, today=TODAY, rule=_RULE)


def sundays() -> tallies.SundayIndex:
    """Return what is counted for all Sundays."""
    return tallies.sundays(today=TODAY, rule=_RULE)


def cell(day: date, city: str) -> tallies.Cell:
    """Return what is counted for a city on a Sunday."""
    return tallies.cell(day, city, today=TODAY, rule=_RULE)
