"""The parameters of lists and records, described from the keys that they are named like."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiParameter

from api import asked
from api.schema.operations import in_path, query
from detentions.filters import FILTERS, ValueFilter
from detentions.filters.values import Date, Named, Several, Value
from detentions.records import Field, Related, Resource

_SUFFIXES = {"in": "One of several, divided by commas."}
_LIMITS = {
    True: {"gte": "This day or later.", "lte": "This day or earlier."},
    False: {"gte": "This or more.", "lte": "This or less."},
}
_ASKED = {
    "fields": "Only these keys, divided by commas.",
    "omit": "All keys but these, divided by commas.",
    "expand": "References in whose place the whole record is wanted, divided by commas.",
    "ordering": "The order of the list; a minus sign turns it round. Equals are ordered by id.",
    "page_size": f"Records a page; {asked.DEFAULT_SIZE} unless given.",
    "cursor": "The place of the page, from `next` or `previous`.",
    "count": "Whether to count all records that the filters leave, as `count`.",
}
_SLUG: dict[str, object] = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,120}$"}


def of_list(resource: Resource) -> tuple[OpenApiParameter, ...]:
    """Return the filters of a list, and what else a list takes."""
    filters = FILTERS[resource.name].parameters().items()
    return (
        *(query(name, found.value, _words(resource, name, found)) for name, found in filters),
        *_asked(asked.list_parameters(resource)),
    )


def of_record(resource: Resource) -> tuple[OpenApiParameter, ...]:
    """Return what a single record takes."""
    words = "Id of the record, or its slug." if resource.has_slug else "Id of the record."
    return (in_path("key", _SLUG, words), *_asked(asked.shape_parameters(resource)))


def _asked(parameters: dict[str, Value]) -> list[OpenApiParameter]:
    return [query(name, value, _ASKED[name]) for name, value in parameters.items()]


def _words(resource: Resource, name: str, found: ValueFilter) -> str:
    """Return what a filter means: its own words, or those of its key; and what it takes."""
    key, _, suffix = name.partition("__")
    value = found.value.of if isinstance(found.value, Several) else found.value
    suffixes = _SUFFIXES | _LIMITS[isinstance(value, Date)]
    words = [str(found.help_text or _of_key(resource, key)), suffixes.get(suffix, "")]
    if isinstance(value, Named):
        words.append(f"Takes {value.allowed()[0]}.")
    return " ".join(part for part in words if part)


def _of_key(resource: Resource, key: str) -> str:
    for field in resource.fields:
        if isinstance(field, Field | Related) and field.key == key:
            return str(field.help_text)
    return ""
