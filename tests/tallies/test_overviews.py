"""All Sundays, all cities and the matrix, each saying what the single page says (rule 13)."""

from datetime import date, timedelta

import pytest

from detentions import tallies
from detentions.choices import Group, Role
from detentions.models import City
from detentions.tallies import Documented, Rule
from tests.factories import (
    NOON,
    SUNDAY,
    make_city,
    make_count,
    make_data_version,
    make_detainee,
    make_detention,
    make_event,
    make_organisation,
    make_series,
)
from tests.tallies import printed

pytestmark = pytest.mark.django_db
TODAY = date(2021, 1, 1)


@pytest.fixture
def _autumn() -> None:
    """All printed figures, gatherings of a series, and people taken in several places."""
    printed.load()
    minsk, homel = (City.objects.get(slug=slug) for slug in ("minsk", "homel"))
    people = [make_detainee() for _ in range(2)]
    for weeks in range(3):
        event = make_event(city=minsk, name=f"March {weeks}", date=SUNDAY - timedelta(weeks=weeks))
        for person in people:
            make_detention(detainee=person, event=event, roles=[Role.JOURNALIST])
    make_detention(city=homel, date=SUNDAY - timedelta(days=1))
    tallies.rebuild()


@pytest.mark.usefixtures("_autumn")
@pytest.mark.parametrize("by", ["highest", "lowest", "viasna"])
def test_every_line_of_the_index_says_what_its_sunday_says(by: str) -> None:
    rule = Rule.parse(by)
    index = tallies.sundays(today=TODAY, rule=rule)
    assert len(index.sundays) == 14
    assert [line.sunday for line in index.sundays] == sorted(line.sunday for line in index.sundays)
    for line in index.sundays:
        whole = tallies.sunday(line.sunday, today=TODAY, rule=rule)
        reported = whole.reported
        assert reported
        assert (line.reported, line.lowest, line.highest, line.without_number) == (
            reported.headline,
            reported.lowest,
            reported.highest,
            reported.without_number,
        )
        for name in ("ordinal", "streak", "documented", "unnamed_remainder", "unallocated"):
            assert getattr(line, name) == getattr(whole, name), name
        assert line.figures == len(reported.figures)
        assert line.events == len(whole.events)
        assert line.cities == sum(bool(city.figures or city.events) for city in whole.cities)
        assert line.documented_cities == sum(
            bool(city.documented.detentions) for city in whole.cities
        )
        groups = {group.group: group for group in whole.groups}
        if Group.JOURNALISTS in groups:
            assert line.journalists == groups[Group.JOURNALISTS]
        else:
            assert (line.journalists.reported, line.journalists.documented) == (None, 0)


@pytest.mark.usefixtures("_autumn")
@pytest.mark.parametrize("by", ["highest", "lowest", "mvd"])
def test_every_cell_of_the_matrix_says_what_its_page_says(by: str) -> None:
    rule = Rule.parse(by)
    matrix = tallies.matrix(today=TODAY, rule=rule)
    assert [city.name for city in matrix.cities] == sorted(city.name for city in matrix.cities)
    for row in matrix.sundays:
        whole = tallies.sunday(row.sunday, today=TODAY, rule=rule)
        lines = {line.city: line for line in whole.cities}
        assert row.unallocated == whole.unallocated
        assert row.country.reported == (whole.reported and whole.reported.headline)
        assert row.country.documented == whole.documented
        for city, cell in zip(matrix.cities, row.cells, strict=True):
            page = tallies.cell(row.sunday, city.city, today=TODAY, rule=rule)
            assert (cell is None) == (city.city not in lines)
            if cell:
                line = lines[city.city]
                assert (cell.reported, cell.documented) == (line.reported, line.documented)
                assert cell.reported == (page.reported and page.reported.headline)
                assert cell.documented == page.documented


@pytest.mark.usefixtures("_autumn")
def test_every_day_of_a_city_says_what_its_page_says() -> None:
    for total in tallies.cities(today=TODAY, rule=Rule()).cities:
        city = tallies.city(total.city, today=TODAY, rule=Rule())
        assert total.documented == city.documented
        assert total.sundays == len(city.sundays)
        if city.sundays:
            assert total.first_sunday == city.sundays[0].date
            assert total.last_sunday == city.sundays[-1].date
        headlines = [day.reported.low for day in city.sundays if day.reported]
        assert (total.largest.low if total.largest else None) == max(headlines, default=None)
        for day in city.sundays:
            page = tallies.cell(day.date, total.city, today=TODAY, rule=Rule())
            assert day.reported == (page.reported and page.reported.headline)
            assert (day.ordinal, day.documented) == (page.ordinal, page.documented)
            assert day.unnamed_remainder == page.unnamed_remainder


