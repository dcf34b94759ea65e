"""Importing this registers every screen with the site."""

from detentions.admin import (
    bookkeeping,
    counts,
    detentions,
    events,
    people,
    places,
    sources,
)

__all__ = ["bookkeeping", "counts", "detentions", "events", "people", "places", "sources"]
