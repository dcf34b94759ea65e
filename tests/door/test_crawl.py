"""The crawl finds what leaks: each test opens the door a little and looks for the draught."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from detentions import models
from detentions.public import install
from tests.door.canaries import told, told_unasked
from tests.door.crawl import crawl, leaks
from tests.door.world import World, build

# What leaks: the view, what it says, and what a careless hand might write in its place.
_LEAKS = {
    "a withheld name": ("public_detainees", "ELSE '' END AS name", "ELSE d.name END AS name"),
    "a name behind initials": ("public_detentions", "THEN d.initials", "THEN d.name"),
    "notes": ("public_events", "e.description", "e.notes AS description"),
    "notes of a step": ("public_custody_events", "k.article", "k.notes AS article"),
    "drafts": ("public_events", "e.state = 'published'", "e.state <> 'withdrawn'"),
    "a confidential source": ("public_sources", "' AND NOT s.confidential", "'"),
    "a confidential quote": ("public_citations", "'' ELSE n.quote", "n.quote ELSE n.quote"),
    "an age": (
        "public_detainees",
        "WHEN 'public' THEN d.year_of_birth",
        "WHEN 'public' THEN d.age",
    ),
    "a day of review": ("public_detentions", "t.date, t.time", "d.review_on AS date, t.time"),
    "two letters": (
        "public_detainees",
        "'' END AS citizenship",
        "d.citizenship END AS citizenship",
    ),
}


@pytest.fixture
def world() -> World:
    return build()


def _leak(view: str, said: str, careless: str) -> None:
    """Put a view up anew that shows too much, until the test's transaction ends."""
    statement = dict(install.statements())[view]
    assert said in statement
    with connection.cursor() as cursor:
        cursor.execute(f"DROP VIEW {view}")
        cursor.execute(statement.replace(said, careless))


@pytest.mark.django_db
@pytest.mark.parametrize("what", _LEAKS)
def test_the_crawl_finds_what_a_careless_view_shows(
    what: str, world: World, client: Client
) -> None:
    _leak(*_LEAKS[what])
    assert next(crawl(client, world), None) is not None


@pytest.mark.django_db
def test_an_address_with_a_private_word_does_not_excuse_the_others(
    world: World, client: Client
) -> None:
    _leak("public_detainees", "ELSE '' END AS name", "ELSE d.name END AS name")
    name = models.Detainee.objects.get(pk="personwithheld").name
    address = f"/api/v1/detainees/?id__in=personwithheld,{world.private_ids[0]}"
    assert [found for *_request, found in leaks(client, "GET", address)] == [{name}]


@pytest.mark.parametrize(
    ("text", "canary"),
    [
        ("<b>VOGEL0017X</b>", "vogel0017x"),
        ('{"citizenship": "xq"}', "xq"),
        ("1&nbsp;917&nbsp;031&nbsp;400 people", "1917031400"),
        ("1,917,031,410", "1917031410"),
        ("14 March 1917", "1917"),
        ("at 03:14", "03:14"),
        ('"age": 117', "117"),
        ("31\u00a0917 days", "31917"),
    ],
)
def test_a_canary_is_known_however_it_is_written(text: str, canary: str) -> None:
    assert told(text) == {canary}


def test_what_was_asked_for_may_be_said_back_and_nothing_else() -> None:
    text = "no such name: vogel0001x; did you mean vogel0002x?"
    assert told_unasked(text, "/people/?name=vogel0001x") == {"vogel0002x"}
    assert told_unasked("vogel0001x", "/people/?name=vogel") == {"vogel0001x"}
