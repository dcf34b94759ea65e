"""The filters of each kind of record, named like the keys of its records.

Where a filter says nothing of its own, it means what the key of that name means.
"""

from __future__ import annotations

from detentions import records
from detentions.choices import (
    Authorisation,
    CustodyKind,
    DetainedBy,
    EventKind,
    EventStatus,
    Force,
    Group,
    Measure,
    NamePublication,
    OrganisationKind,
    Qualifier,
    RegionKind,
    Role,
    SourceKind,
)
from detentions.filters import conditions, words
from detentions.filters.strict import ConditionFilter, StrictFilterSet, ValueFilter, several
from detentions.filters.values import (
    Date,
    Flag,
    Key,
    Language,
    Named,
    Number,
    Several,
    Sunday,
    Word,
)
from detentions.quantities import LARGEST


class RecordFilters(StrictFilterSet):
    """What every list can be narrowed by."""

    changed_after = ValueFilter(Number(), "version", "gt", help_text=words.CHANGED_AFTER)
    id__in = several(Key(), "id")


class _Dated(RecordFilters):
    date = ValueFilter(Date(), "date")
    date__gte = ValueFilter(Date(), "date", "gte")
    date__lte = ValueFilter(Date(), "date", "lte")
    date__in = several(Date(), "date")
    sunday = ValueFilter(Sunday(), "date", help_text=words.SUNDAY)
    sunday__in = several(Sunday(), "date", help_text=words.SUNDAY)
    city = ValueFilter(Named(records.CITIES), "city_id")
    city__in = several(Named(records.CITIES), "city_id")


class RegionFilters(RecordFilters):
    """The filters of regions."""

    kind = ValueFilter(Word(RegionKind.values), "kind")


class CityFilters(RecordFilters):
    """The filters of cities."""

    region = ValueFilter(Named(records.REGIONS), "region_id")
    region__in = several(Named(records.REGIONS), "region_id")
    population__gte = ValueFilter(Number(most=LARGEST), "population", "gte")
    population__lte = ValueFilter(Number(most=LARGEST), "population", "lte")
    geonames_id = ValueFilter(Number(most=LARGEST), "geonames_id")
    wikidata_id = ValueFilter(Key(), "wikidata_id")


class OrganisationFilters(RecordFilters):
    """The filters of organisations."""

    kind = ValueFilter(Word(OrganisationKind.values), "kind")
    kind__in = several(Word(OrganisationKind.values), "kind")
    counts_towards_headlines = ValueFilter(Flag(), "counts_towards_headlines")


class SourceFilters(RecordFilters):
    """The filters of sources."""

    publisher = ValueFilter(Named(records.ORGANISATIONS), "publisher_id")
    publisher__in = several(Named(records.ORGANISATIONS), "publisher_id")
    kind = ValueFilter(Word(SourceKind.values), "kind")
    kind__in = several(Word(SourceKind.values), "kind")
    language = ValueFilter(Language(), "language")
    language__in = several(Language(), "language")
    published_on__gte = ValueFilter(Date(), "published_on", "gte")
    published_on__lte = ValueFilter(Date(), "published_on", "lte")
    derived_from = ValueFilter(Named(records.SOURCES), "derived_from_id")


class EventFilters(_Dated):
    """The filters of events."""

    region = ConditionFilter(Named(records.REGIONS), conditions.in_region)
    region__in = ConditionFilter(Several(Named(records.REGIONS)), conditions.in_regions)
    kind = ValueFilter(Word(EventKind.values), "kind")
    kind__in = several(Word(EventKind.values), "kind")
    authorisation = ValueFilter(Word(Authorisation.values), "authorisation")
    authorisation__in = several(Word(Authorisation.values), "authorisation")
    status = ValueFilter(Word(EventStatus.values), "status")
    status__in = several(Word(EventStatus.values), "status")
    source = ConditionFilter(
        Named(records.SOURCES), conditions.event_citing, help_text=words.SOURCE
    )


