"""Which query parameters a list accepts: those of its own filters and links, and no others.

Django's own rule lets any column of the model through, which recovered an excluded field
letter by letter (`?contacts__startswith=`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.admin import SimpleListFilter

_OF_A_FILTER = ("exact", "isnull", "id__exact", "gte", "lt")
_OF_A_HIERARCHY = ("year", "month", "day")
# Beyond these no year fits into a moment of every time zone.
_FIRST_YEAR, _LAST_YEAR = 2, 9998


def of_filters(list_filter: Iterable[Any]) -> Iterator[str]:
    """Yield the parameters that the filters beside a list put into its address."""
    for item in list_filter:
        if isinstance(item, type) and issubclass(item, SimpleListFilter):
            yield str(item.parameter_name)
        else:
            path = item[0] if isinstance(item, (tuple, list)) else item
            yield from (f"{path}__{lookup}" for lookup in _OF_A_FILTER)


def of_links(names: Iterable[str]) -> Iterator[str]:
    """Yield the parameters by which other screens link to a list."""
    return (f"{name}__id__exact" for name in names)


def of_hierarchy(name: str | None) -> Iterator[str]:
    """Yield the parameters of the dates above a list."""
    return (f"{name}__{part}" for part in _OF_A_HIERARCHY if name)


def is_usable(lookup: str, value: object) -> bool:
    """Tell whether the databases can take the value: no NUL, no year that a date cannot have."""
    if lookup.rpartition("__")[2] in _OF_A_HIERARCHY:
        digits = str(value)
        first = _FIRST_YEAR if lookup.endswith("__year") else 1
        return digits.isascii() and digits.isdigit() and first <= int(digits[:9]) <= _LAST_YEAR
    return "\x00" not in str(value)
