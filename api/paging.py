"""Pages of a list by keyset: the thousandth costs what the first does, and nothing is skipped.

A cursor holds the place of a record in the order, not a number of a page, so records that are
added meanwhile do not shift it. It is opaque, and read as strictly as any other parameter.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, Func, QuerySet, Value
from django.db.models.lookups import GreaterThan, LessThan

from detentions.filters import BadParametersError, problem
from detentions.filters.values import Date, Key, Number, Text, UnreadableValueError
from detentions.filters.values import Value as Readable

PARAMETER = "cursor"
_LONGEST = 600
_READ_AS: dict[str, Readable] = {
    "version": Number(),
    "date": Date(),
    "rank": Number(),
    "name": Text(300),
}
_ID = Key()


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list: one column, up or down, and the id among equals."""

    column: str
    descending: bool = False

    @classmethod
    def parse(cls, text: str) -> Order:
        """Return the order that `ordering` names; a minus sign stands before a falling one."""
        return cls(text.removeprefix("-"), text.startswith("-"))

    def __str__(self) -> str:
        return f"-{self.column}" if self.descending else self.column

    def columns(self, *, backwards: bool = False) -> tuple[str, str]:
        """Return what to order by, or by when reading from the end."""
        sign = "-" if self.descending is not backwards else ""
        return f"{sign}{self.column}", f"{sign}id"


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in the order of a list, and whether the page ends before it or begins after it."""

    list: str
    order: Order
    backwards: bool
    value: Any
    id: str

    def __str__(self) -> str:
        parts = [
            self.list,
            str(self.order),
            "p" if self.backwards else "n",
            str(self.value),
            self.id,
        ]
        text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str, order: Order, listed: str) -> Cursor:
        """Read a cursor of this list and order; raises BadParametersError for anything else."""
        try:
            of, named, direction, value, pk = _parts(text)
            if (of, named) != (listed, str(order)) or direction not in ("n", "p"):
                raise UnreadableValueError
            read = _READ_AS[order.column].read(value)
            return cls(listed, order, direction == "p", read, _ID.read(pk))
        except (UnreadableValueError, binascii.Error, ValueError, RecursionError):
            words = "This is no cursor of this list in this order."
            allowed = ["the cursor in `next` or `previous`"]
            raise BadParametersError([problem(PARAMETER, text, words, allowed)]) from None


def _parts(text: str) -> list[str]:
    if len(text) > _LONGEST:
        raise UnreadableValueError
    padded = text.encode("ascii") + b"=" * (-len(text) % 4)
    parts = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    if not isinstance(parts, list) or len(parts) != 5:
        raise UnreadableValueError
    if not all(isinstance(part, str) for part in parts):
        raise UnreadableValueError
    return parts


def _row(*parts: F | Value) -> Func:
    """Return several values as one, compared from the left, which an index over them answers."""
    return Func(*parts, template="(%(expressions)s)", output_field=CharField())


@dataclass(frozen=True, slots=True)
class Page:
    """One page of rows, and the cursors of its neighbours."""

    rows: Sequence[dict[str, Any]]
    next: Cursor | None
    previous: Cursor | None


def slice_of(
    queryset: QuerySet[Any], order: Order, cursor: Cursor | None, size: int
) -> QuerySet[Any]:
    """Return the rows of one page and one more, which tells whether there is another page."""
    backwards = cursor is not None and cursor.backwards
    ordered = queryset.order_by(*order.columns(backwards=backwards))
    if cursor is not None:
        beyond = LessThan if order.descending is not backwards else GreaterThan
        held = queryset.model._meta.get_field(order.column)
        place = _row(Value(cursor.value, output_field=held), Value(cursor.id))
        ordered = ordered.filter(beyond(_row(F(order.column), F("id")), place))
    return ordered[: size + 1]


def page_of(
    rows: Sequence[dict[str, Any]], listed: str, order: Order, cursor: Cursor | None, size: int
) -> Page:
    """Return the page that the rows of `slice_of` make. Rows hold `id` and the order's column."""
    backwards = cursor is not None and cursor.backwards
    more = len(rows) > size
    shown = list(rows[:size])
    if backwards:
        shown.reverse()
    if not shown:
        return Page((), None, None)
    first, last = shown[0], shown[-1]
    has_next = more or backwards
    has_previous = more if backwards else cursor is not None
    return Page(
        shown,
        Cursor(listed, order, False, last[order.column], last["id"]) if has_next else None,
        Cursor(listed, order, True, first[order.column], first["id"]) if has_previous else None,
    )
