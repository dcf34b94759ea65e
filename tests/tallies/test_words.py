"""What was said without a number: "several", "none reported" (rules 3 and 4)."""

from datetime import date

import pytest

from detentions import tallies
from detentions.choices import Qualifier
from detentions.tallies import Rule, Sunday
from tests.factories import (
    SUNDAY,
    make_city,
    make_count,
    make_event,
    make_organisation,
    make_region,
)

pytestmark = pytest.mark.django_db
TODAY = date(2021, 1, 1)
SEVERAL, NONE = Qualifier.UNQUANTIFIED, Qualifier.NONE_REPORTED


def sunday() -> Sunday:
    tallies.rebuild()
    return tallies.sunday(SUNDAY, today=TODAY, rule=Rule())


@pytest.mark.parametrize("hours", [("11", "18"), ("18", "11")])
def test_several_stand_whatever_the_organisation_said_before_or_after(
    hours: tuple[str, str],
) -> None:
    viasna = make_organisation()
    for qualifier, hour in zip((SEVERAL, NONE), hours, strict=True):
        moment = f"2020-11-08T{hour}:00:00Z"
        make_count(organisation=viasna, qualifier=qualifier, as_of=moment)
    reported = sunday().reported
    assert reported
    assert reported.without_number == ("unquantified",)
    assert [one.qualifier for one in reported.figures if one.current] == ["unquantified"]


def test_several_at_an_event_are_words_about_its_city() -> None:
    city = make_city(slug="town")
    make_count(city=city, event=make_event(city=city))
    [line] = sunday().cities
    assert (line.reported, line.without_number) == (None, ("unquantified",))
    reported = tallies.cell(SUNDAY, "town", today=TODAY, rule=Rule()).reported
    assert reported
    assert reported.without_number == ("unquantified",)
    [row] = tallies.matrix(today=TODAY, rule=Rule()).sundays
    assert [cell and cell.without_number for cell in row.cells] == [("unquantified",)]
    [day] = tallies.city("town", today=TODAY, rule=Rule()).sundays
    assert day.without_number == ("unquantified",)


@pytest.mark.parametrize("at_an_event", [False, True])
def test_several_in_a_city_are_several_in_all_that_it_lies_in(at_an_event: bool) -> None:
    region = make_region()
    city = make_city(region=region)
    event = make_event(city=city) if at_an_event else None
    make_count(city=city, event=event, qualifier=SEVERAL)
    make_count(qualifier=NONE, organisation=make_organisation())
    page = sunday()
    assert page.reported
    assert page.reported.without_number == ("unquantified", "none_reported")
    assert [line.without_number for line in page.regions] == [("unquantified",)]
    (line,) = tallies.sundays(today=TODAY, rule=Rule()).sundays
    assert line.without_number == ("unquantified", "none_reported")


def test_several_in_an_area_are_not_said_of_the_country() -> None:
    make_count(region=make_region(kind="area"), qualifier=SEVERAL)
    reported = sunday().reported
    assert reported
    assert reported.without_number == ()


def test_nobody_in_one_city_is_not_nobody_in_the_country() -> None:
    make_count(city=make_city(region=make_region()), qualifier=NONE)
    page = sunday()
    assert page.reported
    assert page.reported.without_number == ()
    assert [line.without_number for line in page.regions] == [()]


def test_several_at_an_event_say_nothing_beside_the_organisations_number_for_the_city() -> None:
    city, viasna = make_city(), make_organisation()
    make_count(city=city, event=make_event(city=city), organisation=viasna)
    make_count(7, city=city, organisation=viasna)
    [line] = sunday().cities
    assert line.without_number == ()


def test_nobody_at_one_event_is_not_nobody_in_the_city() -> None:
    city = make_city()
    make_count(city=city, event=make_event(city=city), qualifier=NONE)
    [line] = sunday().cities
    assert line.without_number == ()
