"""Sums of an organisation's own figures: of events, cities and regions (rule 4)."""

from datetime import date
from typing import Any

import pytest

from detentions import tallies
from detentions.choices import Group, RegionKind
from detentions.tallies import Rule, Sunday
from tests.factories import (
    SUNDAY,
    make_city,
    make_count,
    make_event,
    make_organisation,
    make_region,
)
from tests.tallies import printed

pytestmark = pytest.mark.django_db
TODAY = date(2021, 1, 1)


def sunday(day: date | str = SUNDAY, by: str = "highest") -> Sunday:
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return tallies.sunday(day, today=TODAY, rule=Rule.parse(by))


def headline(day: date | str = SUNDAY, by: str = "highest") -> Any:
    reported = sunday(day, by).reported
    assert reported
    return reported.headline


def test_a_region_is_never_below_its_cities_nor_the_country_below_its_regions() -> None:
    viasna, region = make_organisation(), make_region()
    for low in (10, 20):
        make_count(low, organisation=viasna, city=make_city(region=region))
    make_count(5, organisation=viasna, city=make_city())
    make_count(25, organisation=viasna, region=region)
    make_count(28, organisation=viasna)
    found = sunday()
    assert found.reported
    assert found.reported.headline
    assert found.reported.headline.low == 35
    assert found.regions[0].reported
    assert found.regions[0].reported.text == "at least 30"
    assert found.regions[0].reported.kind == "sum_of_places"


def test_a_printed_region_above_its_cities_stands_and_goes_into_the_country() -> None:
    viasna, region = make_organisation(), make_region()
    make_count(10, organisation=viasna, city=make_city(region=region))
    make_count(40, organisation=viasna, region=region)
    assert headline().low == 40


def test_an_area_that_overlaps_regions_is_shown_and_never_summed() -> None:
    viasna, area = make_organisation(), make_region(kind=RegionKind.AREA)
    make_count(300, organisation=viasna, region=area)
    make_count(10, organisation=viasna, city=make_city())
    found = sunday()
    assert found.reported
    assert found.reported.headline
    assert found.reported.headline.low == 10
    assert [(line.kind, line.reported.low) for line in found.regions if line.reported] == [
        ("area", 300)
    ]


def test_figures_of_different_organisations_are_never_added() -> None:
    region = make_region()
    make_count(10, city=make_city(region=region))
    make_count(20, city=make_city(region=region))
    assert headline().low == 20


def test_figures_of_two_events_in_a_city_add_up_to_at_least_that_many() -> None:
    ovd, city = make_organisation(), make_city(slug="town")
    for low in (12, 30):
        make_count(low, organisation=ovd, event=make_event(city=city), city=city)
    found = {line.city: line for line in sunday().cities}["town"].reported
    assert found
    assert (found.low, found.qualifier, found.kind) == (42, "at_least", "sum_of_events")
    assert sorted(line.reported.low for line in sunday().events if line.reported) == [12, 30]


def test_a_figure_for_the_day_and_those_for_its_events_are_compared_and_never_added() -> None:
    ovd, city = make_organisation(), make_city(slug="town")
    for low in (12, 30):
        make_count(low, organisation=ovd, event=make_event(city=city), city=city)
    make_count(40, organisation=ovd, city=city)
    assert headline().low == 42
    make_count(50, organisation=ovd, city=city)
    found = {line.city: line for line in sunday().cities}["town"].reported
    assert found
    assert (found.low, found.kind) == (50, "printed")


def test_two_figures_for_one_event_are_not_added() -> None:
    ovd, city = make_organisation(), make_city()
    event = make_event(city=city)
    for low in (12, 30):
        make_count(low, organisation=ovd, event=event, city=city)
    assert headline().low == 30


def test_groups_follow_the_same_rules_beside_everyone() -> None:
    viasna = make_organisation()
    for low in (2, 3):
        make_count(low, organisation=viasna, city=make_city(), group=Group.JOURNALISTS)
    found = {line.group: line for line in sunday().groups}["journalists"].reported
    assert found
    assert (found.low, found.kind) == (5, "sum_of_places")
    assert sunday().reported.headline is None  # type: ignore[union-attr]


def test_who_counted_in_one_city_alone_gave_no_lowest_figure_for_the_country() -> None:
    printed.load_8_november()
    reported = sunday().reported
    assert reported
    assert (reported.lowest, reported.highest) == (1024, 1024)
    assert headline(by="lowest").low == 1024
    assert headline(by="minsk-police").text == "at least 10"
    assert not headline(by="minsk-police").own_figure


def test_where_nobody_counted_the_country_sums_of_cities_make_its_headline_and_its_range() -> None:
    for low in (10, 20):
        make_count(low, city=make_city())
    reported = sunday().reported
    assert reported
    assert reported.headline
    assert (reported.headline.low, reported.lowest, reported.highest) == (20, 10, 20)
