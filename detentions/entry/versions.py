"""The data version: its row is the lock that orders all writes, its number what readers see."""

from __future__ import annotations

from datetime import datetime

from detentions.models import DataVersion


def lock() -> None:
    """Take the lock that orders all writes; held until the caller's transaction ends."""
    DataVersion.objects.get_or_create(pk=1)
    DataVersion.objects.select_for_update().get(pk=1)


def use_up(at: datetime) -> int:
    """Raise the data version by one and return it; the caller holds the lock."""
    row = DataVersion.objects.get(pk=1)
    row.number += 1
    row.changed_at = at
    row.save(update_fields=["number", "changed_at"])
    return row.number
