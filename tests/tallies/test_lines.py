"""A line for whatever was published of the day (rules 6 and 9)."""

from datetime import date

import pytest

from detentions import tallies
from detentions.tallies import Rule, Sunday
from tests.factories import SUNDAY, make_city, make_count, make_region

pytestmark = pytest.mark.django_db


def sunday() -> Sunday:
    tallies.rebuild()
    return tallies.sunday(SUNDAY, today=date(2021, 1, 1), rule=Rule())


def test_an_areas_other_measures_and_groups_have_a_line_without_a_number() -> None:
    area = make_region(kind="area")
    make_count(12, region=area, measure="held_pending_court")
    make_count(3, region=area, group="minors")
    found = sunday()
    assert [(line.measure, line.reported) for line in found.measures] == [
        ("held_pending_court", None)
    ]
    assert [(line.group, line.reported) for line in found.groups] == [("minors", None)]


def test_a_citys_words_about_measures_and_groups_have_a_line() -> None:
    city = make_city(slug="town")
    make_count(city=city, measure="released")
    make_count(city=city, group="students", measure="names_on_list")
    for found in (sunday(), tallies.cell(SUNDAY, "town", today=SUNDAY, rule=Rule())):
        assert [line.measure for line in found.measures] == ["released"]
        assert [line.group for line in found.groups] == ["students"]
