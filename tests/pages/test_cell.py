"""/sundays/<date>/<city>/: one city on one Sunday."""

import pytest
from django.test import Client

from detentions.models import City
from tests.factories import make_city, make_count, make_event
from tests.pages.reading import Page, read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db
ADDRESS = "/sundays/2020-11-08/minsk/"


@pytest.fixture
def page(client: Client, scene: Scene) -> Page:
    return read(client, ADDRESS)


def test_it_says_what_was_reported_of_the_city(page: Page) -> None:
    assert page.headings[0] == "Minsk"
    assert page.parts["figure"] == ["about 10"]
    assert "people detained in Minsk, by the figures of Minsk police" in page.text


def test_words_without_a_number_stand_beside_the_number(page: Page) -> None:
    assert "“most of the arrests”" in page.text


def test_documented_detentions_and_people_are_counted_apart(page: Page) -> None:
    assert "Documented here 2 detentions, 2 people" in page.text
    assert page.links["/detentions/?sunday=2020-11-08&city=minsk"] == "records"


def test_only_events_of_the_city_are_listed(page: Page) -> None:
    assert "March of Democracy" in page.headings
    assert "Protest in Homel" not in page.text


def test_it_leads_to_the_sunday_and_to_the_city(page: Page) -> None:
    assert page.links["/sundays/2020-11-08/"] == "Sunday 8 November 2020"
    assert page.links["/cities/minsk/"] == "Minsk, all Sundays"


def test_a_city_that_was_only_spoken_of_has_no_number(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/2020-11-08/vitebsk/")
    assert page.parts["figure"] == ["Reported, but not in numbers"]
    assert "That is not zero." in page.text


def test_an_unknown_city_is_not_found(client: Client, scene: Scene) -> None:
    assert client.get("/sundays/2020-11-08/atlantis/").status_code == 404


def test_another_weekday_leads_to_the_sunday_of_its_week(client: Client, scene: Scene) -> None:
    response = client.get("/sundays/2020-11-06/minsk/")
    assert (response.status_code, response["Location"]) == (302, ADDRESS)


def test_several_at_an_event_are_no_silence_about_its_city(client: Client, scene: Scene) -> None:
    for city, said in (
        (make_city(slug="brest", name="Brest"), "unquantified"),
        (City.objects.get(slug="hrodna"), "none_reported"),
    ):
        make_count(city=city, event=make_event(city=city), qualifier=said)
    page = read(client, "/sundays/2020-11-08/brest/")
    assert page.parts["figure"] == ["Reported, but not in numbers"]
    assert "No organisation’s figure" not in page.text
    assert "without a number" in read(client, "/cities/brest/").row("13th 8 Nov 2020")[1]
    none = read(client, "/sundays/2020-11-08/hrodna/")
    assert none.parts["figure"] == ["No figure for everyone"]
    assert "No organisation’s figure" not in none.text
