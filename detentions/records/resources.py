"""Every kind of public record by its name."""

from __future__ import annotations

from detentions.records.counts import REPORTED_COUNTS
from detentions.records.documents import ORGANISATIONS, SOURCES
from detentions.records.events import EVENTS
from detentions.records.people import DETAINEES, DETENTIONS
from detentions.records.places import CITIES, REGIONS
from detentions.records.resource import Resource

RESOURCES: dict[str, Resource] = {
    resource.name: resource
    for resource in (
        CITIES,
        REGIONS,
        ORGANISATIONS,
        SOURCES,
        EVENTS,
        DETAINEES,
        DETENTIONS,
        REPORTED_COUNTS,
    )
}
