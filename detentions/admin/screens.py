"""Importing this registers every screen with the site."""

from detentions.admin import (
    accounts,
    bookkeeping,
    counts,
    detentions,
    events,
    people,
    places,
    sources,
)

__all__ = [
    "accounts",
    "bookkeeping",
    "counts",
    "detentions",
    "events",
    "people",
    "places",
    "sources",
]
