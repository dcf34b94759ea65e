"""JSON Schema of the values that records and tallies hold."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from typing import Any, Union, get_args, get_origin

from django.db import models

Schema = dict[str, Any]

_DATE: Schema = {"type": "string", "format": "date"}
# A wall clock's time: RFC 3339 would want an offset, which sources do not print.
_TIME: Schema = {"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$"}
_MOMENT: Schema = {"type": "string", "format": "date-time"}

_OF_FIELDS: tuple[tuple[type[models.Field[Any, Any]], Schema], ...] = (
    (models.DateTimeField, _MOMENT),
    (models.DateField, _DATE),
    (models.TimeField, _TIME),
    (models.BooleanField, {"type": "boolean"}),
    (models.IntegerField, {"type": "integer"}),
    (models.FloatField, {"type": "number"}),
    (models.DecimalField, {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
    (models.CharField, {"type": "string"}),
    (models.TextField, {"type": "string"}),
)
_OF_TYPES: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    dt.date: _DATE,
    dt.time: _TIME,
    dt.datetime: _MOMENT,
}


def of_field(field: models.Field[Any, Any], *, blank: bool = False) -> Schema:
    """Return the schema of a column's values; `blank` where it may be an empty text."""
    schema = next(dict(schema) for kind, schema in _OF_FIELDS if isinstance(field, kind))
    if field.choices:
        values = [str(value) for value, _label in field.flatchoices]
        schema["enum"] = ["", *values] if blank else values
    return or_null(schema) if field.null else schema


def of_type(hint: Any, reference: Callable[[type[Any]], Schema]) -> Schema:
    """Return the schema of a type hint; `reference` names the component of a dataclass."""
    if hint in _OF_TYPES:
        return dict(_OF_TYPES[hint])
    if is_dataclass(hint) and isinstance(hint, type):
        return reference(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        held = [of_type(part, reference) for part in parts if part is not types.NoneType]
        schema = held[0] if len(held) == 1 else {"type": [part["type"] for part in held]}
        return or_null(schema) if types.NoneType in parts else schema
    if origin is tuple:
        return {"type": "array", "items": of_type(parts[0], reference)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": of_type(parts[1], reference)}
    raise TypeError(f"{hint} has no JSON Schema")


def or_null(schema: Schema) -> Schema:
    """Return the schema that takes null as well."""
    if "type" not in schema:
        return {"oneOf": [schema, {"type": "null"}]}
    held = schema["type"]
    nullable = {**schema, "type": [*(held if isinstance(held, list) else [held]), "null"]}
    if "enum" in schema:
        nullable["enum"] = [*schema["enum"], None]
    return nullable
