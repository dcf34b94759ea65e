"""The public views as models: all that pages, API, downloads and feeds can name."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from detentions import models as casework
from detentions.public.columns import PublicView, like, ref, row_key, text
from detentions.public.ledger import (
    PublicCitation,
    PublicCountable,
    PublicCustodyEvent,
    PublicReportedCount,
    PublicTally,
)
from detentions.public.people import (
    PublicDetainee,
    PublicDetaineeName,
    PublicDetention,
    PublicDetentionRole,
)

__all__ = [
    "PublicChange",
    "PublicCitation",
    "PublicCity",
    "PublicCityName",
    "PublicCountable",
    "PublicCustodyEvent",
    "PublicDataVersion",
    "PublicDetainee",
    "PublicDetaineeName",
    "PublicDetention",
    "PublicDetentionRole",
    "PublicEvent",
    "PublicEventCircumstance",
    "PublicEventName",
    "PublicEventSeries",
    "PublicFormerSlug",
    "PublicOrganisation",
    "PublicPrintedOrdinal",
    "PublicRegion",
    "PublicRegionName",
    "PublicReportedCount",
    "PublicSource",
    "PublicTally",
]


class PublicDataVersion(PublicView):
    """The number of the newest public state."""

    id = like(casework.DataVersion, "id", key=True)
    number = like(casework.DataVersion, "number")
    published_at = like(casework.DataVersion, "published_at")
    demonstration = like(casework.DataVersion, "demonstration")

    class Meta(PublicView.Meta):
        db_table = "public_data_version"


class PublicChange(PublicView):
    """What happened to one record in one data version."""

    id = row_key()
    version = like(casework.Change, "version")
    kind = like(casework.Change, "kind")
    record_id = like(casework.Change, "record_id")
    action = like(casework.Change, "action")
    successor_id = like(casework.Change, "successor_id")
    at = like(casework.Change, "at")

    class Meta(PublicView.Meta):
        db_table = "public_changes"


class PublicFormerSlug(PublicView):
    """The slug of a withdrawn record, known again by its digest alone."""

    id = row_key()
    kind = like(casework.FormerSlug, "kind")
    digest = like(casework.FormerSlug, "digest")
    record_id = like(casework.FormerSlug, "record_id")

    class Meta(PublicView.Meta):
        db_table = "public_former_slugs"


class PublicRegion(PublicView):
    """A region of the country, or another area that sources count over."""

    id = like(casework.Region, "id", key=True)
    version = like(casework.Region, "version")
    slug = like(casework.Region, "slug")
    code = like(casework.Region, "code")
    kind = like(casework.Region, "kind")
    name = like(casework.Region, "name")

    class Meta(PublicView.Meta):
        db_table = "public_regions"


class PublicRegionName(PublicView):
    """A name of a region."""

    id = row_key()
    region_id = ref(_("The region that bears the name."))
    name = like(casework.RegionName, "name")
    language = like(casework.RegionName, "language")
    script = like(casework.RegionName, "script")
    key = like(casework.RegionName, "key")
    displayed = like(casework.RegionName, "displayed")

    class Meta(PublicView.Meta):
        db_table = "public_region_names"


class PublicCity(PublicView):
    """A settlement."""

    id = like(casework.City, "id", key=True)
    version = like(casework.City, "version")
    slug = like(casework.City, "slug")
    name = like(casework.City, "name")
    region_id = ref(_("Id of its region."), null=True)
    region_slug = text(_("Slug of its region."))
    region_code = text(_("ISO 3166-2 code of its region."))
    region_name = text(_("Name of its region."))
    latitude = like(casework.City, "latitude")
    longitude = like(casework.City, "longitude")
    population = like(casework.City, "population")
    geonames_id = like(casework.City, "geonames_id")
    wikidata_id = like(casework.City, "wikidata_id")

    class Meta(PublicView.Meta):
        db_table = "public_cities"


class PublicCityName(PublicView):
    """A name of a city."""

    id = row_key()
    city_id = ref(_("The city that bears the name."))
    name = like(casework.CityName, "name")
    language = like(casework.CityName, "language")
    script = like(casework.CityName, "script")
    key = like(casework.CityName, "key")
    displayed = like(casework.CityName, "displayed")

    class Meta(PublicView.Meta):
        db_table = "public_city_names"


class PublicOrganisation(PublicView):
    """A body whose figures or documents are public."""

    id = like(casework.Organisation, "id", key=True)
    version = like(casework.Organisation, "version")
    slug = like(casework.Organisation, "slug")
    name = like(casework.Organisation, "name")
    short_name = like(casework.Organisation, "short_name")
    kind = like(casework.Organisation, "kind")
    rank = like(casework.Organisation, "rank")
    counts_towards_headlines = like(casework.Organisation, "counts_towards_headlines")
    url = like(casework.Organisation, "url")

    class Meta(PublicView.Meta):
        db_table = "public_organisations"


class PublicSource(PublicView):
    """A published document; what rests on a confidential one says so itself."""

    id = like(casework.Source, "id", key=True)
    version = like(casework.Source, "version")
    title = like(casework.Source, "title")
    publisher_id = ref(_("Id of the organisation that published it."), null=True)
    publisher_slug = text(_("Slug of the organisation that published it."))
    publisher_name = text(_("Name of the organisation that published it."))
    kind = like(casework.Source, "kind")
    language = like(casework.Source, "language")
    url = like(casework.Source, "url")
    archived_url = like(casework.Source, "archived_url")
    published_on = like(casework.Source, "published_on")
    accessed_on = like(casework.Source, "accessed_on")
    derived_from_id = ref(_("Id of the source that it repeats."), null=True)
    origin_name = text(_("Name of the publisher of the source that it repeats."))

    class Meta(PublicView.Meta):
        db_table = "public_sources"


class PublicEventSeries(PublicView):
    """Gatherings that return on a weekday."""

    id = like(casework.EventSeries, "id", key=True)
    version = like(casework.EventSeries, "version")
    slug = like(casework.EventSeries, "slug")
    name = like(casework.EventSeries, "name")
    weekday = like(casework.EventSeries, "weekday")
    first_date = like(casework.EventSeries, "first_date")

    class Meta(PublicView.Meta):
        db_table = "public_event_series"


class PublicPrintedOrdinal(PublicView):
    """How a source itself numbered a day."""

    id = row_key()
    series_id = ref(_("Id of the series."))
    date = like(casework.PrintedOrdinal, "date")
    phrase = like(casework.PrintedOrdinal, "phrase")
    source_id = ref(_("Id of the source."))

    class Meta(PublicView.Meta):
        db_table = "public_printed_ordinals"


class PublicEvent(PublicView):
    """A published gathering."""

    id = like(casework.Event, "id", key=True)
    version = like(casework.Event, "version")
    slug = like(casework.Event, "slug")
    name = like(casework.Event, "name")
    kind = like(casework.Event, "kind")
    authorisation = like(casework.Event, "authorisation")
    status = like(casework.Event, "status")
    series_id = ref(_("Id of its series."), null=True)
    city_id = ref(_("Id of its city."))
    city_slug = text(_("Slug of its city."))
    city_name = text(_("Name of its city."))
    region_id = ref(_("Id of the region of its city."), null=True)
    region_slug = text(_("Slug of the region of its city; empty where it has none."))
    region_name = text(_("Name of the region of its city."))
    place_detail = like(casework.Event, "place_detail")
    date = like(casework.Event, "date")
    start_time = like(casework.Event, "start_time")
    end_date = like(casework.Event, "end_date")
    end_time = like(casework.Event, "end_time")
    description = like(casework.Event, "description")

    class Meta(PublicView.Meta):
        db_table = "public_events"


class PublicEventName(PublicView):
    """Another printed name of an event."""

    id = row_key()
    event_id = ref(_("Id of the event."))
    name = like(casework.EventName, "name")
    language = like(casework.EventName, "language")
    source_id = ref(_("Id of the source that prints it."), null=True)

    class Meta(PublicView.Meta):
        db_table = "public_event_names"


class PublicEventCircumstance(PublicView):
    """What the authorities did around an event."""

    id = row_key()
    event_id = ref(_("Id of the event."))
    kind = like(casework.EventCircumstance, "kind")
    start_time = like(casework.EventCircumstance, "start_time")
    detail = like(casework.EventCircumstance, "detail")

    class Meta(PublicView.Meta):
        db_table = "public_event_circumstances"
