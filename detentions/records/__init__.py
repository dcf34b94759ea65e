"""Reading public records, one or many, with what belongs to them: for pages and API alike.

events = records.EVENTS.rows(queryset[:50], today=today)
event = records.EVENTS.one("march-of-people-power", today=today)
"""

from detentions.records.counts import PLACE_KINDS, REPORTED_COUNTS
from detentions.records.documents import ORGANISATIONS, SOURCES
from detentions.records.events import EVENTS
from detentions.records.expansion import expandable, expanded
from detentions.records.people import DETAINEES, DETENTIONS
from detentions.records.places import CITIES, REGIONS
from detentions.records.resource import RecordGoneError, RecordMissingError, Resource
from detentions.records.resources import RESOURCES
from detentions.records.shape import Field, Key, Related, Row, Words

__all__ = [
    "CITIES",
    "DETAINEES",
    "DETENTIONS",
    "EVENTS",
    "ORGANISATIONS",
    "PLACE_KINDS",
    "REGIONS",
    "REPORTED_COUNTS",
    "RESOURCES",
    "SOURCES",
    "Field",
    "Key",
    "RecordGoneError",
    "RecordMissingError",
    "Related",
    "Resource",
    "Row",
    "Words",
    "expandable",
    "expanded",
]
