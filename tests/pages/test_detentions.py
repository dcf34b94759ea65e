"""/detentions/ and /detentions/<id>/."""

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_names_stand_as_they_may_be_published(client: Client, scene: Scene) -> None:
    page = read(client, "/detentions/")
    assert page.links[f"/detentions/{scene.named.id}/"] == "Testa Testova"
    assert page.links[f"/detentions/{scene.withheld.id}/"] == "Name withheld"
    assert "Verborgen" not in page.text


def test_the_list_is_narrowed_by_role_and_city(client: Client, scene: Scene) -> None:
    page = read(client, "/detentions/?role=journalist&city=minsk")
    assert [link for link in page.links if link.startswith("/detentions/") and len(link) > 13] == [
        f"/detentions/{scene.named.id}/"
    ]


def test_one_detention_shows_steps_sources_and_the_person_again(
    client: Client, scene: Scene
) -> None:
    page = read(client, f"/detentions/{scene.named.id}/")
    assert page.headings[0] == "Testa Testova"
    assert "Status Fined" in page.text
    assert "Held, 8 November 2020" in page.text
    assert "paragraph 2" in page.text
    assert "an invented line" in page.text
    assert "Sunday 1 November 2020, Minsk" in page.links.values()


def test_a_withheld_name_tells_nothing_about_the_person(client: Client, scene: Scene) -> None:
    page = read(client, f"/detentions/{scene.withheld.id}/")
    assert page.headings[0] == "Name withheld"
    assert "Geheima" not in page.text
    assert "born" not in page.text
