"""What `entry` knows of each kind of record: its parts, and when the public sees it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from detentions import models
from detentions.entry import prepare
from detentions.models.base import Record

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
    # Kinds of published records that show something of this one, and how they name it.
    shown_by: tuple[tuple[str, str], ...] = ()

    def shown_in(self, ids: Collection[str]) -> Iterator[tuple[str, list[str]]]:
        """Yield, by kind, the published records that show something of the given ones."""
        for name, column in self.shown_by:
            published: Any = {f"{column}__in": ids, "state": "published"}
            showing = KINDS[name].model._default_manager.filter(**published)
            yield name, list(showing.values_list("pk", flat=True).distinct())


def _people(detention: models.Detention) -> list[Reference]:
    return [("detainees", detention.detainee_id)]


def _organisation(count: models.ReportedCount) -> list[Reference]:
    return [("organisations", count.organisation_id)]


def _publisher(source: models.Source) -> list[Reference]:
    return [("organisations", source.publisher_id)] if source.publisher_id else []


_CITING = (("events", "citations__source"), ("detentions", "citations__source"))

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("regions", models.Region, {"names": (models.RegionName, "region")}, prepare.place),
        Kind("cities", models.City, {"names": (models.CityName, "city")}, prepare.place),
        Kind("organisations", models.Organisation),
        Kind(
            "sources",
            models.Source,
            dependants=_publisher,
            shown_by=(
                *(("reported-counts", "source"), ("detentions", "custody_events__source")),
                *(("reported-counts", "source__derived_from"), ("sources", "derived_from")),
                *_CITING,
            ),
        ),
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
            shown_by=(("detentions", "event"), ("reported-counts", "event")),
        ),
        Kind(
            "detainees",
            models.Detainee,
            {"names": (models.DetaineeName, "detainee")},
            prepare.detainee,
            shown_by=(("detentions", "detainee"),),
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
        ),
        Kind(
            "reported-counts",
            models.ReportedCount,
            prepare=prepare.reported_count,
            dependants=_organisation,
        ),
    )
}
_BY_MODEL = {kind.model: kind for kind in KINDS.values()}


def kind_of(model: type[Record]) -> Kind:
    """Return what is known of a model's records."""
    return _BY_MODEL[model]
