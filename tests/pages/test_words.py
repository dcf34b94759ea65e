"""/methodology/ and /about/."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.pages.reading import read

pytestmark = pytest.mark.django_db


def test_the_sixteen_rules_stand_under_their_numbers(client: Client) -> None:
    page = read(client, "/methodology/")
    assert [f"rule-{number}" for number in range(1, 17)] == [
        name for name in page.ids if name.startswith("rule-")
    ]
    assert {"vague-words", "status", "sample"} <= set(page.ids)
    assert "convenience sample" in page.text


def test_every_page_leads_to_the_methodology(client: Client) -> None:
    for address in ("/", "/sundays/", "/cities/", "/events/", "/about/"):
        assert "/methodology/" in read(client, address).links


def test_the_about_page_credits_whose_data_it_builds_on(client: Client) -> None:
    text = read(client, "/about/").text
    for credit in ("GeoNames, CC BY 4.0", "Wikidata, CC0", "Natural Earth", "MIT licence"):
        assert credit in text


def test_a_contact_is_printed_where_one_is_set(client: Client, settings: Settings) -> None:
    assert "Contact" not in read(client, "/about/").headings
    settings.CONTACT = "desk@tracker.example"
    assert "desk@tracker.example" in read(client, "/about/").text
