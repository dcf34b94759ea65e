"""The week of a Sunday where days are summed up, corrected, at odds or crowded."""

from datetime import date

import pytest
from django.test import Client

from detentions import tallies
from tests.factories import (
    make_city,
    make_count,
    make_detention,
    make_event,
    make_organisation,
    make_source,
)
from tests.pages.reading import read
from tests.pages.scene import ADDRESS

pytestmark = pytest.mark.django_db
SATURDAY = date(2020, 11, 7)


def test_a_weekdays_sum_leads_to_the_sources_of_what_it_adds_up(client: Client) -> None:
    viasna = make_organisation(name="Viasna")
    sources = [make_source(), make_source()]
    for number, source in zip((20, 30), sources, strict=True):
        make_count(number, city=make_city(), organisation=viasna, date=SATURDAY, source=source)
    page = read(client, ADDRESS)
    assert page.row("Sat 7 Nov")[1].startswith("at least 50 Viasna")
    assert {f"/sources/{source.id}/" for source in sources} <= page.links.keys()


def test_replaced_figures_of_a_weekday_are_marked(client: Client) -> None:
    wrong = make_count(90, date=SATURDAY)
    make_count(60, date=SATURDAY, organisation=wrong.organisation, supersedes=wrong)
    row = read(client, ADDRESS).row("Sat 7 Nov")[1]
    assert "90 replaced" in row
    assert "60 current" in row


def test_more_documented_than_reported_on_a_weekday_is_said_beside_that_day(
    client: Client,
) -> None:
    city = make_city(slug="town", name="Town")
    make_count(2, city=city, date=SATURDAY, organisation=make_organisation(name="Counters"))
    for _number in range(3):
        make_detention(city=city, date=SATURDAY)
    tallies.rebuild()
    said = "3 detentions are documented here, more than the 2 that Counters reported."
    there = read(client, f"{ADDRESS}town/")
    assert f"Town: {said}" in there.row("Sat 7 Nov")[1]
    assert "Whole country: 3 detentions" in read(client, ADDRESS).row("Sat 7 Nov")[1]


def test_a_crowded_week_says_where_the_other_figures_are(client: Client) -> None:
    for number in range(40):
        make_count(number + 1, city=make_city(), date=SATURDAY)
    page = read(client, ADDRESS)
    assert "20 more figures (JSON)" in page.row("Sat 7 Nov")[1]


def test_an_event_on_a_weekday_leads_to_its_page(client: Client) -> None:
    make_event(date=SATURDAY)
    assert read(client, ADDRESS).links["/events/?date=2020-11-07"] == "1 event"


def test_many_organisations_leave_room_for_the_week(client: Client) -> None:
    for number in range(25):
        make_count(number + 1)
        make_count(number + 1, date=SATURDAY)
    assert "19 more figures (JSON)" in read(client, ADDRESS).row("Sat 7 Nov")[1]
