"""The sources that a page's figures and events rest on (rule 15), and how many they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

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
            origin_name=source.origin_name,
        )
        for source in sorted(found, key=lambda one: (one.publisher_name, one.title, one.id))
    )


def origins(lines: Sequence[SourceLine]) -> int:
    """Return how many sources these are: a document and those that repeat it are one."""
    repeats = {line.id: line.derived_from for line in lines}
    # What is repeated need not be printed on the page, and may itself repeat another.
    while unknown := {above for above in repeats.values() if above and above not in repeats}:
        found = PublicSource.objects.filter(id__in=unknown).values_list("id", "derived_from_id")
        repeats |= dict.fromkeys(unknown) | dict(found)
    return len({_first(line.id, repeats) for line in lines})


def _first(source_id: str, repeats: Mapping[str, str | None]) -> str:
    """Return the source that begins a chain; of sources that repeat each other, one of them."""
    chain = [source_id]
    while (above := repeats[chain[-1]]) and above not in chain:
        chain.append(above)
    return min(chain[chain.index(above) :]) if above else chain[-1]
