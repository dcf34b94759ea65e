"""Each day of the week is checked like its Sunday (rules 7 to 9 and 11)."""

from datetime import date

import pytest

from detentions import tallies
from detentions.choices import Role
from detentions.tallies import Rule, WeekDay
from tests.factories import SUNDAY, make_city, make_count, make_detention, make_organisation

pytestmark = pytest.mark.django_db
SATURDAY = date(2020, 11, 7)


def saturday(city: str = "") -> WeekDay:
    tallies.rebuild()
    today, rule = date(2021, 1, 1), Rule()
    if city:
        return tallies.cell(SUNDAY, city, today=today, rule=rule).week.days[5]
    return tallies.sunday(SUNDAY, today=today, rule=rule).week.days[5]


def test_fifteen_documented_against_ten_reported_are_a_contradiction() -> None:
    city = make_city(slug="town")
    make_count(10, city=city, date=SATURDAY)
    for _number in range(15):
        make_detention(city=city, date=SATURDAY)
    for place in ("", "town"):
        [found] = saturday(place).contradictions
        assert found.code == "documented_above_reported"
        assert (found.place, found.values["documented"]) == (place, 15)


def test_a_group_of_a_weekday_is_flagged() -> None:
    city = make_city(slug="town")
    make_count(1, city=city, date=SATURDAY, group="journalists")
    for _number in range(2):
        make_detention(city=city, date=SATURDAY, roles=[Role.JOURNALIST])
    for place in ("", "town"):
        [found] = saturday(place).contradictions
        assert found.code == "group_documented_above_reported"


def test_the_cities_of_a_weekday_may_not_add_up_to_more_than_the_country() -> None:
    make_count(30, date=SATURDAY, organisation=make_organisation())
    for _number in range(2):
        make_count(20, date=SATURDAY, city=make_city())
    [found] = saturday().contradictions
    assert found.values == {"cities": 40, "country": "30"}


def test_a_day_on_which_all_fits_has_no_contradiction() -> None:
    make_count(10, date=SATURDAY)
    make_detention(date=SATURDAY)
    assert saturday().contradictions == ()
