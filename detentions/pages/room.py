"""Which printed figures a list of a page has room for; the downloads hold all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from detentions.tallies.shapes import Figure


def kept(figures: Iterable[Figure], room: int) -> tuple[Figure, ...]:
    """Return what is left when figures that others have outgrown make room, in the same order.

    The longest list of an organisation gives up its earliest first. Current figures always stay,
    and so does the last of any organisation: rivals are shown whatever the room (rule 5).
    """
    left = list(figures)
    lengths = Counter(figure.organisation for figure in left)
    while len(left) > room:
        outgrown = [one for one in left if not one.current and lengths[one.organisation] > 1]
        if not outgrown:
            break
        earliest = max(outgrown, key=lambda figure: lengths[figure.organisation])
        left.remove(earliest)
        lengths[earliest.organisation] -= 1
    return tuple(left)


def shares(lists: Sequence[Sequence[Figure]], room: int) -> list[tuple[Figure, ...]]:
    """Return what of each list fits when they share the room, by turns, so that none goes empty
    before its turn comes."""
    given = [0] * len(lists)
    waiting = [number for number, figures in enumerate(lists) if figures]
    while waiting and room:
        number = waiting.pop(0)
        given[number] += 1
        room -= 1
        if given[number] < len(lists[number]):
            waiting.append(number)
    return [kept(figures, size)[:size] for figures, size in zip(lists, given, strict=True)]
