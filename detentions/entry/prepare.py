"""Columns that follow from others: match keys, scripts and initials."""

from __future__ import annotations

from django.db.models import Model

from detentions import names
from detentions.choices import Script
from detentions.models import Detainee, DetaineeName, ReportedCount
from detentions.models.places import PlaceName

_KEY_LENGTH = 200
_KNOWN_SCRIPTS = {Script.LATIN.value, Script.CYRILLIC.value}


def nothing(_record: object) -> None:
    """Most records have no derived columns."""


def place(_record: object) -> None:
    """A place has none of its own; its names do."""


def detainee(person: Detainee) -> None:
    """Set the match key, and the initials unless somebody entered them."""
    person.key = names.person_key(person.name)[:_KEY_LENGTH]
    if person.name and not person.initials:
        person.initials = names.initials(person.name)


def reported_count(count: ReportedCount) -> None:
    """Set the city of a figure about an event: the event took place in one city."""
    if not count.city_id and not count.region_id and count.event:
        count.city_id = count.event.city_id


def part(row: Model) -> None:
    """Set the match key and script of a name."""
    if isinstance(row, PlaceName):
        row.key = names.match_key(row.name)[:_KEY_LENGTH]
        row.script = script_of(row.name)
    elif isinstance(row, DetaineeName):
        row.key = names.person_key(row.name)[:_KEY_LENGTH]
        row.script = script_of(row.name)


def script_of(text: str) -> str:
    """Return the ISO 15924 code that the name is filed under."""
    script = names.script_of(text)
    return script if script in _KNOWN_SCRIPTS else Script.OTHER.value
