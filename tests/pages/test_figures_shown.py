"""Where each figure of a day is printed, and what it is called there."""

from typing import Any

import pytest
from django.test import Client

from detentions.models import City, ReportedCount
from tests.factories import make_city, make_count, make_event, make_organisation, make_region
from tests.pages.reading import read
from tests.pages.scene import ADDRESS

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(db: None) -> City:
    return make_city(slug="town", name="Town", region=make_region(name="Region of Invention"))


def _grown(numbers: range, **fields: Any) -> list[ReportedCount]:
    organisation = make_organisation()
    return [make_count(number, organisation=organisation, **fields) for number in numbers]


def test_an_events_figure_for_a_group_is_not_called_everyones(client: Client, town: City) -> None:
    event = make_event(city=town)
    make_count(5, city=town, event=event, group="women")
    make_count(7, city=town, event=event)
    text = read(client, ADDRESS).text
    assert "Detained, women: 5" in text
    assert "Detained: 7" in text


def test_replaced_figures_are_marked_wherever_they_are_printed(client: Client, town: City) -> None:
    event = make_event(city=town)
    for fields in (
        {"city": town},
        {"region": town.region},
        {"group": "students"},
        {"measure": "fined"},
        {"city": town, "event": event, "measure": "participants"},
    ):
        wrong = make_count(774, **fields)
        make_count(500, **fields, organisation=wrong.organisation, supersedes=wrong)
    page = read(client, ADDRESS)
    for row, place in (
        *(("Town", ""), ("Region of Invention", ""), ("Students", ""), ("Fined", "")),
        ("Participants", "(Town) "),
    ):
        assert f"774 {place}replaced" in page.row(row)[1], row
        assert f"500 {place}current" in page.row(row)[1], row
    assert "Participants: 774 replaced" in page.text
    assert "Participants: 500 current" in page.text
