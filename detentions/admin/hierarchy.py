"""The dates above a list: years, then months, then days with the Sundays marked.

Django asks the database for every year, month or day that occurs, which reads the whole list
again for each page: 4 seconds over 500,000 rows on SQLite. The calendar needs no query, and the
years are those between the first and the last date.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Min
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

_SUNDAY = 6
_MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class Period:
    """One year, month or day that the list can be narrowed to."""

    title: str
    url: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The way back to the longer period, and the shorter ones to choose from."""

    back: Period | None
    choices: list[Period]


def hierarchy(changelist: Any) -> Hierarchy | None:
    """Return the periods above a list, or nothing for a list without dates."""
    name = changelist.date_hierarchy
    if not name:
        return None
    link = _Links(changelist, name)
    year, month, day = (_number(changelist.params.get(f"{name}__{part}")) for part in link.PARTS)
    if year and month and day:
        back = link.to(_month(month, year), year, month)
        return Hierarchy(back, [link.to(str(day), year, month, day)])
    if year and month:
        return Hierarchy(link.to(str(year), year), _days(link, year, month))
    if year:
        months = [link.to(_month(month), year, month) for month in MONTHS]
        return Hierarchy(link.to(_("All dates")), months)
    return Hierarchy(None, [link.to(str(year), year) for year in _years(changelist, name)])


class _Links:
    PARTS = ("year", "month", "day")

    def __init__(self, changelist: Any, name: str) -> None:
        self._changelist, self._name = changelist, name

    def to(self, title: str, *period: int, marked: bool = False) -> Period:
        """Return the link to the list of one period, with all other filters kept."""
        chosen = {
            f"{self._name}__{part}": number
            for part, number in zip(self.PARTS, period, strict=False)
        }
        url = self._changelist.get_query_string(chosen, [f"{self._name}__"])
        return Period(title, url, marked)


def _days(link: _Links, year: int, month: int) -> list[Period]:
    if month not in MONTHS:
        return []
    last = calendar.monthrange(year, month)[1]
    return [
        link.to(str(day), year, month, day, marked=date(year, month, day).weekday() == _SUNDAY)
        for day in range(1, last + 1)
    ]


def _years(changelist: Any, name: str) -> list[int]:
    found = changelist.root_queryset.order_by().aggregate(first=Min(name), last=Max(name))
    if not found["last"]:
        return []
    return list(range(found["first"].year, found["last"].year + 1))[-_MOST_YEARS:]


def _month(month: int, year: int | None = None) -> str:
    title = str(MONTHS.get(month, month))
    return f"{title} {year}" if year else title


def _number(text: str | None) -> int | None:
    return int(text) if text else None
