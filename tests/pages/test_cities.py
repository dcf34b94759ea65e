"""/cities/ and /cities/<slug>/."""

import pytest
from django.test import Client

from detentions.models import City
from tests.factories import make_city
from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_each_city_has_its_largest_figure_and_what_is_documented(
    client: Client, scene: Scene
) -> None:
    row = read(client, "/cities/").row("Minsk")
    assert row[1].startswith("about 1,000 MVD")
    assert row[2:4] == ["3", "2"]


def test_a_city_without_a_number_says_so(client: Client, scene: Scene) -> None:
    assert read(client, "/cities/").row("Zhlobin")[1] == "no number known"


def test_a_city_that_nothing_is_published_about_is_listed_apart(
    client: Client, scene: Scene
) -> None:
    make_city(slug="quiet", name="Quiet")
    page = read(client, "/cities/")
    assert "Quiet" not in page.text
    assert "Nothing is published about 1 other city" in page.text
    assert page.links["/cities/?listed=others"] == "Their names"
    others = read(client, "/cities/?listed=others")
    assert "That is not zero" in others.text
    assert others.links["/cities/quiet/"] == "Quiet"
    assert "/cities/minsk/" not in others.links
    assert read(client, "/cities/quiet/").status == 200


def test_every_city_is_in_one_of_the_lists_and_in_the_data(client: Client, scene: Scene) -> None:
    make_city(slug="quiet", name="Quiet")
    told = client.get("/cities.json").json()
    assert told == client.get("/api/v1/tallies/cities/").json()
    assert [other["city"] for other in told["others"]] == ["quiet"]
    named = {line["city"] for line in told["cities"] + told["others"]}
    assert named == set(City.objects.values_list("slug", flat=True))


def test_a_misspelt_list_is_refused(client: Client, scene: Scene) -> None:
    page = read(client, "/cities/?listed=all")
    assert page.status == 400
    assert "others" in page.parts["note"][0]


def test_one_city_is_shown_over_all_sundays(client: Client, scene: Scene) -> None:
    page = read(client, "/cities/minsk/")
    assert "Documented on all days 3 detentions, 2 people" in page.text
    assert page.row("13th 8 Nov 2020")[1:] == ["about 10 Minsk police", "2 2 people 8 not yet"]
    assert page.links["/sundays/2020-11-08/minsk/"] == "8 Nov 2020"


def test_other_days_stand_apart(client: Client, scene: Scene) -> None:
    page = read(client, "/cities/minsk/")
    assert "Other days" in page.headings
    assert page.row("Mon 26 Oct 2020")[1].startswith("486")


def test_an_unknown_city_is_not_found(client: Client, scene: Scene) -> None:
    assert read(client, "/cities/atlantis/").status == 404
