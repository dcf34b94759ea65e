"""What cannot be is refused beside the column that says it, whoever writes it."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from detentions import entry, models
from tests import factories, staff

pytestmark = pytest.mark.django_db
MIDNIGHT = datetime(2020, 11, 7, 21, 0, tzinfo=UTC)  # of 8 November in Minsk


def enter_event(**values: Any) -> models.Event:
    """Return a draft event on the Sunday."""
    city = models.City.objects.first() or staff.enter_city()
    values = {"slug": "march", "name": "March", "city": city, "date": staff.SUNDAY, **values}
    return entry.create(models.Event, by=staff.enterer(), values=values)


def enter_series(**values: Any) -> models.EventSeries:
    """Return a series of Sundays."""
    values = {"slug": "s", "name": "Sundays", "weekday": 6, "first_date": staff.SUNDAY, **values}
    return entry.create(models.EventSeries, by=staff.administrator(), values=values)


def refused(enter: Any, column: str, **values: Any) -> str:
    """Return why a record with the values is refused, which is said beside the column."""
    with pytest.raises(ValidationError) as caught:
        enter(**values)
    assert list(caught.value.message_dict) == [column]
    (message,) = caught.value.message_dict[column]
    return message


@pytest.mark.parametrize("end_date", [None, staff.SUNDAY])
def test_an_event_does_not_end_before_it_began(end_date: date | None) -> None:
    hours = {"start_time": time(13), "end_time": time(1)}
    why = refused(enter_event, "end_time", **hours, end_date=end_date)
    assert "past midnight" in why


def test_an_event_may_run_past_midnight_or_end_at_once() -> None:
    hours = {"start_time": time(22), "end_time": time(1)}
    assert enter_event(**hours, end_date=date(2020, 11, 9)).pk
    assert enter_event(slug="b", start_time=time(13), end_time=time(13)).pk
    assert enter_event(slug="c", end_time=time(13)).pk


def test_more_than_zero_begins_at_one() -> None:
    assert "1" in refused(staff.enter_count, "low", qualifier="more_than", low=0, high=None)
    assert staff.enter_count(qualifier="more_than", low=1, high=None).pk


def test_sources_are_not_derived_from_each_other_in_a_circle() -> None:
    first = staff.enter_source()
    second = staff.enter_source(url="https://gazette.example/2", derived_from=first)
    third = staff.enter_source(url="https://gazette.example/3", derived_from=second)

    def change(**values: Any) -> None:
        entry.change(first, by=staff.enterer(), revision=first.revision, values=values)

    assert "itself" in refused(change, "derived_from", derived_from=third)
    assert "itself" in refused(change, "derived_from", derived_from=first)
    change(derived_from=staff.enter_source(url="https://gazette.example/4"))


@pytest.mark.parametrize(
    ("values", "column"),
    [
        ({"latitude": 53.9}, "longitude"),
        ({"longitude": 27.6}, "longitude"),
        ({"latitude": 90.1, "longitude": 27.6}, "latitude"),
        ({"latitude": 53.9, "longitude": -180.1}, "longitude"),
    ],
)
def test_a_city_lies_at_two_coordinates_on_earth(values: dict[str, float], column: str) -> None:
    refused(staff.enter_city, column, **values)


def test_the_database_knows_the_bounds_of_the_earth() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.make_city(latitude=91, longitude=27)


def test_a_series_begins_on_its_weekday() -> None:
    assert "Sunday" in refused(enter_series, "weekday", weekday=5)
    assert enter_series().pk


@pytest.mark.parametrize("precision", ["minute", "about"])
def test_a_detention_known_to_the_minute_has_a_time(precision: str) -> None:
    refused(staff.enter_detention, "precision", precision=precision)
    assert staff.enter_detention(precision=precision, time=time(17)).pk


@pytest.mark.parametrize("precision", ["day", "about_day"])
def test_a_detention_known_to_the_day_has_no_time(precision: str) -> None:
    refused(staff.enter_detention, "precision", precision=precision, time=time(17))
    assert staff.enter_detention(precision=precision).pk


def test_a_part_of_the_day_is_told_with_or_without_a_time() -> None:
    for moment in (None, time(20)):
        assert staff.enter_detention(precision="part_of_day", time=moment).pk


def test_a_precision_of_no_moment_says_nothing() -> None:
    refused(staff.enter_count, "as_of_precision", as_of_precision="minute")
    assert staff.enter_count(as_of_precision="minute", as_of=MIDNIGHT).pk


def test_a_figure_does_not_stand_before_the_day_that_it_counts() -> None:
    before = datetime(2020, 11, 7, 20, 59, tzinfo=UTC)
    assert "2020-11-07" in refused(staff.enter_count, "as_of", as_of=before)
    assert staff.enter_count(as_of=MIDNIGHT).pk


@pytest.mark.parametrize("code", ["ZZ", "by", "B1", "UK"])
def test_a_citizenship_is_a_country(code: str) -> None:
    assert code in refused(staff.enter_detainee, "citizenship", citizenship=code)


def test_citizens_of_every_country_are_entered() -> None:
    for code in ("BY", "RU", "PS", "SS"):
        assert staff.enter_detainee(citizenship=code).pk


@pytest.mark.parametrize("language", ["Belarusian", "b", "be_BY", "RU", "be-", "12"])
def test_a_language_is_a_tag(language: str) -> None:
    refused(staff.enter_source, "language", language=language)
    refused(staff.enter_count, "language", language=language)


@pytest.mark.parametrize("language", ["be", "be-tarask", "sr-Latn-RS", "es-419", "mis"])
def test_languages_are_entered_with_script_variant_and_region(language: str) -> None:
    assert staff.enter_source(language=language).pk


def twice(**row: Any) -> list[dict[str, Any]]:
    """Return two equal rows."""
    return [row, dict(row)]


def equal_rows() -> dict[str, tuple[type[Model], str, list[dict[str, Any]]]]:
    """Return, by name, records with the same child row twice."""
    source = staff.enter_source()
    cited = twice(source=source, locator="p. 2", quote="Many came. " * 500)
    return {
        "citations of an event": (models.Event, "citations", cited),
        "citations of a detention": (models.Detention, "citations", cited),
        "steps": (models.Detention, "custody_events", twice(kind="held", date=staff.SUNDAY)),
        "roles": (models.Detention, "roles", twice(role="student")),
        "circumstances": (models.Event, "circumstances", twice(kind="metro_closed")),
        "timed circumstances": (
            *(models.Event, "circumstances"),
            twice(kind="metro_closed", start_time=time(11)),
        ),
    }


@pytest.mark.parametrize(
    "what",
    [
        *("citations of an event", "citations of a detention", "steps", "roles"),
        *("circumstances", "timed circumstances"),
    ],
)
def test_the_same_is_not_said_twice_of_one_record(what: str) -> None:
    model, name, rows = equal_rows()[what]
    bare: dict[str, Any] = {"parts": {"citations": []}}
    record = enter_event() if model is models.Event else staff.enter_detention(**bare)
    with pytest.raises(ValidationError) as caught:
        entry.change(record, by=staff.enterer(), revision=1, parts={name: rows})
    (message,) = caught.value.message_dict[name]
    assert "already" in message
    related: Any = getattr(record, name)
    assert not related.exists()
    entry.change(record, by=staff.enterer(), revision=1, parts={name: rows[:1]})
    with pytest.raises(IntegrityError), transaction.atomic():
        related.create(**rows[1])


def test_what_differs_in_a_word_is_said_beside_it() -> None:
    source = staff.enter_source()
    event = enter_event()
    parts: dict[str, Any] = {
        "citations": [{"source": source, "quote": quote} for quote in ("One.", "Two.")],
        "circumstances": [
            {"kind": "metro_closed"},
            {"kind": "metro_closed", "start_time": time(11)},
            {"kind": "metro_closed", "start_time": time(15)},
            {"kind": "metro_closed", "detail": "Niamiha"},
        ],
    }
    entry.change(event, by=staff.enterer(), revision=1, parts=parts)
    assert (event.citations.count(), event.circumstances.count()) == (2, 4)
    held = {"kind": "transferred", "date": staff.SUNDAY}
    steps = {"custody_events": [{**held, "order": 0}, {**held, "order": 1}]}
    assert staff.enter_detention(parts=steps).custody_events.count() == 2
