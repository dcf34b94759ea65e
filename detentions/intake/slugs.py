"""Names in addresses for new records: readable, free, and the same for the same file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, count
from typing import Any

from django.utils.text import slugify

from detentions import names
from detentions.intake.lots import in_lots
from detentions.intake.scratch import Scratch
from detentions.models.base import Record

_BELARUSIAN_LETTERS = set("ўЎіІ")


@lru_cache(maxsize=4096)
def slug_of(text: str) -> str:
    """Return the slug of a name in Latin or Cyrillic letters, "" where nothing is left of it."""
    language = "be" if _BELARUSIAN_LETTERS & set(text) else "ru"
    return slugify(names.romanise(text, language))


class Slugs:
    """Gives out slugs that no record has, in the database or earlier in the file."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._asked: set[tuple[type[Record], str]] = set()
        self._taken: set[tuple[type[Record], str]] = set()

    def foresee(self, model: type[Record], slugs: Iterable[str]) -> None:
        """Look up in one query which of the slugs that a lot of rows may want are taken."""
        manager: Any = model._default_manager
        self._asked = {pair for pair in self._asked if pair[0] is not model}
        self._taken &= self._asked
        for lot in in_lots(set(slugs)):
            self._asked.update((model, slug) for slug in lot)
            there = manager.filter(slug__in=lot).values_list("slug", flat=True)
            self._taken.update((model, slug) for slug in there)

    def take(self, model: type[Record], *wanted: str) -> str:
        """Return the first free one of the wanted slugs, else the last of them with a number."""
        first, last = wanted[0] or model.__name__.lower(), wanted[-1] or model.__name__.lower()
        for slug in chain((first, *wanted[1:]), self._numbered(model, last)):
            if self._scratch.recall("slug", (model.__name__, slug)):
                continue
            self._scratch.remember("slug", (model.__name__, slug), "", None)
            if not self._is_taken(model, slug):
                return slug
        raise AssertionError("numbers do not end")

    def _is_taken(self, model: type[Record], slug: str) -> bool:
        if (model, slug) in self._asked:
            return (model, slug) in self._taken
        manager: Any = model._default_manager
        return bool(manager.filter(slug=slug).exists())

    def _numbered(self, model: type[Record], slug: str) -> Iterator[str]:
        kept = self._scratch.recall("numbered", (model.__name__, slug))
        for number in count(int(kept[0]) if kept else 2):
            self._scratch.remember("numbered", (model.__name__, slug), str(number + 1), None)
            yield f"{slug}-{number}"