class DetaineeFilters(RecordFilters):
    """The filters of detainees: by nothing that a name publication could hide."""

    name_publication = ValueFilter(Word(NamePublication.values), "name_publication")
    name_publication__in = several(Word(NamePublication.values), "name_publication")


class DetentionFilters(_Dated):
    """The filters of detentions."""

    region = ConditionFilter(Named(records.REGIONS), conditions.in_region)
    region__in = ConditionFilter(Several(Named(records.REGIONS)), conditions.in_regions)
    event = ValueFilter(Named(records.EVENTS), "event_id")
    event__in = several(Named(records.EVENTS), "event_id")
    detainee = ValueFilter(Named(records.DETAINEES), "detainee_id")
    role = ConditionFilter(Word(Role.values), conditions.in_role, help_text=words.ROLE)
    role__in = ConditionFilter(
        Several(Word(Role.values)), conditions.in_roles, help_text=words.ROLE
    )
    status = ConditionFilter(Word(CustodyKind.values), conditions.of_status)
    status__in = ConditionFilter(Several(Word(CustodyKind.values)), conditions.of_statuses)
    detained_by = ValueFilter(Word(DetainedBy.values), "detained_by")
    detained_by__in = several(Word(DetainedBy.values), "detained_by")
    force_used = ValueFilter(Word(Force.values), "force_used")
    name_publication = ValueFilter(Word(NamePublication.values), "name_publication")
    name_publication__in = several(Word(NamePublication.values), "name_publication")
    source = ConditionFilter(
        Named(records.SOURCES), conditions.detention_citing, help_text=words.SOURCE
    )


class ReportedCountFilters(_Dated):
    """The filters of reported counts."""

    organisation = ValueFilter(Named(records.ORGANISATIONS), "organisation_id")
    organisation__in = several(Named(records.ORGANISATIONS), "organisation_id")
    counts_towards_headlines = ValueFilter(Flag(), "counts_towards_headlines")
    place_kind = ConditionFilter(
        Word(kind for kind, _label in records.PLACE_KINDS), conditions.of_place_kind
    )
    region = ValueFilter(Named(records.REGIONS), "region_id", help_text=words.COUNTED_REGION)
    region__in = several(Named(records.REGIONS), "region_id", help_text=words.COUNTED_REGION)
    event = ValueFilter(Named(records.EVENTS), "event_id")
    event__in = several(Named(records.EVENTS), "event_id")
    event_kind = ValueFilter(Word(EventKind.values), "event_kind")
    event_kind__in = several(Word(EventKind.values), "event_kind")
    event_authorisation = ValueFilter(Word(Authorisation.values), "event_authorisation")
    measure = ValueFilter(Word(Measure.values), "measure")
    measure__in = several(Word(Measure.values), "measure")
    group = ValueFilter(Word(Group.values), "group")
    group__in = several(Word(Group.values), "group")
    qualifier = ValueFilter(Word(Qualifier.values), "qualifier")
    qualifier__in = several(Word(Qualifier.values), "qualifier")
    low__gte = ValueFilter(Number(most=LARGEST), "low", "gte")
    low__lte = ValueFilter(Number(most=LARGEST), "low", "lte")
    high__gte = ValueFilter(Number(most=LARGEST), "high", "gte")
    high__lte = ValueFilter(Number(most=LARGEST), "high", "lte")
    language = ValueFilter(Language(), "language")
    language__in = several(Language(), "language")
    source = ValueFilter(Named(records.SOURCES), "source_id")
    superseded = ValueFilter(Flag(), "superseded")


FILTERS: dict[str, type[StrictFilterSet]] = {
    "cities": CityFilters,
    "regions": RegionFilters,
    "organisations": OrganisationFilters,
    "sources": SourceFilters,
    "events": EventFilters,
    "detainees": DetaineeFilters,
    "detentions": DetentionFilters,
    "reported-counts": ReportedCountFilters,
}
