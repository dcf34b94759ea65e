"""What the public called a record that it no longer sees, kept so that it cannot be read off."""

from __future__ import annotations

from collections.abc import Iterable

from detentions.ids import digest_of
from detentions.models import FormerSlug


def remember(gone: Iterable[tuple[str, str, str]]) -> None:
    """Keep the digest of each slug, given as (kind, id, slug); nothing where there is no slug.

    A slug that an earlier record had too belongs to the later one.
    """
    rows = {
        (kind, slug): FormerSlug(kind=kind, digest=digest_of(slug), record_id=pk)
        for kind, pk, slug in gone
        if slug
    }
    FormerSlug.objects.bulk_create(
        rows.values(),
        batch_size=500,
        update_conflicts=True,
        unique_fields=["kind", "digest"],
        update_fields=["record_id"],
    )
