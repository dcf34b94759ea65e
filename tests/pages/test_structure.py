"""What every page has: one heading, a language, names for regions and tables, nothing inline."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene
from tests.pages.test_refusals import PAGES

pytestmark = pytest.mark.django_db

PARTS = (
    *(page for page in PAGES if page.endswith("/")),
    *("/nothing/", "/sundays/?by=nobody", "/sundays/2020-09-06/?by=viasna"),
)


@pytest.mark.parametrize("address", PARTS)
def test_a_page_has_one_heading_a_language_and_its_own_title(
    client: Client, scene: Scene, address: str
) -> None:
    html = client.get(address).content.decode()
    assert html.count("<h1") == 1
    assert '<html lang="en">' in html
    assert '<main id="main"' in html
    title = read(client, address).title
    assert title.endswith(" – Protest Detention Tracker")
    assert len(title) > len(" – Protest Detention Tracker")


@pytest.mark.parametrize("address", PARTS)
def test_no_name_is_given_twice_and_every_link_within_the_page_arrives(
    client: Client, scene: Scene, address: str
) -> None:
    page = read(client, address)
    assert sorted(set(page.ids)) == sorted(page.ids)
    within = {link[1:] for link in page.links if link.startswith("#")}
    assert within <= set(page.ids)


@pytest.mark.parametrize("address", PARTS)
def test_tables_say_what_they_are(client: Client, scene: Scene, address: str) -> None:
    html = client.get(address).content.decode()
    assert html.count("<table") == html.count("<caption")
    assert not re.search(r"<th(?! scope=)[ >]", html)


@pytest.mark.parametrize("address", PARTS)
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(
    client: Client, scene: Scene, address: str
) -> None:
    html = client.get(address).content.decode()
    assert not re.search(r"<script|<style|<img|<iframe|\sstyle=|\son[a-z]+=", html)
    assert not re.search(r"(?:src=|<link[^>]*href=)\"(?:https?:)?//", html)


@pytest.mark.parametrize("address", PARTS)
def test_every_link_to_our_own_pages_leads_somewhere(
    client: Client, scene: Scene, address: str
) -> None:
    own = {link.partition("#")[0] for link in read(client, address).links}
    broken = [
        link
        for link in sorted(own)
        if link.startswith("/") and client.get(link).status_code not in (200, 302)
    ]
    assert broken == []


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_a_failure_has_a_page_that_needs_no_database(name: str) -> None:
    html = render_to_string(name)
    assert html.count("<h1") == 1
    assert 'href="/"' in html
