"""Match keys, remembered: a file names the same few places and organisations again and again."""

from __future__ import annotations

from functools import lru_cache

from detentions import names


@lru_cache(maxsize=8192)
def match_key(text: str) -> str:
    """Return the spelling-neutral key of a name; a name without letters is its own."""
    return names.match_key(text) or text.casefold()


@lru_cache(maxsize=2048)
def place_keys(printed: str) -> tuple[str, ...]:
    """Return the keys under which a printed place, perhaps declined, is looked up."""
    return names.place_keys(printed)
