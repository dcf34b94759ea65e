"""No private value leaves, by any public route, method, format or parameter."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.test import Client

from detentions import models
from tests.door.canaries import PREFIX, takes_canary, told
from tests.door.crawl import answer, crawl, parameters
from tests.door.world import NAME_FORMS, World, build

pytestmark = pytest.mark.django_db

_LINK = re.compile(r'(?:href|"next"|"previous")\s*[=:]\s*"([^"]+)"')
# Derived from what is published, or public in every column that says something.
_PUBLIC_TABLES = {
    *(models.Change, models.DataVersion, models.FormerSlug, models.Tally),
    *(models.City, models.CityName, models.Region, models.RegionName, models.EventSeries),
}
# The bounds of a count hang together by a constraint, so the world gives them their canary.
_GIVEN = {("ReportedCount", "low"), ("ReportedCount", "high")}
_LISTS = ("detainees", "detentions", "events", "sources", "reported-counts", "organisations")


@pytest.fixture
def world() -> World:
    return build()


def test_every_column_of_the_casework_holds_a_canary_somewhere(world: World) -> None:
    wanted = {
        (model.__name__, column.name)
        for model in apps.get_app_config("detentions").get_models()
        if model not in _PUBLIC_TABLES
        for column in model._meta.concrete_fields
        if takes_canary(column)
    }
    assert wanted - world.canaries.columns == _GIVEN, "a column without a canary"
    assert len(world.canaries.words) == len(set(world.canaries.words)) > 400


def test_no_route_format_or_method_tells_a_private_value(world: World, client: Client) -> None:
    answered: list[str] = []
    assert list(crawl(client, world, answered)) == []
    for kind in ("detentions", "detainees", "events", "sources", "reported-counts"):
        assert f"/api/v1/{kind}/{world.public_ids[kind]}/" in answered
    assert {
        *(f"/detentions/{world.public_ids['detentions']}/", "/detentions/takenwithheld/"),
        *("/sundays/2020-11-08.json", "/sundays/2020-11-08/testburg.csv", "/events/march/"),
    } <= set(answered)


def test_no_link_leads_to_a_private_value(world: World, client: Client) -> None:
    seen, waiting, found = set(), ["/", "/api/v1/"], set()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.startswith("/") or path.startswith("/static/"):
            continue
        seen.add(path)
        text = answer(client, "GET", path, "*/*")[1]
        # Nothing private was typed here: not even what a link itself asks for may be said.
        found |= {(path, word) for word in told(text + path)}
        waiting += [
            link.replace("&amp;", "&").split("#")[0].replace("http://testserver", "")
            for link in _LINK.findall(text)
        ]
    assert found == set()
    assert len(seen) > 25


def test_private_ids_answer_as_if_they_did_not_exist(world: World, client: Client) -> None:
    for pk in world.private_ids:
        for kind in ("sources", "events", "detentions", "detainees", "reported-counts"):
            missing = client.get(f"/api/v1/{kind}/{pk}/")
            invented = client.get(f"/api/v1/{kind}/{'0' * 12}/")
            assert missing.status_code == invented.status_code == 404
            assert missing.content.replace(pk.encode(), b"0" * 12) == invented.content


def test_asking_for_a_private_value_finds_no_more_than_asking_for_an_invented_one(
    world: World, client: Client
) -> None:
    withheld = models.Detainee.objects.get(name_publication="withheld", pk="personwithheld")
    hidden = models.Event.objects.get(state="draft")
    secret = models.Source.objects.get(confidential=True)
    words = [withheld.name, hidden.pk, secret.pk]
    names = sorted({name for name, _value in parameters(client)})
    different = []
    for kind, name, word in ((k, n, w) for k in _LISTS for n in names for w in words):
        invented = "fremd" + word.removeprefix(PREFIX)
        for root in ("/api/v1", ""):
            told_of = [client.get(f"{root}/{kind}/?{name}={each}") for each in (word, invented)]
            bodies = [response.content.replace(b"fremd", b"vogel") for response in told_of]
            if bodies[0] != bodies[1]:
                different.append(f"{root}/{kind}/?{name}={word}")
    assert different == []


def test_every_form_of_a_name_is_published_by_somebody(world: World, client: Client) -> None:
    text = answer(client, "GET", "/api/v1/detainees/", "*/*")[1]
    assert all(f"person{form}" in text for form in NAME_FORMS)
    assert all(name in text for name in ("Petra Publicova", "I. I.", "Swallow"))
