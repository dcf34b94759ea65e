"""The data version: its row is the lock that orders all writes, its number what readers see."""

from __future__ import annotations

from datetime import datetime

from detentions.models import DataVersion


def lock() -> None:
    """Take the lock that orders all writes; held until the caller's transaction ends."""
    DataVersion.objects.get_or_create(pk=1)
    DataVersion.objects.select_for_update().get(pk=1)


def use_up() -> int:
    """Raise the data version by one and return it; the caller holds the lock."""
    row = DataVersion.objects.get(pk=1)
    row.number += 1
    row.save(update_fields=["number"])
    return row.number


def note_publication(at: datetime) -> None:
    """Remember that something was put before the public; the caller holds the lock."""
    DataVersion.objects.update(published_at=at)
