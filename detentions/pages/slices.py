"""Long tables a page at a time, so that no page outgrows a slow connection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext

from detentions.pages import asking

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """Some rows of a table, and the addresses of the rows before and after them."""

    rows: Sequence[Item]
    label: str
    previous: str
    next: str


def sliced(request: HttpRequest, rows: Sequence[Item], size: int) -> Slice[Item]:
    """Return the rows of the page that the address asks for; refuses one past the end."""
    number = asking.page(request)
    pages = max(1, -(-len(rows) // size))
    if number > pages:
        raise asking.refusal(asking.PAGE, str(number), [f"1–{pages}"])
    return Slice(
        rows=rows[(number - 1) * size : number * size],
        label=gettext("Page %(number)s of %(pages)s") % {"number": number, "pages": pages},
        previous=_address(request, number - 1) if number > 1 else "",
        next=_address(request, number + 1) if number < pages else "",
    )


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    if number > 1:
        query[asking.PAGE] = str(number)
    else:
        query.pop(asking.PAGE, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path
