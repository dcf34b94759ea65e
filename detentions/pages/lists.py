"""Lists of records: strictly filtered, a page at a time by key, so that no page costs more.

The key of a row is the column that the list is ordered by and the row's id: a page begins where
the one before it ended, however many rows there are.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext

from detentions.filters import StrictFilterSet
from detentions.pages import asking
from detentions.records import Resource

OLDER, NEWER = "older", "newer"
ROWS = 40
_KEY = re.compile(r"(?P<value>[0-9-]{1,18})_(?P<id>[A-Za-z0-9_-]{1,120})")

Record = dict[str, Any]
Position = tuple[Any, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The records of one page, and the addresses of the pages before and after it."""

    rows: Sequence[Record]
    older: str
    newer: str


@dataclass(frozen=True, slots=True)
class Order:
    """A list's order: latest first by one column, `date` or `version`, then by id."""

    column: str

    def key(self, record: Record) -> str:
        """Write the position of a record for an address."""
        return f"{record[self.column]}_{record['id']}"

    def read(self, name: str, text: str) -> Position:
        """Read such a position; refuses any other text."""
        if found := _KEY.fullmatch(text):
            try:
                return self._value(found["value"]), found["id"]
            except ValueError:
                pass
        raise asking.refusal(name, text, [gettext("what a list’s own links hold")])

    def _value(self, text: str) -> Any:
        return dt.date.fromisoformat(text) if self.column == "date" else int(text)

    def beyond(self, position: Position, comparison: str) -> Q:
        """Return the condition of rows beyond a position: `lt` is older, `gt` newer."""
        value, record_id = position
        return Q(**{f"{self.column}__{comparison}": value}) | Q(
            **{self.column: value, f"id__{comparison}": record_id}
        )


def listing(
    request: HttpRequest,
    resource: Resource,
    filters: type[StrictFilterSet],
    order: Order,
    today: dt.date,
) -> Listing:
    """Return the page of records that the address asks for.

    Raises BadParametersError with every unknown, repeated or malformed parameter.
    """
    rows = filters.narrow(request.GET, resource.all(), today=today, also=(OLDER, NEWER))
    names = [name for name in (OLDER, NEWER) if name in request.GET]
    if len(names) > 1:
        raise asking.refusal(NEWER, request.GET[NEWER], [gettext("one of older and newer")])
    backwards = names == [NEWER]
    for name in names:
        position = order.read(name, request.GET[name])
        rows = rows.filter(order.beyond(position, "gt" if backwards else "lt"))
    signs = ("", "") if backwards else ("-", "-")
    ordered = rows.order_by(f"{signs[0]}{order.column}", f"{signs[1]}id")
    found = resource.rows(ordered[: ROWS + 1], today=today)
    more, page = len(found) > ROWS, found[:ROWS]
    if backwards:
        page = page[::-1]
    return Listing(
        rows=page,
        older=_address(request, OLDER, order.key(page[-1])) if page and (more or backwards) else "",
        newer=_address(request, NEWER, order.key(page[0]))
        if page and (more if backwards else names)
        else "",
    )


def _address(request: HttpRequest, name: str, key: str) -> str:
    query = request.GET.copy()
    query.pop(OLDER, None)
    query.pop(NEWER, None)
    query[name] = key
    return f"{request.path}?{query.urlencode()}"
