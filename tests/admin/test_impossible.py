"""What cannot be is refused by the form, beside the field or row that says it; never a 500."""

from typing import Any

import pytest

from detentions import models
from tests import staff
from tests.admin import browser, records

pytestmark = pytest.mark.django_db
BEYOND = str(10**30)


def test_each_fault_stands_beside_its_field() -> None:
    client = browser.sign_in(staff.administrator())
    event = {"date": "2020-11-08", "start_time": "13:00", "end_time": "12:00"}
    faults: list[tuple[Any, dict[str, str], str]] = [
        (records.enter_event(), event, "end_time"),
        (staff.enter_count(), {"qualifier": "more_than", "low": "0", "high": ""}, "low"),
        (staff.enter_city("b"), {"latitude": "53.9"}, "longitude"),
        (records.enter_series(), {"weekday": "5"}, "weekday"),
        (staff.enter_detention(), {"precision": "minute"}, "precision"),
        (staff.enter_detainee(), {"citizenship": "ZZ"}, "citizenship"),
        (staff.enter_source(), {"language": "Russian"}, "language"),
    ]
    for record, values, field in faults:
        response = browser.save(client, record, values)
        assert response.status_code == 200
        assert list(response.context["adminform"].form.errors) == [field]


def test_a_time_typed_over_the_usual_precision_is_known_to_the_minute() -> None:
    """Fifty times on a Sunday night nobody should have to say so."""
    client = browser.sign_in(staff.enterer())
    detention = staff.enter_detention()
    assert browser.save(client, detention, {"time": "17:05"}).status_code == 302
    detention.refresh_from_db()
    assert (str(detention.time), detention.precision) == ("17:05:00", "minute")
    values = {"detainee": detention.detainee.pk, "city": detention.city.pk, "date": "2020-11-07"}
    assert browser.save(client, models.Detention, {**values, "time": "9:30"}).status_code == 302
    assert models.Detention.objects.get(date="2020-11-07").precision == "minute"


def test_a_precision_that_somebody_chose_is_not_changed() -> None:
    client = browser.sign_in(staff.enterer())
    detention = staff.enter_detention()
    about = browser.save(client, detention, {"time": "17:00", "precision": "about_day"})
    assert list(about.context["adminform"].form.errors) == ["precision"]


def test_a_row_said_twice_is_told() -> None:
    detention = records.enter_full_detention()
    source = detention.citations.get().source
    rows = {"citations-TOTAL_FORMS": "2", "citations-1-source": source.pk}
    client = browser.sign_in(staff.enterer())
    response = browser.save(client, detention, {**rows, "citations-1-locator": "para 2"})
    assert "cited here already" in browser.errors(response)
    again = {"custody_events-TOTAL_FORMS": "3", "custody_events-2-order": "0"}
    again |= {"custody_events-2-kind": "held", "custody_events-2-date": "2020-11-08"}
    response = browser.save(client, detention, again)
    assert response.status_code == 200
    assert browser.errors(response)
    assert (detention.citations.count(), detention.custody_events.count()) == (1, 2)


@pytest.mark.parametrize(
    "name",
    [
        *("custody_events-TOTAL_FORMS", "custody_events-INITIAL_FORMS", "roles-TOTAL_FORMS"),
        *("custody_events-MIN_NUM_FORMS", "custody_events-MAX_NUM_FORMS"),
        *("custody_events-0-order", "custody_events-0-days", "custody_events-0-amount"),
        *("custody_events-0-code_edition", "custody_events-0-id", "opened_revision"),
    ],
)
def test_a_number_that_no_column_holds_is_an_error_of_the_form(name: str) -> None:
    detention = records.enter_full_detention()
    client = browser.sign_in(staff.enterer())
    response = browser.save(client, detention, {name: BEYOND})
    assert response.status_code in {200, 302}
    if response.status_code == 200:
        assert browser.errors(response)
    detention.refresh_from_db()
    assert detention.custody_events.count() == 2
    assert not detention.custody_events.filter(order__gt=2).exists()


@pytest.mark.parametrize("number", [BEYOND, str(2**63)])
def test_no_column_of_a_record_takes_more_than_it_holds(number: str) -> None:
    client = browser.sign_in(staff.administrator())
    city = records.enter_named_city()
    for field in ("population", "geonames_id"):
        assert browser.errors(browser.save(client, city, {field: number}))
    rank = browser.save(client, staff.enter_organisation("a"), {"rank": number})
    assert browser.errors(rank)
    assert not models.City.objects.exclude(population=None).exists()
