"""No private word leaves, by any public route, method, format or parameter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from detentions import models
from tests.door.world import CANARY, World, build

pytestmark = pytest.mark.django_db

_SKIPPED = ("admin/", "static/", "healthz", "readyz")
_PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
_LINK = re.compile(rb'(?:href|"next"|"previous")\s*[=:]\s*"([^"]+)"')
_QUERIES = (
    "",
    f"?q={CANARY}",
    f"?search={CANARY}",
    f"?name={CANARY}",
    f"?notes={CANARY}",
    f"?detainee__contacts__startswith={CANARY[:3]}",
    "?ordering=contacts",
    "?fields=notes",
    "?expand=entered_by",
    "?count=true",
    "?by=lowest",
    "?format=csv",
)


@pytest.fixture
def world() -> World:
    return build()


def _routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern).lstrip("^")
        if route.startswith(_SKIPPED):
            continue
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route


def _paths(world: World) -> set[str]:
    """Every route, filled in with every public and private name that fits somewhere."""
    words = ["2020-11-08", world.city, world.event, CANARY, "json", "csv"]
    words += [*world.public_ids.values(), *world.private_ids]
    found = set()
    for route in _routes(get_resolver().url_patterns):
        holes = len(_PARAMETER.findall(route))
        fillings = product(words, words[:6]) if holes > 1 else product(words, repeat=holes)
        for filling in fillings:
            path = route
            for word in filling:
                path = _PARAMETER.sub(word, path, count=1)
            found.add("/" + re.sub(r"[\\^$?]|\\Z", "", path))
    return found


def _leaks(client: Client, method: str, path: str, accept: str) -> bool:
    response = client.generic(method, path, headers={"accept": accept})
    body = b"".join(response) if response.streaming else response.content
    # What the reader typed may be said back; the word that was asked for is not a leak.
    asked = CANARY in path or CANARY[:3] + "&" in path
    text = body.decode("utf-8", "replace") + str(dict(response.headers))
    return CANARY in (text.replace(path, "") if asked else text) and not asked


def test_no_route_format_or_method_tells_a_private_word(world: World, client: Client) -> None:
    assert models.Detainee.objects.filter(notes__contains=CANARY).count() == 2
    leaks, answered = [], set()
    for path in sorted(_paths(world)):
        if _leaks(client, "GET", path, "*/*"):
            leaks.append(path)
        if client.get(path).status_code == 200:
            answered.add(path)
            leaks += [
                path
                for method in ("HEAD", "OPTIONS", "POST")
                if _leaks(client, method, path, "*/*")
            ]
            leaks += [
                path + query for query in _QUERIES if _leaks(client, "GET", path + query, "*/*")
            ]
    assert leaks == []
    assert {
        f"/detentions/{world.public_ids['detentions']}/",
        "/sundays/2020-11-08.json",
    } <= answered
    assert f"/api/v1/detentions/{world.public_ids['detentions']}/" in answered


def test_no_link_leads_to_a_private_word(world: World, client: Client) -> None:
    seen, waiting, leaks = set(), ["/", "/api/v1/"], []
    while waiting:
        path = waiting.pop()
        if path in seen or not path.startswith("/") or path[1:].startswith(_SKIPPED):
            continue
        seen.add(path)
        response = client.get(path)
        body = b"".join(response) if response.streaming else response.content
        if CANARY.encode() in body:
            leaks.append(path)
        waiting += [
            link.decode().replace("&amp;", "&").split("#")[0].replace("http://testserver", "")
            for link in _LINK.findall(body)
        ]
    assert leaks == []
    assert len(seen) > 25


def test_private_ids_answer_as_if_they_did_not_exist(world: World, client: Client) -> None:
    for pk in world.private_ids:
        for kind in ("sources", "events", "detentions", "detainees", "reported-counts"):
            missing = client.get(f"/api/v1/{kind}/{pk}/")
            invented = client.get(f"/api/v1/{kind}/{'0' * 12}/")
            assert missing.status_code == invented.status_code == 404
            assert missing.content.replace(pk.encode(), b"0" * 12) == invented.content
