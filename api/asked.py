"""What a request for records asks for, beside its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict

from api.paging import PARAMETER, Cursor, Order
from detentions import records
from detentions.filters import BadParametersError, Problem, problem
from detentions.filters.values import Flag, Number, Several, Text, UnreadableValueError, Value, Word

DEFAULT_SIZE = 50
LARGEST_SIZE = 100
DEFAULT_ORDER = "version"
Query = MultiValueDict[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """Which keys of the records are wanted, and which references as whole records."""

    resource: records.Resource
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page of which list is wanted."""

    list: str
    order: Order
    cursor: Cursor | None
    size: int
    count: bool


def shape_parameters(resource: records.Resource) -> dict[str, Value]:
    """Return the parameters that choose what a record holds."""
    keys = Several(Word(resource.keys))
    parameters: dict[str, Value] = {"fields": keys, "omit": keys}
    if expandable := records.expandable(resource):
        parameters["expand"] = Several(Word(expandable))
    return parameters


def list_parameters(resource: records.Resource) -> dict[str, Value]:
    """Return the parameters of a list, beside its filters."""
    columns = (DEFAULT_ORDER, *resource.orderings)
    return {
        **shape_parameters(resource),
        "ordering": Word(text for column in columns for text in (column, f"-{column}")),
        "page_size": Number(1, LARGEST_SIZE),
        PARAMETER: Text(600),
        "count": Flag(),
    }


def shape(resource: records.Resource, query: Query) -> Shape:
    """Read which keys are wanted; raises BadParametersError."""
    read = _read(query, shape_parameters(resource))
    keys = set(read.get("fields", resource.keys)) - set(read.get("omit", ()))
    if not keys:
        raise BadParametersError(_nothing_left(query))
    return Shape(records.expanded(resource, read.get("expand", ())), frozenset(keys))


def turn(resource: records.Resource, query: Query) -> Turn:
    """Read which page is wanted; raises BadParametersError."""
    read = _read(query, list_parameters(resource))
    order = Order.parse(read.get("ordering", DEFAULT_ORDER))
    cursor = Cursor.parse(read[PARAMETER], order, resource.name) if PARAMETER in read else None
    return Turn(
        resource.name, order, cursor, read.get("page_size", DEFAULT_SIZE), read.get("count", False)
    )


def _nothing_left(query: Query) -> list[Problem]:
    words = "Nothing is left of the record: `omit` takes away all that is asked for."
    allowed = ["at least one key that is not omitted"]
    return [
        problem(name, str(query[name]), words, allowed)
        for name in ("fields", "omit")
        if name in query
    ]


def _read(query: Query, parameters: dict[str, Value]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in parameters.items():
        if name in query:
            text = str(query[name])
            try:
                read[name] = value.read(text)
            except UnreadableValueError as error:
                problems.append(problem(name, text, str(error), value.allowed()))
    if problems:
        raise BadParametersError(problems)
    return read
