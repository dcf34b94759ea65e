"""The sources that a page's figures and events rest on (rule 15)."""

from __future__ import annotations

from collections.abc import Collection

from detentions.public.models import PublicCitation, PublicSource
from detentions.tallies.lines import SourceLine


def source_lines(
    source_ids: Collection[str | None], event_ids: Collection[str]
) -> tuple[SourceLine, ...]:
    """Return the given sources and those that the given events cite, by publisher and title.

    None stands for a confidential source, which has no line.
    """
    # Asked one after the other: as one question, SQLite looked through all citations for it.
    cited = PublicCitation.objects.filter(event_id__in=event_ids).values_list(
        "source_id", flat=True
    )
    named = {key for key in (*source_ids, *cited) if key}
    found = PublicSource.objects.filter(id__in=named)
    return tuple(
        SourceLine(
            id=source.id,
            title=source.title,
            publisher=source.publisher_slug,
            publisher_name=source.publisher_name,
            kind=source.kind,
            language=source.language,
            url=source.url,
            archived_url=source.archived_url,
            published_on=source.published_on,
            accessed_on=source.accessed_on,
            derived_from=source.derived_from_id,
        )
        for source in sorted(found, key=lambda one: (one.publisher_name, one.title, one.id))
    )
