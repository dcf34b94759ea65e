"""What a record is made of: columns of its view, values read from them, and rows of others.

A record is a dictionary, because a list of a hundred is assembled for each request. Its keys,
their types and their meaning are declared once, here and in `resources`; the API's schema and
the lists of what `fields` and `omit` allow are read from the same declaration.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any, Protocol

from django.db import models
from django.utils.functional import Promise

from detentions.public.columns import PublicView

Row = dict[str, Any]
Reader = Callable[[Row], Any]
Words = str | Promise


class Key(Protocol):
    """One key of a record, wherever its value comes from."""

    @property
    def key(self) -> str:
        """The key itself."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the view that the value is found by."""

    def reader(self, rows: Sequence[Row], today: dt.date) -> Reader:
        """Fetch what all the rows need; return the function that reads one row's value."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record, read from one column or made from several.

    `type` tells what it holds: its type, choices and meaning. `refers_to` names the kind of
    record that it points at, and `id_column` the column with that record's id.
    """

    key: str
    type: models.Field[Any, Any]
    columns: tuple[str, ...]
    make: Callable[[Row, dt.date], Any] | None = None
    refers_to: str = ""
    id_column: str = ""
    # Whether a text of a vocabulary may be empty, where there is nothing to say.
    blank: bool = False

    @property
    def help_text(self) -> Words:
        """What the key means."""
        return self.type.help_text

    def reader(self, rows: Sequence[Row], today: dt.date) -> Reader:
        """Return the function that reads the value from one row of the view."""
        make = self.make
        if make is None:
            return itemgetter(*self.columns)
        return lambda row: make(row, today)


@dataclass(frozen=True, slots=True)
class Related:
    """One key of a record that holds rows of another view, fetched once for a whole page.

    The rows are those whose `other` column equals the record's `own` column: a list of them,
    or the only one (`many=False`). With `flat` each stands for its single value.
    """

    key: str
    help_text: Words
    model: type[PublicView]
    fields: tuple[Key, ...]
    own: str
    other: str
    order: tuple[str, ...]
    many: bool = True
    flat: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """What of the record is needed to find the rows."""
        return (self.own,)

    def reader(self, rows: Sequence[Row], today: dt.date) -> Reader:
        """Fetch the rows of all records at once; return the function that hands out each one's."""
        wanted = {row[self.own] for row in rows} - {None}
        related = self.model._default_manager.filter(**{f"{self.other}__in": wanted})
        found: dict[Any, list[Any]] = defaultdict(list)
        if wanted:
            ordered = related.order_by(*self.order)
            for raw, record in assemble(ordered, self.fields, today, self.other):
                value = record[self.fields[0].key] if self.flat else record
                found[raw[self.other]].append(value)
        if self.many:
            return lambda row: found.get(row[self.own], [])
        absent = "" if self.flat else None
        return lambda row: next(iter(found.get(row[self.own], ())), absent)


def assemble(
    queryset: models.QuerySet[Any],
    fields: Iterable[Key],
    today: dt.date,
    *also: str,
) -> list[tuple[Row, Row]]:
    """Return each row of the view, with the columns in `also`, beside the record made of it."""
    listed = tuple(fields)
    columns = {column for field in listed for column in field.columns}
    rows: list[Row] = list(queryset.values(*columns, *also))
    readers = [(field.key, field.reader(rows, today)) for field in listed]
    return [(row, {key: read(row) for key, read in readers}) for row in rows]


def column(model: type[PublicView], name: str, key: str = "", refers_to: str = "") -> Field:
    """Return the key that repeats one column of a view, under another name if one is given."""
    held: models.Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]
    id_column = name.replace("_slug", "_id") if refers_to else ""
    return Field(key or name, held, (name,), refers_to=refers_to, id_column=id_column)


def columns(model: type[PublicView], *names: str) -> tuple[Field, ...]:
    """Return the keys that repeat columns of a view under their own names."""
    return tuple(column(model, name) for name in names)


def or_blank(field: Field) -> Field:
    """Return the key whose text is empty where there is nothing to say."""
    return replace(field, blank=True)


def reference(model: type[PublicView], name: str, refers_to: str) -> tuple[Field, Field, Field]:
    """Return the keys that point at a record with a slug: slug, id and name."""
    slug = column(model, f"{name}_slug", name, refers_to)
    return (slug, column(model, f"{name}_id"), column(model, f"{name}_name"))


def made(field: Field, make: Callable[[Row, dt.date], Any], *needs: str) -> Field:
    """Return a key whose value is made from columns of the row and the day it is read on."""
    return replace(field, make=make, columns=needs)
