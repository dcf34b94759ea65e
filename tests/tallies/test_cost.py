"""What counting costs: the same number of queries, whatever there is to count."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from detentions import tallies
from detentions.tallies import Rule
from tests.factories import (
    SUNDAY,
    make_city,
    make_count,
    make_detention,
    make_event,
    make_region,
    make_series,
)

pytestmark = pytest.mark.django_db
TODAY = date(2021, 1, 1)
# data version, calendar, figures, events, tallies, cities, regions, ordinals, cited, sources
SUNDAY_QUERIES = 10
# data version, city, calendar, figures, events, tallies, cited, sources
CELL_QUERIES = 8
# data version, calendar, series, figures, events, tallies, all documented
INDEX_QUERIES = 7
# data version, calendar, figures, events, tallies, cities
MATRIX_QUERIES = 6
# data version, documented by city, calendar, tallies, events, figures, cities
CITIES_QUERIES = 7
# data version, city, calendar, figures, events, tallies, all documented
CITY_QUERIES = 7
# data version, calendar, all documented, records
STATUS_QUERIES = 4

QUESTIONS: tuple[tuple[Callable[[], Any], int], ...] = (
    (lambda: tallies.sunday(SUNDAY, today=TODAY, rule=Rule()), SUNDAY_QUERIES),
    (lambda: tallies.cell(SUNDAY, "town", today=TODAY, rule=Rule()), CELL_QUERIES),
    (lambda: tallies.sundays(today=TODAY, rule=Rule()), INDEX_QUERIES),
    (lambda: tallies.matrix(today=TODAY, rule=Rule()), MATRIX_QUERIES),
    (lambda: tallies.cities(today=TODAY, rule=Rule()), CITIES_QUERIES),
    (lambda: tallies.city("town", today=TODAY, rule=Rule()), CITY_QUERIES),
    (tallies.status, STATUS_QUERIES),
)


@pytest.mark.parametrize(("ask", "expected"), QUESTIONS)
def test_a_question_takes_the_same_queries_for_one_sunday_and_for_many(
    ask: Callable[[], Any], expected: int
) -> None:
    make_series()
    town = make_city(slug="town", region=make_region())
    _fill(town, weeks=1)
    assert len(_queries(ask)) == expected
    for _ in range(3):
        _fill(make_city(), weeks=5)
    _fill(town, weeks=5)
    assert len(_queries(ask)) == expected


@pytest.mark.parametrize("ask", [ask for ask, _expected in QUESTIONS])
def test_no_question_reads_single_detentions(ask: Callable[[], Any]) -> None:
    _fill(make_city(slug="town"), weeks=2)
    for query in _queries(ask):
        assert "public_detention" not in query
        assert "public_countable" not in query
        assert 'FROM "detentions_' not in query


def _fill(city: Any, weeks: int) -> None:
    for number in range(weeks):
        day = SUNDAY - timedelta(weeks=number)
        event = make_event(city=city, date=day)
        make_detention(event=event, date=day)
        make_detention(event=event, date=day)
        make_count(3, city=city, date=day)
        make_count(2, city=city, date=day, event=event)
    tallies.rebuild()


def _queries(ask: Callable[[], Any]) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        ask()
    return [query["sql"] for query in captured.captured_queries]
