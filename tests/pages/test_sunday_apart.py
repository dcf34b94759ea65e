"""/sundays/<date>/ where the data are few, secret or at odds."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from detentions.sundays import WEEK, sunday_of
from tests.factories import make_city, make_count, make_organisation, make_series, make_source
from tests.pages.reading import read
from tests.pages.scene import ADDRESS

pytestmark = pytest.mark.django_db


def test_cities_that_add_up_to_more_than_the_country_are_explained(client: Client) -> None:
    make_count(30)
    make_count(20, city=make_city())
    make_count(20, city=make_city())
    page = read(client, ADDRESS)
    assert "add up to 40, more than the 30 reported" in page.parts["note"][0]
    assert "Why we show both" in page.parts["note"][0]


def test_more_figures_than_a_page_holds_lead_to_the_download(client: Client) -> None:
    viasna = make_organisation(name="Viasna")
    for number in range(1, 31):
        make_count(number, organisation=viasna)
    page = read(client, ADDRESS)
    assert "18 earlier figures stand in the CSV and the JSON of this page." in page.text
    shown = [row[1] for row in page.rows if len(row) == 3 and row[0] == "time not stated"]
    assert shown[0] == "19"
    assert shown[-1] == "30 current"


def test_a_sunday_without_anything_says_that_it_is_not_zero(client: Client) -> None:
    make_count(1, date=dt.date(2020, 10, 25))
    make_count(1, date=dt.date(2020, 11, 8))
    page = read(client, "/sundays/2020-11-01/")
    assert page.status == 200
    assert page.parts["figure"] == ["No figure known"]
    assert "That is not zero." in page.text


def test_the_calendar_goes_from_the_first_record_to_this_week(client: Client) -> None:
    make_count(1, date=dt.date(2020, 10, 22))
    this_week = sunday_of(timezone.localdate())
    known = [dt.date(2020, 10, 25), this_week]
    for day in known:
        assert client.get(f"/sundays/{day}/").status_code == 200
    for day in (dt.date(1900, 1, 7), known[0] - WEEK, this_week + WEEK, dt.date(9999, 12, 26)):
        page = read(client, f"/sundays/{day}/")
        assert page.status == 404
        assert f"{day} lies outside the Sundays from 2020-10-25 to {this_week}." in page.text


def test_a_series_begins_the_calendar_before_any_record(client: Client) -> None:
    make_series(first_date=dt.date(2020, 8, 16))
    assert client.get("/sundays/2020-08-16/").status_code == 200
    assert client.get("/sundays/2020-08-09/").status_code == 404


def test_a_city_has_the_calendar_of_the_country(client: Client) -> None:
    make_count(1, date=dt.date(2020, 10, 25))
    make_count(1, date=dt.date(2020, 11, 8), city=make_city(slug="minsk"))
    assert client.get("/sundays/2020-10-25/minsk/").status_code == 200
    page = read(client, "/sundays/2020-10-18/minsk/")
    assert page.status == 404
    assert "2020-10-18 lies outside the Sundays from 2020-10-25" in page.text


@pytest.mark.parametrize("form", ["/", ".csv", ".json"])
def test_another_weekday_leads_to_the_sunday_of_its_week(client: Client, form: str) -> None:
    response = client.get(f"/sundays/2020-11-04{form}?by=lowest")
    assert response.status_code == 302
    assert response["Location"] == f"/sundays/2020-11-08{form}?by=lowest"


@pytest.mark.parametrize("day", ["2020-13-45", "2020-11-8", "november", "9999-12-31"])
def test_a_malformed_day_is_not_found(client: Client, day: str) -> None:
    assert client.get(f"/sundays/{day}/").status_code == 404


def test_a_confidential_source_is_named_as_that_and_no_more(client: Client) -> None:
    source = make_source(title="A witness of the march", confidential=True)
    make_count(12, source=source, phrase="twelve of us")
    page = read(client, ADDRESS)
    assert "confidential source" in page.text.lower()
    assert "witness" not in page.text
    assert "twelve of us" not in page.text
