"""The casework: drafts, real names, notes. Nothing right of the door may import it."""

from detentions.models.bookkeeping import (
    BatchRecord,
    Change,
    DataVersion,
    FormerSlug,
    IntakeBatch,
    Tally,
)
from detentions.models.counts import ReportedCount
from detentions.models.detentions import CustodyEvent, Detention, DetentionRole
from detentions.models.events import (
    Event,
    EventCircumstance,
    EventName,
    EventSeries,
    PrintedOrdinal,
)
from detentions.models.people import Detainee, DetaineeName
from detentions.models.places import City, CityName, Region, RegionName
from detentions.models.sources import Citation, Organisation, Source

__all__ = [
    "BatchRecord",
    "Change",
    "Citation",
    "City",
    "CityName",
    "CustodyEvent",
    "DataVersion",
    "Detainee",
    "DetaineeName",
    "Detention",
    "DetentionRole",
    "Event",
    "EventCircumstance",
    "EventName",
    "EventSeries",
    "FormerSlug",
    "IntakeBatch",
    "Organisation",
    "PrintedOrdinal",
    "Region",
    "RegionName",
    "ReportedCount",
    "Source",
    "Tally",
]
