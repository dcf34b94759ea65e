"""/events/ and /events/<slug>/."""

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_events_are_listed_with_kind_city_and_day(client: Client, scene: Scene) -> None:
    page = read(client, "/events/")
    assert page.links["/events/march-of-democracy/"] == "March of Democracy"
    assert "march, Minsk, Sunday 8 November 2020" in page.text


def test_the_list_is_narrowed_by_city(client: Client, scene: Scene) -> None:
    page = read(client, "/events/?city=homel")
    assert "/events/protest-homel/" in page.links
    assert "/events/march-of-democracy/" not in page.links


def test_an_event_has_its_names_circumstances_figures_and_sources(
    client: Client, scene: Scene
) -> None:
    page = read(client, "/events/march-of-democracy/")
    assert page.headings[0] == "March of Democracy"
    assert "“Марш народовластия”" in page.text
    assert "Metro stations closed" in page.text
    assert "Participants: an unstated number “several thousand”" in page.text
    assert page.links[f"/sources/{scene.article.id}/"] == "RFE/RL"
    assert "Authorisation not known" in page.text
    assert "Status Took place" in page.text


def test_an_event_found_by_its_id_has_one_address(client: Client, scene: Scene) -> None:
    response = client.get(f"/events/{scene.march.id}/")
    assert (response.status_code, response["Location"]) == (301, "/events/march-of-democracy/")
