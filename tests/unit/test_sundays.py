"""Dates of Sundays: weeks, year ends, ordinals and streaks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detentions import sundays

FIRST = date(2020, 8, 16)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@given(DAYS)
def test_every_day_lies_in_the_week_monday_to_sunday_of_its_sunday(day: date) -> None:
    week = sundays.week_of(day)
    assert day in week
    assert len(week) == 7
    assert week[0] == sundays.monday_of(day)
    assert week[0].weekday() == 0
    assert week[-1] == sundays.sunday_of(day)
    assert sundays.is_sunday(week[-1])


@pytest.mark.parametrize(
    ("day", "sunday"),
    [
        (date(2020, 11, 8), date(2020, 11, 8)),
        (date(2020, 11, 7), date(2020, 11, 8)),
        (date(2020, 11, 9), date(2020, 11, 15)),
        (date(2020, 12, 31), date(2021, 1, 3)),
        (date(2024, 2, 29), date(2024, 3, 3)),
    ],
)
def test_a_day_belongs_to_the_sunday_that_ends_its_week(day: date, sunday: date) -> None:
    assert sundays.sunday_of(day) == sunday


def test_a_day_whose_sunday_no_calendar_has_raises() -> None:
    with pytest.raises(OverflowError):
        sundays.sunday_of(date.max)


def test_8_november_2020_is_the_13th_sunday_from_16_august_and_the_14th_from_9_august() -> None:
    assert sundays.ordinal(date(2020, 11, 8), FIRST) == 13
    assert sundays.ordinal(date(2020, 11, 8), date(2020, 8, 9)) == 14


def test_the_first_date_is_number_one_and_nothing_before_it_has_a_number() -> None:
    assert sundays.ordinal(FIRST, FIRST) == 1
    assert sundays.ordinal(FIRST - timedelta(days=7), FIRST) is None


@given(st.integers(0, 500))
def test_ordinals_grow_by_one_a_week_across_year_ends(weeks: int) -> None:
    assert sundays.ordinal(FIRST + timedelta(weeks=weeks), FIRST) == weeks + 1


def test_a_streak_counts_back_to_a_gap_and_not_past_the_first_date() -> None:
    present = {FIRST + timedelta(weeks=number) for number in range(-3, 13)}
    assert sundays.streak(date(2020, 11, 8), FIRST, present) == 13
    present.discard(date(2020, 10, 18))
    assert sundays.streak(date(2020, 11, 8), FIRST, present) == 3
    assert sundays.streak(date(2020, 10, 18), FIRST, present) == 0
    assert sundays.streak(date(2020, 8, 9), FIRST, present) is None


def test_sundays_between_two_days_include_both_ends() -> None:
    found = list(sundays.sundays_between(FIRST, date(2020, 8, 30)))
    assert found == [date(2020, 8, 16), date(2020, 8, 23), date(2020, 8, 30)]
    assert list(sundays.sundays_between(date(2020, 8, 17), date(2020, 8, 22))) == []
