"""Whole records in the place of references to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from detentions.records.resource import Resource
from detentions.records.resources import RESOURCES
from detentions.records.shape import Field, Key, Reader, Related, Row


@dataclass(frozen=True, slots=True)
class _Expanded:
    """A reference that holds the record it points at; null where that is not public."""

    field: Field
    target: Resource

    @property
    def key(self) -> str:
        return self.field.key

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.field.id_column,)

    def reader(self, rows: Sequence[Row], today: dt.date) -> Reader:
        own = self.field.id_column
        found = self.target.by_id({row[own] for row in rows} - {None}, today=today)
        return lambda row: found.get(row[own])


def expandable(resource: Resource) -> tuple[str, ...]:
    """Return the keys that point at other records: one each, or a list of references."""
    return tuple(key.key for key in resource.fields if _points(key))


def expanded(resource: Resource, names: Collection[str]) -> Resource:
    """Return the resource with the named references replaced by the records they point at.

    `names` are among those that `expandable` lists. In a list of references, such as the sources
    of an event, the reference in each entry is replaced. One level deep, in one more round of
    queries for each name, however many records there are.
    """
    fields = tuple(_expand(key) if key.key in names else key for key in resource.fields)
    return replace(resource, fields=fields)


def _points(key: Key) -> bool:
    if isinstance(key, Related):
        return _points(key.fields[0])
    return isinstance(key, Field) and bool(key.refers_to)


def _expand(key: Key) -> Key:
    if isinstance(key, Related):
        return replace(key, fields=(_expand(key.fields[0]), *key.fields[1:]))
    if isinstance(key, Field) and key.refers_to:
        return _Expanded(key, RESOURCES[key.refers_to])
    return key
