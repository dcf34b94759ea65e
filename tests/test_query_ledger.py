"""How many questions every address asks of the database, kept in `query_ledger.json`.

A number that changes shows in the diff: `UPDATE_LEDGER=1 pytest tests/test_query_ledger.py` writes
the file anew. The addresses are those of the URLconf, so that a new one without a number fails.
What does not answer 200 has its status in place of a number. The one question that comes before all
others, for the newest data version, goes to the driver itself and is not counted.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from detentions import records
from tests.ledger_world import World

pytestmark = pytest.mark.django_db

LEDGER = Path(__file__).with_name("query_ledger.json")
SMALL, LARGE = 10, 100
_HOLE = re.compile(r"<(?:\w+:)?(?P<name>\w+)>|\(\?P<(?P<group>\w+)>[^)]*\)")
_REGEX_SIGNS = re.compile(r"[\^$]|\\Z")
_ORDER_OF_WORK = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")
# An address whose work depends on its parameters is listed with them as well.
_ALSO = {
    "admin/autocomplete/": "?app_label=detentions&model_name=detention&field_name=detainee&term=p",
    **{
        f"api/v1/{kind}/": f"?count=true&expand={','.join(records.expandable(resource))}"
        for kind, resource in records.RESOURCES.items()
        if records.expandable(resource)
    },
}
# It reads which migrations were applied, of which a test database may know nothing.
_NOT_COUNTED = ("readyz",)
Ledger = dict[str, int | str]


def test_every_address_asks_as_many_questions_as_the_ledger_says(admin_client: Client) -> None:
    world = World()
    world.grow_to(SMALL)
    found = _ledger(admin_client, world)
    if os.environ.get("UPDATE_LEDGER"):
        LEDGER.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
    assert found == json.loads(LEDGER.read_text())


def test_ten_times_the_records_cost_no_more_questions(admin_client: Client) -> None:
    world = World()
    world.grow_to(LARGE)
    assert _ledger(admin_client, world) == json.loads(LEDGER.read_text())


def _ledger(client: Client, world: World) -> Ledger:
    """Return what each address costs."""
    found = {}
    for route in _routes(get_resolver().url_patterns):
        if route in _NOT_COUNTED:
            continue
        path = _filled(route, world)
        for query in ("", *([_ALSO[route]] if route in _ALSO else [])):
            found[route + query] = _cost(client, path + query)
    return found


def _cost(client: Client, path: str) -> int | str:
    # What a process asks only once is asked anew, so that the order of the addresses is nothing.
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(path)
    if response.status_code != 200:
        return str(response.status_code)
    return sum(not query["sql"].startswith(_ORDER_OF_WORK) for query in asked)


def _routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route


def _filled(route: str, world: World) -> str:
    """Return an address of a route: a key is that of the kind that stands before it."""
    path = route
    while hole := _HOLE.search(path):
        name = hole["name"] or hole["group"]
        examples = world.words
        if name in {"key", "object_id", "id"}:
            name = path[: hole.start()].rstrip("/").rpartition("/")[2]
            examples = world.keys
        assert name in examples, f"ledger_world.py has no example of {name} for {route}"
        path = path[: hole.start()] + examples[name] + path[hole.end() :]
    return "/" + _REGEX_SIGNS.sub("", path)
