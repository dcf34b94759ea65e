"""What the kinds of records and the keys of tallies mean, for the schema and its reader.

The keys of records are described where they are declared, from the casework's help texts; those
that tallies have in common with records borrow their words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detentions.records import EVENTS, REPORTED_COUNTS, SOURCES, Field, Resource, Words

KINDS: Mapping[str, str] = {
    "cities": "A settlement, with every name that it is printed under.",
    "regions": "A region of the country, or another area that sources count over.",
    "organisations": "A body whose figures or documents are published here.",
    "sources": "A published document. A confidential one is none of them.",
    "events": "One gathering in one city on one local date.",
    "detainees": "A person with a published detention, under the name that may be public.",
    "detentions": "One person, one taking, and what followed. A person may have many.",
    "reported-counts": "One figure that one organisation gave, as one source prints it.",
}

SENTENCE = "The same in a sentence."

_SHARED: tuple[tuple[str, Resource], ...] = (
    ("Headline", REPORTED_COUNTS),
    ("Figure", REPORTED_COUNTS),
    ("EventLine", EVENTS),
    ("SourceLine", SOURCES),
    ("GroupLine", REPORTED_COUNTS),
    ("MeasureLine", REPORTED_COUNTS),
)

_HEADLINE = "The figure that the rule in force puts first; null where nobody gave a number."
_LOWEST = "Smallest low bound among organisations that count towards headlines; null without one."
_HIGHEST = "Largest bound among organisations that count towards headlines; null without one."

_KEYS: Mapping[str, str] = {
    "basis": "Ids of the reported counts that the figure rests on.",
    "cells": "One for each city, in the order of `cities`; null where nothing is published.",
    "cited_sources": "The sources that all this rests on.",
    "cities": "Every city with anything published.",
    "others": "Every other city; that nothing is published is not zero.",
    "city": "Slug of the city.",
    "code": "Which contradiction it is.",
    "contradictions": "Numbers that cannot all be right.",
    "country": "The whole country.",
    "current": "Whether it is its organisation's figure there: the largest not superseded.",
    "data_through": "The latest day with anything published; null before any.",
    "data_version": "The data version that was counted.",
    "date": "The local day.",
    "days": "Each day of the week, Monday first.",
    "detained_by": "By who carried the detentions out.",
    "detentions": "Published detentions.",
    "documented": "Published detentions here, never added to reported figures.",
    "documented_cities": "Number of cities with a published detention.",
    "end": "The Sunday.",
    "event_names": "Names of the events.",
    "events": "Number of published events.",
    "figures": "Number of published figures.",
    "first_date": "The day that is counted as number 1; null without a series.",
    "first_sunday": "The earliest Sunday with anything published about it.",
    "gap": "Whether nothing is published for this Sunday of the series.",
    "group": "The people that were counted.",
    "groups": "Reported and documented people of one group: journalists, students and others.",
    "headline": _HEADLINE,
    "highest": _HIGHEST,
    "journalists": "Reported and documented journalists.",
    "largest": "The largest headline of any Sunday; null where there is none.",
    "largest_sunday": "The Sunday of that headline.",
    "last_published_at": "When a record last became or changed in public; null before any.",
    "last_sunday": "The latest Sunday with anything published about it.",
    "latitude": "Degrees north, WGS 84.",
    "longitude": "Degrees east, WGS 84.",
    "lowest": _LOWEST,
    "measure": "What was counted; measures are never mixed.",
    "measures": "Every measure for everyone: detained, released, fined and others.",
    "name": "Name, in English.",
    "next": "The next Sunday with anything published; null after the last.",
    "ordinal": "Number of the Sunday in its series; null before the first.",
    "organisations": "One figure an organisation: what its numbers support.",
    "other_days": "Days that are no Sunday and have anything published about the city.",
    "outcomes": "Documented detentions by status.",
    "own_figure": "Whether the organisation gave any number for this very place.",
    "people": "Different people among them.",
    "phrase": "The words, verbatim.",
    "place": "Slug of the place; empty for the whole country.",
    "place_kind": "What sort of place: country, region, area or city.",
    "place_name": "Name of the place; empty for the whole country.",
    "population": "Inhabitants; null where unknown.",
    "previous": "The Sunday before with anything published; null before the first.",
    "printed_ordinals": "How sources themselves number the day.",
    "records": "Published records by kind.",
    "region": "Slug of the region; empty where there is none.",
    "region_name": "Name of the region.",
    "regions": "Every region with a figure, a detention or an event.",
    "reported": _HEADLINE,
    "reported_count": "Id of the reported count; null for a sum.",
    "role": "What the person was at the time.",
    "roles": "Documented detentions by role; one person may have several.",
    "rule": "The rule in force: highest, lowest, or the slug of an organisation.",
    "series": "Name of the series that Sundays are counted in.",
    "source": "Id of the source; null for a sum.",
    "sources": "Number of sources that all this rests on.",
    "start": "The Monday.",
    "status": "The status of the detentions.",
    "streak": "Sundays in a row with anything published, up to this one.",
    "sunday": "The Sunday.",
    "sundays": "Each Sunday with anything published, oldest first.",
    "unallocated": "Headline of the country less those of the cities; null where negative.",
    "unnamed_remainder": "Headline less documented detentions, where positive; null without one.",
    "values": "The numbers that contradict each other.",
    "week": "The week, Monday to Sunday, that ends with the Sunday.",
    "without_number": "How others spoke of it without a number: unquantified, none_reported.",
}

_OF_ONE_SHAPE: Mapping[str, str] = {
    "CityTotal.sundays": "Number of Sundays with anything published about the city.",
    "GroupLine.documented": "Documented detentions of the group; null where records do not tell.",
    "GroupLine.people": "Different people among them; null likewise.",
    "Headline.kind": "printed, names_on_list, sum_of_places or sum_of_events.",
    "Matrix.cities": "The cities that the cells stand for, by name.",
    "PrintedOrdinalLine.source": "Id of the source.",
    "RegionLine.code": "ISO 3166-2 code; empty for an area.",
    "RegionLine.detentions": "Published detentions in the region; null for an area.",
    "RegionLine.kind": "region, or area for one that no sum contains.",
    "Reported.figures": "Every published figure of the day: all places, measures and groups.",
    "Sunday.events": "The published events of the day.",
    "Cell.events": "The published events of the day in the city.",
    "WeekDay.printed": "Every published figure of a day before the Sunday; the Sunday's are in its"
    " `reported`.",
    "Sunday.reported": "Reported figures; null where nobody gave any.",
    "Cell.reported": "Reported figures; null where nobody gave any.",
    "SundayLine.cities": "Number of cities with anything published.",
}


def component(kind: str) -> str:
    """Return the name of the schema of a kind of record: ReportedCount for reported-counts."""
    singular = {"cities": "city"}.get(kind, kind.removesuffix("s"))
    return "".join(part.capitalize() for part in singular.split("-"))


def of_tally(shape: type[Any], key: str) -> Words:
    """Return what a key of a tally means; empty where nobody has said so yet."""
    own = _OF_ONE_SHAPE.get(f"{shape.__name__}.{key}")
    if own:
        return own
    for name, resource in _SHARED:
        if name == shape.__name__ and (words := _of_record(resource, key)):
            return words
    return _KEYS.get(key, "")


def first_sentences(shape: type[Any]) -> str:
    """Return what a tally is: the first paragraph of its docstring, on one line."""
    paragraph = (shape.__doc__ or "").strip().partition("\n\n")[0]
    return " ".join(paragraph.split())


def _of_record(resource: Resource, key: str) -> Words:
    for field in resource.fields:
        if isinstance(field, Field) and field.key == key:
            return field.help_text
    return ""
