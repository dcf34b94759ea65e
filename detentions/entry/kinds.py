"""What `entry` knows of each kind of record: its parts, and when the public sees it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q

from detentions import models
from detentions.entry import prepare
from detentions.models.base import PublishableRecord, Record

Reference = tuple[str, str]  # kind, id


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record, under the name that the API's path has for it."""

    name: str
    model: type[Record]
    # Child rows that are entered with the record: accessor -> (model, field that points back).
    parts: dict[str, tuple[type[Model], str]] = field(default_factory=dict)
    # Fills in what is derived from other columns before validation.
    prepare: Callable[[Any], None] = prepare.nothing
    # Other records whose visibility hangs on this one.
    dependants: Callable[[Any], Iterable[Reference]] = lambda _record: ()
    # Which condition, beside the id, makes a record public.
    public_when: Q = field(default_factory=Q)

    @property
    def is_publishable(self) -> bool:
        """Whether two people have to bring it before the public."""
        return issubclass(self.model, PublishableRecord)

    def visible(self, ids: Collection[str]) -> set[str]:
        """Return those of the given ids that the public sees now."""
        found: set[str] = set()
        listed = list(ids)
        for start in range(0, len(listed), 500):
            rows = self.model._default_manager.filter(
                self.public_when, pk__in=listed[start : start + 500]
            )
            found.update(rows.values_list("pk", flat=True))
        return found


_PUBLISHED = Q(state="published")


def _people(detention: models.Detention) -> list[Reference]:
    return [("detainees", detention.detainee_id)]


def _organisation(count: models.ReportedCount) -> list[Reference]:
    return [("organisations", count.organisation_id)]


def _publisher(source: models.Source) -> list[Reference]:
    return [("organisations", source.publisher_id)] if source.publisher_id else []


_ORGANISATION_IN_USE = Q(
    pk__in=models.ReportedCount.objects.filter(state="published").values("organisation_id")
) | Q(
    pk__in=models.Source.objects.filter(
        state="published", confidential=False, publisher__isnull=False
    ).values("publisher_id")
)
_DETAINED = Q(pk__in=models.Detention.objects.filter(state="published").values("detainee_id"))

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("regions", models.Region, {"names": (models.RegionName, "region")}, prepare.place),
        Kind("cities", models.City, {"names": (models.CityName, "city")}, prepare.place),
        Kind("organisations", models.Organisation, public_when=_ORGANISATION_IN_USE),
        Kind("sources", models.Source, dependants=_publisher, public_when=_PUBLISHED),
        Kind(
            "event-series",
            models.EventSeries,
            {"printed_ordinals": (models.PrintedOrdinal, "series")},
        ),
        Kind(
            "events",
            models.Event,
            {
                "names": (models.EventName, "event"),
                "circumstances": (models.EventCircumstance, "event"),
                "citations": (models.Citation, "event"),
            },
            public_when=_PUBLISHED,
        ),
        Kind(
            "detainees",
            models.Detainee,
            {"names": (models.DetaineeName, "detainee")},
            prepare.detainee,
            public_when=_DETAINED,
        ),
        Kind(
            "detentions",
            models.Detention,
            {
                "roles": (models.DetentionRole, "detention"),
                "custody_events": (models.CustodyEvent, "detention"),
                "citations": (models.Citation, "detention"),
            },
            dependants=_people,
            public_when=_PUBLISHED,
        ),
        Kind(
            "reported-counts",
            models.ReportedCount,
            prepare=prepare.reported_count,
            dependants=_organisation,
            public_when=_PUBLISHED,
        ),
    )
}
_BY_MODEL = {kind.model: kind for kind in KINDS.values()}


def kind_of(model: type[Record]) -> Kind:
    """Return what is known of a model's records."""
    return _BY_MODEL[model]