@pytest.mark.usefixtures("_autumn")
def test_people_of_all_sundays_are_different_people() -> None:
    index = tallies.sundays(today=TODAY, rule=Rule())
    assert index.documented == Documented(7, 3)
    totals = {line.city: line for line in tallies.cities(today=TODAY, rule=Rule()).cities}
    assert totals["minsk"].documented == Documented(6, 2)
    assert totals["homel"].documented == Documented(1, 1)


@pytest.mark.usefixtures("_autumn")
def test_other_days_of_a_city_are_kept_apart_from_its_sundays() -> None:
    homel = tallies.city("homel", today=TODAY, rule=Rule())
    assert [day.date for day in homel.sundays] == [SUNDAY]
    assert [day.date for day in homel.other_days] == [date(2020, 11, 7)]
    assert homel.other_days[0].ordinal is None


def test_a_sunday_of_the_series_without_anything_is_listed_as_a_gap() -> None:
    make_series()
    for weeks in (0, 2):
        make_count(5, date=SUNDAY - timedelta(weeks=weeks))
    lines = tallies.sundays(today=TODAY, rule=Rule()).sundays
    assert [(line.ordinal, line.gap, line.streak) for line in lines[-4:]] == [
        (10, True, 0),
        (11, False, 1),
        (12, True, 0),
        (13, False, 1),
    ]


def test_years_between_two_histories_are_no_gaps_where_no_series_spans_them() -> None:
    make_count(5, date=date(2011, 12, 4))
    make_count(5)
    assert len(tallies.sundays(today=TODAY, rule=Rule()).sundays) == 2


def test_the_names_of_a_sundays_marches_are_those_of_events_of_a_series() -> None:
    series = make_series()
    for name in ("March of Unity", "March of Unity", "Unity March"):
        make_event(name=name, series=series)
    make_event(name="Picket")
    [line] = tallies.sundays(today=TODAY, rule=Rule()).sundays[-1:]
    assert line.event_names == ("March of Unity", "Unity March")


def test_an_empty_project_has_no_sundays_cities_or_status() -> None:
    assert tallies.sundays(today=TODAY, rule=Rule()).sundays == ()
    assert tallies.cities(today=TODAY, rule=Rule()).cities == ()
    assert tallies.matrix(today=TODAY, rule=Rule()).sundays == ()
    status = tallies.status()
    assert (status.data_version, status.data_through, status.last_published_at) == (0, None, None)
    assert set(status.records.values()) == {0}


def test_cities_that_nothing_is_about_are_not_listed() -> None:
    make_city(slug="quiet")
    make_count(1, city=make_city(slug="loud"))
    assert [line.city for line in tallies.cities(today=TODAY, rule=Rule()).cities] == ["loud"]


def test_the_status_counts_published_records_and_names_the_latest_day() -> None:
    make_data_version(57)
    person, city = make_detainee(), make_city()
    for days in (0, 3):
        make_detention(detainee=person, city=city, date=SUNDAY + timedelta(days=days))
    make_count(3, city=city)
    make_count(3, city=city, state="draft")
    tallies.rebuild()
    status = tallies.status()
    assert (status.data_version, status.last_published_at) == (57, NOON)
    assert status.data_through == date(2020, 11, 11)
    assert status.records == {
        "cities": 1,
        "regions": 0,
        "organisations": 1,
        "sources": 2,
        "events": 0,
        "reported-counts": 1,
        "detainees": 1,
        "detentions": 2,
    }


def test_a_rule_is_read_from_the_address_and_a_wrong_one_names_what_is_allowed() -> None:
    make_count(1, organisation=make_organisation(slug="viasna", name="Human Rights Centre"))
    quiet = make_organisation(slug="quiet", counts_towards_headlines=False)
    make_count(1, organisation=quiet)
    assert str(Rule.parse("")) == str(Rule.parse("highest")) == "highest"
    assert Rule.parse("viasna").organisation_name == "Human Rights Centre"
    assert [str(rule) for rule in Rule.options()] == ["highest", "lowest", "viasna"]
    for wrong in ("quiet", "nobody", "HIGHEST"):
        with pytest.raises(ValueError, match=f"“{wrong}” is not allowed. Allowed: highest, lowest"):
            Rule.parse(wrong)
