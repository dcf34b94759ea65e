"""The tally table: documented detentions a day and a week, kept so that pages never count.

It holds nothing that the published detentions do not give: `refresh` derives the touched days
anew within the transaction that changed them, and `differences` compares all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from detentions.sundays import monday_of, week_of
from detentions.tallies.overviews import Difference, Stored

_COLUMNS = "period, start, city_id, dimension, value, detentions, people, new_people"
_WEEKS_AT_ONCE = 26

# `cities` is no breakdown but the number of cities, kept so that the index need not visit them.
# A person's first published detention, in the country and in a city, is flagged on the day's
# row alone, so that adding up all days of a place gives its different people. The first and last
# day are named beside the spans: joined alone, PostgreSQL looks up the latest step of every
# detention there is before it picks those of the spans.
_DERIVED = """
WITH spans(period, start, day) AS (VALUES {spans}),
counted AS (
    SELECT s.period, s.start, c.id, c.city_id, c.detainee_id, c.sex, c.last_step, c.detained_by,
           CASE WHEN s.period = 'day' AND NOT EXISTS (
               SELECT 1 FROM public_countable o
               WHERE o.detainee_id = c.detainee_id AND (o.date, o.id) < (c.date, c.id)
           ) THEN 1 ELSE 0 END AS first_anywhere,
           CASE WHEN s.period = 'day' AND NOT EXISTS (
               SELECT 1 FROM public_countable o
               WHERE o.detainee_id = c.detainee_id AND o.city_id = c.city_id
                 AND (o.date, o.id) < (c.date, c.id)
           ) THEN 1 ELSE 0 END AS first_here
    FROM spans s JOIN public_countable c ON c.date = s.day
    WHERE c.date BETWEEN %s AND %s
),
cities_of AS (
    SELECT period, start, CAST(COUNT(DISTINCT city_id) AS TEXT) AS cities
    FROM counted GROUP BY period, start
),
placed AS (
    SELECT period, start, city_id AS place, id, detainee_id, sex, last_step, detained_by,
           first_here AS is_new FROM counted
    UNION ALL
    SELECT period, start, '', id, detainee_id, sex, last_step, detained_by,
           first_anywhere FROM counted
),
broken_down AS (
    SELECT period, start, place, 'all' AS dimension, '' AS value, detainee_id, is_new FROM placed
    UNION ALL
    SELECT period, start, place, 'sex', sex, detainee_id, is_new FROM placed
    UNION ALL
    SELECT period, start, place, 'status', last_step, detainee_id, is_new FROM placed
    UNION ALL
    SELECT period, start, place, 'detained_by', detained_by, detainee_id, is_new FROM placed
    UNION ALL
    SELECT p.period, p.start, p.place, 'role', r.role, p.detainee_id, p.is_new
    FROM placed p JOIN public_detention_roles r ON r.detention_id = p.id
    UNION ALL
    SELECT c.period, c.start, '', 'cities', n.cities, c.detainee_id, c.first_anywhere
    FROM counted c JOIN cities_of n ON n.period = c.period AND n.start = c.start
)
SELECT period, start, place, dimension, value,
       COUNT(*), COUNT(DISTINCT detainee_id), SUM(is_new)
