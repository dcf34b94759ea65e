"""The OpenAPI document in the words of a manual: what its page prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.schema.columns import Schema

_FORMATS = {"date": "date", "date-time": "moment", "uri": "address"}


@dataclass(frozen=True, slots=True)
class Line:
    """One parameter of an address, or one key of an answer."""

    name: str
    holds: str
    words: tuple[str, ...]
    description: str
    component: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """One address: what it takes and what it answers."""

    id: str
    path: str
    summary: str
    description: str
    parameters: tuple[Line, ...]
    answer: tuple[Line, ...]
    component: str
    statuses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Component:
    """One schema with a name."""

    name: str
    description: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Manual:
    """The whole document, addresses in groups."""

    title: str
    version: str
    description: str
    groups: tuple[tuple[str, tuple[Address, ...]], ...]
    components: tuple[Component, ...]


def manual(document: Mapping[str, Any]) -> Manual:
    """Return what the page prints of an OpenAPI document."""
    groups: dict[str, list[Address]] = {}
    for path, item in document["paths"].items():
        operation = item["get"]
        groups.setdefault(operation["tags"][0], []).append(_address(path, operation))
    components = document["components"]["schemas"].items()
    return Manual(
        document["info"]["title"],
        document["info"]["version"],
        document["info"]["description"],
        tuple((tag, tuple(addresses)) for tag, addresses in groups.items()),
        tuple(
            Component(name, schema.get("description", ""), tuple(_lines(schema)))
            for name, schema in sorted(components)
        ),
    )


def _address(path: str, operation: Mapping[str, Any]) -> Address:
    answered = operation["responses"]["200"]["content"]["application/json"]["schema"]
    parameters = operation.get("parameters", [])
    return Address(
        id=operation["operationId"],
        path=path,
        summary=operation["summary"],
        description=operation["description"],
        parameters=tuple(
            _line(parameter["name"], parameter["schema"], parameter.get("description", ""))
            for parameter in parameters
            if parameter["in"] != "header"
        ),
        answer=tuple(_lines(answered)),
        component=_component(answered),
        statuses=tuple(
            (status, response["description"]) for status, response in operation["responses"].items()
        ),
    )


def _lines(schema: Schema, level: int = 0) -> Iterator[Line]:
    """Yield a line for each key, the keys of lists and objects without a name below them."""
    for name, held in schema.get("properties", {}).items():
        yield _line(name, held, held.get("description", ""), level)
        yield from _lines(held.get("items", held), level + 1)


def _line(name: str, schema: Schema, description: str, level: int = 0) -> Line:
    return Line(name, _holds(schema), _words(schema), description, _component(schema), level)


def _words(schema: Schema) -> tuple[str, ...]:
    """Return the vocabulary that a value is taken from."""
    if "oneOf" in schema:
        return ()
    words = schema.get("items", schema).get("enum", ())
    return tuple(word for word in words if word)


def _holds(schema: Schema) -> str:
    """Return what sort of value it is: "date or null", "list of City"."""
    if "$ref" in schema:
        return _component(schema)
    if "oneOf" in schema:
        return " or ".join(_holds(part) for part in schema["oneOf"])
    held = schema.get("type", "object")
    kinds = [_kind(kind, schema) for kind in (held if isinstance(held, list) else [held])]
    return " or ".join(kinds)


def _kind(kind: str, schema: Schema) -> str:
    if kind == "array":
        return f"list of {_holds(schema['items'])}"
    if kind == "string":
        return _FORMATS.get(schema.get("format", ""), "text")
    return {"integer": "whole number", "boolean": "true or false"}.get(kind, kind)


def _component(schema: Schema) -> str:
    """Return the name of the schema that a value refers to; empty where it has none."""
    for part in (schema, schema.get("items", {}), *schema.get("oneOf", ())):
        if "$ref" in part:
            return str(part["$ref"]).rpartition("/")[2]
    return ""
