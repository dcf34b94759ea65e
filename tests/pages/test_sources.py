"""/sources/ and /sources/<id>/."""

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_a_source_shows_every_figure_that_it_prints(client: Client, scene: Scene) -> None:
    page = read(client, f"/sources/{scene.article.id}/")
    assert "Detained: 1,024" in page.text
    assert "Published date not known" in page.text
    assert "Address not known" in page.text
    assert page.links["/sundays/2020-11-08/"] == "Sunday 8 November 2020"


def test_a_source_shows_the_records_that_it_supports(client: Client, scene: Scene) -> None:
    page = read(client, f"/sources/{scene.article.id}/")
    assert page.links["/events/march-of-democracy/"] == "March of Democracy"
    assert page.links[f"/detentions/{scene.named.id}/"] == "Testa Testova"
