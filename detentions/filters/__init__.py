"""Narrowing lists of public records by parameters, for the pages and the API alike.

    events = EventFilters.narrow(request.GET, records.EVENTS.all(), today=today, also=["page"])

Whatever is unknown, repeated or malformed raises BadParametersError, which says of each
parameter what it would take.
"""

from detentions.filters.problems import BadParametersError, Problem, check_names, problem
from detentions.filters.sets import (
    FILTERS,
    CityFilters,
    DetaineeFilters,
    DetentionFilters,
    EventFilters,
    OrganisationFilters,
    RegionFilters,
    ReportedCountFilters,
    SourceFilters,
)
from detentions.filters.strict import StrictFilterSet, ValueFilter

__all__ = [
    "FILTERS",
    "BadParametersError",
    "CityFilters",
    "DetaineeFilters",
    "DetentionFilters",
    "EventFilters",
    "OrganisationFilters",
    "Problem",
    "RegionFilters",
    "ReportedCountFilters",
    "SourceFilters",
    "StrictFilterSet",
    "ValueFilter",
    "check_names",
    "problem",
]
