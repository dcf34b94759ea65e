"""Documented detentions, read from the tally table and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db.models import Q

from detentions import custody
from detentions.choices import ROLE_OF_GROUP, CustodyKind, Group, Sex
from detentions.public.models import PublicTally
from detentions.tallies.lines import (
    DetainedByLine,
    Documented,
    Headline,
    OutcomeLine,
    RoleLine,
)

NOTHING = Documented()
_Key = tuple[str, date, str, str]


class Tallies:
    """Rows of the tally table by period, start, place and breakdown."""

    def __init__(self, where: Q) -> None:
        self._rows: dict[_Key, dict[str, Documented]] = defaultdict(dict)
        self._cities: dict[date, set[str]] = defaultdict(set)
        found = PublicTally.objects.filter(where).values_list(
            "period", "start", "city_id", "dimension", "value", "detentions", "people"
        )
        for period, start, city_id, dimension, value, detentions, people in found:
            self._rows[period, start, city_id, dimension][value] = Documented(detentions, people)
            if city_id and (period, dimension) == ("day", "all"):
                self._cities[start].add(city_id)

    def day(self, day: date, city_id: str = "") -> Documented:
        """Return what is documented on a day in a city, or in the whole country."""
        return self.values(day, city_id, "all").get("", NOTHING)

    def week(self, monday: date, city_id: str = "") -> Documented:
        """Return what is documented in a week; each person is counted once."""
        return self._rows.get(("week", monday, city_id, "all"), {}).get("", NOTHING)

    def values(self, day: date, city_id: str, dimension: str) -> dict[str, Documented]:
        """Return a day's breakdown, by value."""
        return self._rows.get(("day", day, city_id, dimension), {})

    def cities(self, day: date) -> set[str]:
        """Return the ids of the cities with a documented detention on a day."""
        return self._cities.get(day, set())

    def number_of_cities(self, day: date) -> int:
        """Return how many cities have a documented detention on a day."""
        return max((int(number) for number in self.values(day, "", "cities")), default=0)

    def group(self, day: date, city_id: str, group: str) -> Documented | None:
        """Return what is documented of a group; None where records do not tell it apart."""
        if group == Group.WOMEN:
            return self.values(day, city_id, "sex").get(Sex.FEMALE, NOTHING)
        if group not in ROLE_OF_GROUP:
            return None
        return self.values(day, city_id, "role").get(ROLE_OF_GROUP[group], NOTHING)


def unnamed_remainder(headline: Headline | None, documented: Documented) -> int | None:
    """Return how many reported detentions are not documented (rule 8); None without a headline."""
    return None if headline is None else max(0, headline.low - documented.detentions)


def outcome_lines(
    tallies: Tallies, day: date, city_id: str, today: date
) -> tuple[OutcomeLine, ...]:
    """Return the documented detentions of a day by status, in the order of the vocabulary."""
    found: dict[str, int] = defaultdict(int)
    for last_step, documented in tallies.values(day, city_id, "status").items():
        found[custody.status_kind(last_step, day, today=today)] += documented.detentions
    order = CustodyKind.values
    return tuple(OutcomeLine(status, found[status]) for status in sorted(found, key=order.index))


def role_lines(tallies: Tallies, day: date, city_id: str) -> tuple[RoleLine, ...]:
    """Return the documented detentions of a day by role, most first."""
    found = tallies.values(day, city_id, "role")
    return tuple(RoleLine(role, found[role]) for role in _most_first(found))


def detained_by_lines(tallies: Tallies, day: date, city_id: str) -> tuple[DetainedByLine, ...]:
    """Return the documented detentions of a day by who carried them out, most first."""
    found = tallies.values(day, city_id, "detained_by")
    return tuple(DetainedByLine(value, found[value]) for value in _most_first(found))


def _most_first(found: dict[str, Documented]) -> list[str]:
    return sorted(found, key=lambda value: (-found[value].detentions, value))