FROM broken_down
GROUP BY period, start, place, dimension, value
"""


class _Span(NamedTuple):
    """One day and the row of the table (a day's or a week's) that it counts in."""

    period: str
    start: date
    day: date


def refresh(days: Collection[date]) -> None:
    """Count the given days, and the weeks that they lie in, again.

    The caller passes every day on which a touched person was detained, because the person's
    first detention may have moved. Joins the caller's transaction. The cost depends on the
    number of detentions in those weeks alone.
    """
    with transaction.atomic(using=DEFAULT_DB_ALIAS):
        for spans in _batches(days):
            _replace(spans)


def rebuild() -> None:
    """Count everything again, in one transaction."""
    with transaction.atomic(using=DEFAULT_DB_ALIAS):
        refresh(_all_days())


def differences() -> tuple[Difference, ...]:
    """Return where the table is not what the published detentions give; writes nothing."""
    with transaction.atomic(using=DEFAULT_DB_ALIAS):
        slugs = _slugs()
        return tuple(
            found for spans in _batches(_all_days()) for found in _differences_in(spans, slugs)
        )


def _batches(days: Collection[date]) -> Iterator[list[_Span]]:
    """Yield a few weeks at once: a statement takes a limited number of parameters."""
    mondays = sorted({monday_of(day) for day in days})
    wanted = set(days)
    for number in range(0, len(mondays), _WEEKS_AT_ONCE):
        spans: list[_Span] = []
        for monday in mondays[number : number + _WEEKS_AT_ONCE]:
            week = week_of(monday)
            spans.extend(_Span("day", day, day) for day in week if day in wanted)
            spans.extend(_Span("week", monday, day) for day in week)
        yield spans


def _replace(spans: list[_Span]) -> None:
    where, parameters = _rows_of(spans)
    derived, values = _derived(spans)
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(f"DELETE FROM detentions_tally WHERE {where}", parameters)  # noqa: S608
        cursor.execute(f"INSERT INTO detentions_tally ({_COLUMNS}) {derived}", values)


def _differences_in(spans: list[_Span], slugs: dict[str, str]) -> Iterator[Difference]:
    where, parameters = _rows_of(spans)
    derived = _fetch(*_derived(spans))
    stored = _fetch(f"SELECT {_COLUMNS} FROM detentions_tally WHERE {where}", parameters)  # noqa: S608
    for key in sorted(derived.keys() | stored.keys()):
        if derived.get(key) != stored.get(key):
            period, start, city_id, dimension, value = key
            yield Difference(
                period=period,
                start=start,
                city_id=city_id,
                city_slug=slugs.get(city_id, ""),
                dimension=dimension,
                value=value,
                stored=stored.get(key),
                derived=derived.get(key),
            )


def _derived(spans: list[_Span]) -> tuple[str, list[Any]]:
    """Return the SELECT that counts the spans, and its parameters."""
    rows = ", ".join(["(%s, %s, %s)"] * len(spans))
    values = [value for span in spans for value in (span.period, *_dates(span.start, span.day))]
    days = [span.day for span in spans]
    values += _dates(min(days), max(days))
    return _DERIVED.format(spans=rows), values


def _rows_of(spans: list[_Span]) -> tuple[str, list[Any]]:
    """Return the condition that finds the spans' rows in the table, and its parameters."""
    keys = sorted({(span.period, span.start) for span in spans})
    rows = ", ".join(["(%s, %s)"] * len(keys))
    values = [value for period, start in keys for value in (period, *_dates(start))]
    return f"(period, start) IN (VALUES {rows})", values


def _dates(*days: date) -> list[Any]:
    adapt = connections[DEFAULT_DB_ALIAS].ops.adapt_datefield_value
    return [adapt(day) for day in days]


def _fetch(statement: str, parameters: list[Any]) -> dict[tuple[str, date, str, str, str], Stored]:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement, parameters)
        return {
            (row[0], _date(row[1]), row[2], row[3], row[4]): Stored(*map(int, row[5:]))
            for row in cursor
        }


def _slugs() -> dict[str, str]:
    """Return the cities' slugs by id."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT id, slug FROM public_cities")
        return dict(cursor.fetchall())


def _all_days() -> set[date]:
    """Return every day that has a published detention or a row in the table."""
    statement = "SELECT date FROM public_countable UNION SELECT start FROM detentions_tally"
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement)
        return {_date(row[0]) for row in cursor}


def _date(value: date | str) -> date:
    """SQLite hands a computed date out as text."""
    return value if isinstance(value, date) else date.fromisoformat(value)
