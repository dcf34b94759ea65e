"""Asks for everything that can be asked for, and tells which answers hold a canary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import quote

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.door.canaries import LONG_AGO, PREFIX, told_unasked
from tests.door.world import World

_FILES = "static/"
ACCEPTED = ("*/*", "text/html", "application/json", "text/csv", "application/xml")
METHODS = ("GET", "HEAD", "OPTIONS", "POST")
_PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
# Guesses at what a careless filter might read, beside what the schema says there is.
_GUESSES = ("name", "notes", "contacts", "detainee__contacts__startswith", "entered_by", "format")
_VALUES = {"ordering": ("contacts", "-version"), "fields": ("notes",), "by": ("lowest",)}

# The method, the address and the Accept header of what was asked, and the canaries in the answer.
Leak = tuple[str, str, str, set[str]]


def crawl(client: Client, world: World, answered: list[str] | None = None) -> Iterator[Leak]:
    """Ask for every route, then those that answer by every method, format and parameter.

    Yields what leaks as soon as it does; the paths that answer are added to `answered`.
    """
    asked = parameters(client)
    answered = [] if answered is None else answered
    for path in sorted(paths(world)):
        status, text = answer(client, "GET", path, "*/*")
        if found := told_unasked(text, path):
            yield "GET", path, "*/*", found
        if status == 200:
            answered.append(path)
    for path in answered:
        for method, accept in product(METHODS, ACCEPTED):
            yield from leaks(client, method, path, accept)
        for name, value in asked:
            yield from leaks(client, "GET", f"{path}?{name}={quote(value)}")


def leaks(client: Client, method: str, address: str, accept: str = "*/*") -> Iterator[Leak]:
    """Yield the request if its answer tells a canary that it did not ask for."""
    if found := told_unasked(answer(client, method, address, accept)[1], address):
        yield method, address, accept, found


def answer(client: Client, method: str, address: str, accept: str) -> tuple[int, str]:
    """Return the status and all that is said, headers included."""
    response = client.generic(method, address, headers={"accept": accept})
    body = b"".join(response) if response.streaming else response.content
    # A length is a number like any other, and says nothing that the body does not.
    headers = {key: value for key, value in response.headers.items() if key != "Content-Length"}
    return response.status_code, f"{body.decode('utf-8', 'replace')} {headers}"


def parameters(client: Client) -> list[tuple[str, str]]:
    """Return every parameter of the schema, and guesses, with what to ask of each."""
    schema = client.get("/api/v1/schema/", headers={"accept": "application/json"}).json()
    found: dict[str, set[str]] = {name: {PREFIX} for name in _GUESSES}
    for operation in (one for path in schema["paths"].values() for one in path.values()):
        for parameter in operation.get("parameters", ()) if isinstance(operation, dict) else ():
            if parameter["in"] == "query":
                found.setdefault(parameter["name"], set()).update(_values(parameter))
    return sorted((name, value) for name, values in found.items() for value in values)


def _values(parameter: dict[str, Any]) -> set[str]:
    if parameter["name"] == "expand":
        known = parameter["schema"]["items"]["enum"]
        return {",".join(known), *known}
    return {PREFIX, *_VALUES.get(parameter["name"], ())}


def routes(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Yield every route of the URLconf, with its holes."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern).lstrip("^")
        if route.startswith(_FILES):
            continue
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


def paths(world: World) -> set[str]:
    """Return every route, filled in with every public and private name that fits somewhere."""
    common = ["2020-11-08", "testburg", "march", PREFIX, "json", "csv"]
    words = [*common, LONG_AGO.isoformat(), "1917-03-18", "takenwithheld", "personwithheld"]
    words += [*world.public_ids.values(), *world.private_ids]
    found = set()
    for route in routes(get_resolver().url_patterns):
        holes = len(_PARAMETER.findall(route))
        fillings = product(words, repeat=holes) if holes < 2 else product(words, common)
        if holes > 2:
            fillings = product(words, common, ("json", "csv"))
        for filling in fillings:
            path = route
            for word in filling:
                path = _PARAMETER.sub(word, path, count=1)
            found.add("/" + re.sub(r"[\\^$?]|\\Z", "", path))
    return found
