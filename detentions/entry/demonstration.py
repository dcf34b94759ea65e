"""The mark by which every page knows that individual records are invented."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import F

from detentions.entry.work import writing
from detentions.models import DataVersion


def mark_demonstration(*, by: User) -> None:
    """Mark the data as the demonstration's, as a new data version; once marked, it stays so."""
    with writing(by):
        DataVersion.objects.filter(demonstration=False).update(
            demonstration=True, number=F("number") + 1
        )


def is_demonstration() -> bool:
    """Tell whether the demonstration was loaded into this casework."""
    return DataVersion.objects.filter(demonstration=True).exists()
