"""What the public sees of a record: asked of the door itself, so that the two cannot differ.

A change is public when the views show the record differently after it. Notes, contacts or the name
of a person whose name is withheld move no version: it would tell whose file is being worked on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator

from django.db import DEFAULT_DB_ALIAS
from django.db.models import QuerySet

from detentions.public import models as public
from detentions.public.columns import PublicView

# The views that show a kind of record: its own, then those of its child rows with the column that
# names the record.
_VIEWS: dict[str, tuple[tuple[type[PublicView], str], ...]] = {
    "regions": ((public.PublicRegion, "id"), (public.PublicRegionName, "region_id")),
    "cities": ((public.PublicCity, "id"), (public.PublicCityName, "city_id")),
    "organisations": ((public.PublicOrganisation, "id"),),
    "sources": ((public.PublicSource, "id"),),
    "event-series": (
        (public.PublicEventSeries, "id"),
        (public.PublicPrintedOrdinal, "series_id"),
    ),
    "events": (
        (public.PublicEvent, "id"),
        (public.PublicEventName, "event_id"),
        (public.PublicEventCircumstance, "event_id"),
        (public.PublicCitation, "event_id"),
    ),
    "detainees": ((public.PublicDetainee, "id"), (public.PublicDetaineeName, "detainee_id")),
    "detentions": (
        (public.PublicDetention, "id"),
        (public.PublicDetentionRole, "detention_id"),
        (public.PublicCustodyEvent, "detention_id"),
        (public.PublicCitation, "detention_id"),
    ),
    "reported-counts": ((public.PublicReportedCount, "id"),),
}
_AT_ONCE = 500
# Rows with how often they are there: two equal citations are two.
Form = frozenset[tuple[tuple[Hashable, ...], int]]


def visible(kind: str, ids: Collection[str]) -> set[str]:
    """Return those of the given ids that the public sees now."""
    view, _column = _VIEWS[kind][0]
    found: set[str] = set()
    for rows in _rows(view, "id", ids):
        found.update(rows.values_list("pk", flat=True))
    return found


def forms(kind: str, ids: Collection[str]) -> dict[str, Form]:
    """Return what the public sees of those of the given ids that it sees, in a form to compare."""
    found: dict[str, Counter[tuple[Hashable, ...]]] = defaultdict(Counter)
    for view, column in _VIEWS[kind]:
        columns = _compared(view)
        for rows in _rows(view, column, ids):
            for owner, *row in rows.values_list(column, *columns):
                found[owner][view.__name__, *row] += 1
    return {pk: frozenset(rows.items()) for pk, rows in found.items()}


def slug(kind: str, form: Form) -> str:
    """Return the slug under which the public saw a record; empty for a kind without one."""
    view, _column = _VIEWS[kind][0]
    columns = ["", *_compared(view)]
    if "slug" not in columns:
        return ""
    at = columns.index("slug")
    return next(str(row[at]) for row, _times in form if row[0] == view.__name__)


def _compared(view: type[PublicView]) -> list[str]:
    return [field.name for field in view._meta.concrete_fields if field.name != "version"]


def _rows(
    view: type[PublicView], column: str, ids: Collection[str]
) -> Iterator[QuerySet[PublicView]]:
    """Yield the rows of some ids at a time, as the write that is going on sees them."""
    listed = list(ids)
    for start in range(0, len(listed), _AT_ONCE):
        chunk = {f"{column}__in": listed[start : start + _AT_ONCE]}
        yield view._default_manager.using(DEFAULT_DB_ALIAS).filter(**chunk)
