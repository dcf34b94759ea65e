"""/tallies/: the API prints what is counted and counts nothing itself."""

from typing import Any

import pytest
from django.utils import timezone

from detentions import tallies
from detentions.tallies import Rule
from tests.api.asking import problem, refused, told
from tests.factories import (
    SUNDAY,
    make_city,
    make_count,
    make_data_version,
    make_detention,
    make_event,
    make_organisation,
    make_series,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world() -> None:
    make_data_version(7)
    minsk = make_city(slug="minsk", name="Minsk")
    viasna = make_organisation(slug="viasna", rank=1)
    make_event(city=minsk, series=make_series())
    make_count(1024, organisation=viasna)
    make_count(6, organisation=viasna, qualifier="at_least", group="journalists")
    make_count(900, organisation=make_organisation(slug="police", rank=9))
    make_count(500, organisation=viasna, city=minsk)
    make_detention(city=minsk, roles=["journalist"])
    tallies.rebuild()


def _asked() -> dict[str, Any]:
    return {"today": timezone.localdate(), "rule": Rule()}


def test_one_sunday_is_what_was_counted() -> None:
    answer = told("tallies/sundays/2020-11-08/")
    assert answer == tallies.as_data(tallies.sunday(SUNDAY, **_asked()))
    assert answer["sunday"] == "2020-11-08"
    assert answer["ordinal"] == 13
    assert answer["data_version"] == 7
    assert answer["reported"]["headline"]["organisation"] == "viasna"
    assert answer["reported"]["headline"]["text"] == "1,024"
    assert answer["documented"] == {"detentions": 1, "people": 1}


def test_every_other_tally_is_what_was_counted() -> None:
    asked = _asked()
    for path, counted in {
        "sundays/": tallies.sundays(**asked),
        "sundays/2020-11-08/minsk/": tallies.cell(SUNDAY, "minsk", **asked),
        "cities/": tallies.cities(**asked),
        "cities/minsk/": tallies.city("minsk", **asked),
        "matrix/": tallies.matrix(**asked),
    }.items():
        assert told(f"tallies/{path}") == tallies.as_data(counted), path


def test_the_rule_of_the_headline_can_be_switched() -> None:
    lowest = told("tallies/sundays/2020-11-08/", by="lowest")
    assert lowest["rule"] == "lowest"
    assert lowest["reported"]["headline"]["organisation"] == "police"
    assert told("tallies/sundays/2020-11-08/", by="viasna")["rule"] == "viasna"
    assert told("tallies/cities/minsk/", by="viasna")["rule"] == "viasna"


def test_an_unknown_rule_is_refused_with_those_there_are() -> None:
    for path in ("sundays/", "sundays/2020-11-08/", "cities/", "cities/minsk/", "matrix/"):
        (error,) = refused(f"tallies/{path}", by="loudest")
        assert error["parameter"] == "by"
        assert error["allowed"] == ["highest", "lowest", "viasna", "police"]


def test_a_day_that_is_no_sunday_names_the_sunday_of_its_week() -> None:
    for path in ("2020-11-05/", "2020-11-05/minsk/"):
        assert problem(f"tallies/sundays/{path}", 404)["sunday"] == "2020-11-08"
    assert problem("tallies/sundays/9999-12-31/", 404)["sunday"] is None


@pytest.mark.parametrize("day", ["2020-11-31", "2020-1-8", "soon", "0000-00-00", "%00"])
def test_what_is_no_day_is_not_found(day: str) -> None:
    problem(f"tallies/sundays/{day}/", 404)


def test_an_unknown_city_is_not_found() -> None:
    problem("tallies/cities/atlantis/", 404)
    problem("tallies/sundays/2020-11-08/atlantis/", 404)


def test_a_sunday_without_anything_published_has_nothing_reported_and_never_zero() -> None:
    answer = told("tallies/sundays/2020-11-22/")
    assert answer["reported"] is None
    assert answer["unnamed_remainder"] is None
    assert answer["documented"] == {"detentions": 0, "people": 0}


def test_a_sunday_outside_the_calendar_is_not_found_and_told_where_it_ends() -> None:
    for day in ("0001-01-07", "9999-12-26"):
        for path in (f"tallies/sundays/{day}/", f"tallies/sundays/{day}/minsk/"):
            answer = problem(path, 404)
            assert answer["first"] == "2020-08-16"
            assert answer["detail"].startswith(f"{day} lies outside the Sundays from 2020-08-16")


def test_the_day_that_is_asked_on_decides_which_status_is_unknown() -> None:
    (outcome,) = told("tallies/sundays/2020-11-08/")["outcomes"]
    assert outcome["status"] == "unknown"
