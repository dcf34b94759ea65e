"""Collections cut into lots that fit into one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

LOT = 500


def in_lots(items: Iterable[T]) -> Iterator[Sequence[T]]:
    """Yield the items in lists of at most LOT, taking no more of them than that at a time."""
    source = iter(items)
    while lot := list(islice(source, LOT)):
        yield lot
