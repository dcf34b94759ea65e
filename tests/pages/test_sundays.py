"""/sundays/: every Sunday."""

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_each_sunday_has_its_number_headline_and_range(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/")
    row = page.row("13th 8 Nov 2020")
    assert row[0] == "13th 8 Nov 2020 March of Democracy"
    assert row[1] == "1,024 Viasna"
    assert row[3:] == ["3", "3", "at least 6 1 here", "4"]
    assert page.row("4th 6 Sep 2020")[2] == "223–633"


def test_the_latest_sunday_stands_first(client: Client, scene: Scene) -> None:
    first = [row[0] for row in read(client, "/sundays/").rows if len(row) == 7][1]
    assert first.startswith("13th")


def test_a_sunday_without_a_number_says_so(client: Client, scene: Scene) -> None:
    row = read(client, "/sundays/").row("1st 16 Aug 2020")
    assert "none reported" in row[1]
    assert row[2] == "–"


def test_people_are_different_people(client: Client, scene: Scene) -> None:
    assert read(client, "/sundays/").row("Documented on all days")[3:5] == ["4", "3"]


def test_the_rule_in_force_is_kept_from_page_to_page(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/?by=viasna")
    assert "The figures of Viasna alone lead." in page.text
    assert page.links["/sundays/2020-09-06/?by=viasna"] == "6 Sep 2020"
    assert page.row("4th 6 Sep 2020")[1] == "at least 223 Viasna"
