"""The state of the public data as a whole."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Count, Model, QuerySet, Sum, Value

from detentions.public.models import (
    PublicCity,
    PublicDataVersion,
    PublicEvent,
    PublicOrganisation,
    PublicRegion,
    PublicReportedCount,
    PublicSource,
    PublicTally,
)
from detentions.tallies.calendar import calendar
from detentions.tallies.overviews import Status

_COUNTED: tuple[tuple[str, type[Model]], ...] = (
    ("cities", PublicCity),
    ("regions", PublicRegion),
    ("organisations", PublicOrganisation),
    ("sources", PublicSource),
    ("events", PublicEvent),
    ("reported-counts", PublicReportedCount),
)


def status() -> Status:
    """Return the data version, how far the data reach, and how many records are published.

    Detainees and detentions are read from the tally table, which their number does not slow.
    """
    version = PublicDataVersion.objects.first()
    days = calendar().days
    documented = PublicTally.objects.filter(city_id="", dimension="all", period="day").aggregate(
        detainees=Sum("new_people"), detentions=Sum("detentions")
    )
    first, *others = (_count(name, model) for name, model in _COUNTED)
    records = dict(first.union(*others))
    return Status(
        data_version=version.number if version else 0,
        data_through=days[-1] if days else None,
        last_published_at=version.published_at if version else None,
        records={name: records.get(name, 0) for name, _model in _COUNTED}
        | {name: number or 0 for name, number in documented.items()},
    )


def _count(name: str, model: type[Model]) -> QuerySet[Any, tuple[str, int]]:
    named = model._default_manager.annotate(record_kind=Value(name, output_field=CharField()))
    counted: QuerySet[Any, tuple[str, int]] = named.values_list("record_kind").annotate(Count("id"))
    return counted
