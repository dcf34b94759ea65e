"""Why there is a tally table: the same counts grouped from the records, and read from the table.

Both answer with the same JSON, so that nothing but the way of counting differs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Protocol

from django.db import connections, transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse

from detentions.choices import Role
from detentions.public.models import PublicCountable, PublicTally
from detentions.public.router import PUBLIC_ALIAS

# A breakdown of the records by a column; the tally table calls two of them otherwise.
_COLUMNS = {"sex": "sex", "status": "last_step", "detained_by": "detained_by"}
_DETENTIONS = Count("id")
_PEOPLE = Count("detainee_id", distinct=True)
_ROLES_OF_A_DAY = """
SELECT r.role, COUNT(*), COUNT(DISTINCT c.detainee_id)
FROM public_countable c JOIN public_detention_roles r ON r.detention_id = c.id
WHERE c.date = %s GROUP BY r.role
"""
_DAYS_OF_A_ROLE = """
SELECT c.date, COUNT(*)
FROM public_detention_roles r JOIN public_countable c ON c.id = r.detention_id
WHERE r.role = %s GROUP BY c.date
"""

Counted = dict[str, dict[str, tuple[int, ...]]]


class Way(Protocol):
    """One way of counting."""

    def one(self, day: date) -> Counted:
        """Return a Sunday's detentions and people by breakdown and value."""

    def every(self) -> Counted:
        """Return each Sunday's detentions, people and cities, and its journalists."""


class Grouped:
    """Groups the public records, as a view without the table would have to."""

    def one(self, day: date) -> Counted:
        """Return a Sunday's detentions and people by breakdown and value."""
        there = PublicCountable.objects.filter(date=day)
        roles = _joined(_ROLES_OF_A_DAY, connections[PUBLIC_ALIAS].ops.adapt_datefield_value(day))
        answer = {"city": _pairs(_by(there, "city_id")), "role": _pairs(roles)}
        for name, column in _COLUMNS.items():
            answer[name] = _pairs(_by(there, column))
        total = there.aggregate(detentions=_DETENTIONS, people=_PEOPLE)
        return answer | {"all": {"": (total["detentions"], total["people"])}}

    def every(self) -> Counted:
        """Return each Sunday's detentions, people and cities, and its journalists."""
        cities = Count("city_id", distinct=True)
        found = PublicCountable.objects.values_list("date").annotate(_DETENTIONS, _PEOPLE, cities)
        journalists = _joined(_DAYS_OF_A_ROLE, Role.JOURNALIST.value)
        return {"sundays": _pairs(found), "journalists": _pairs(journalists)}


class Tallied:
    """Reads the tally table, as the pages do."""

    def one(self, day: date) -> Counted:
        """Return a Sunday's detentions and people by breakdown and value."""
        found: Counted = {name: {} for name in ("all", "city", "role", *_COLUMNS)}
        where = Q(city_id="") | Q(dimension="all")
        rows = PublicTally.objects.filter(where, period="day", start=day).values_list(
            "city_id", "dimension", "value", "detentions", "people"
        )
        for city_id, dimension, value, detentions, people in rows:
            if city_id:
                found["city"][city_id] = (detentions, people)
            elif dimension in found:
                found[dimension][value] = (detentions, people)
        return found

    def every(self) -> Counted:
        """Return each Sunday's detentions, people and cities, and its journalists."""
        here = PublicTally.objects.filter(city_id="", period="day")
        cities = dict(here.filter(dimension="cities").values_list("start", "value"))
        days = here.filter(dimension="all").values_list("start", "detentions", "people")
        journalists = here.filter(dimension="role", value=Role.JOURNALIST)
        return {
            "sundays": {str(day): (*numbers, int(cities[day])) for day, *numbers in days},
            "journalists": _pairs(journalists.values_list("start", "detentions")),
        }


grouped: Way = Grouped()
tallied: Way = Tallied()


def sunday(request: HttpRequest, day: str, counted: Way) -> HttpResponse:
    """Answer with one Sunday's counts."""
    with transaction.atomic(using=PUBLIC_ALIAS):
        return _json(counted.one(date.fromisoformat(day)))


def sundays(request: HttpRequest, counted: Way) -> HttpResponse:
    """Answer with every Sunday's counts."""
    with transaction.atomic(using=PUBLIC_ALIAS):
        return _json(counted.every())


def _by(rows: QuerySet[Any], column: str) -> QuerySet[Any, tuple[Any, ...]]:
    found: QuerySet[Any, tuple[Any, ...]] = rows.values_list(column).annotate(_DETENTIONS, _PEOPLE)
    return found


def _joined(statement: str, *parameters: Any) -> list[tuple[Any, ...]]:
    """Run what Django cannot say: the views have no relations to join along."""
    with connections[PUBLIC_ALIAS].cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _pairs(rows: Iterable[tuple[Any, ...]]) -> dict[str, tuple[int, ...]]:
    return {str(key): tuple(numbers) for key, *numbers in rows}


def _json(counted: Counted) -> HttpResponse:
    ordered = {name: dict(sorted(values.items())) for name, values in counted.items()}
    return JsonResponse(dict(sorted(ordered.items())))
