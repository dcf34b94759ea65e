"""The first page."""

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_it_begins_with_the_latest_sunday(client: Client, scene: Scene) -> None:
    page = read(client, "/")
    assert page.headings[0] == "Sunday 8 November 2020"
    assert page.parts["figure"] == ["1,024"]
    assert page.links[f"/sources/{scene.article.id}/"]


def test_it_compares_the_sundays_of_the_last_half_year(client: Client, scene: Scene) -> None:
    page = read(client, "/")
    assert page.row("6 Sep 2020")[1:] == ["223–633", "633 MVD"]
    assert page.row("9 Aug 2020")[2].endswith("MVD")
    assert page.links["/sundays/"]


def test_it_lists_cities_and_what_was_published_last(client: Client, scene: Scene) -> None:
    page = read(client, "/")
    assert page.links["/cities/minsk/"] == "Minsk"
    assert "Last published" in page.headings
