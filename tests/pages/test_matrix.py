"""/matrix/: Sundays against cities."""

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db


def test_each_cell_has_reported_above_documented(client: Client, scene: Scene) -> None:
    page = read(client, "/matrix/")
    head = page.row("Sunday")
    row = dict(zip(head, page.row("8 Nov 2020"), strict=True))
    assert row["Whole country"] == "1,024 3"
    assert row["Not allocated"] == "1,014"
    assert row["Minsk"] == "~ 10 2"
    assert row["Homel"] == "words 1"
    assert row["Hrodna"] == ""


def test_rows_lead_to_sundays_and_columns_to_cities(client: Client, scene: Scene) -> None:
    links = read(client, "/matrix/?by=mvd").links
    assert links["/sundays/2020-09-06/?by=mvd"] == "6 Sep 2020"
    assert links["/cities/hrodna/?by=mvd"] == "Hrodna"
