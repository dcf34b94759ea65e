"""The public views of figures, custody, citations and tallies as models."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions import models as casework
from detentions.public.columns import PublicView, like, ref, row_key, text


class PublicCountable(PublicView):
    """What a detention is counted by; for the writer, who alone may read it on PostgreSQL."""

    id = like(casework.Detention, "id", key=True)
    date = like(casework.Detention, "date")
    city_id = ref(_("Id of the city."))
    detainee_id = ref(_("Id of the detainee."))
    detained_by = like(casework.Detention, "detained_by")
    sex = like(casework.Detainee, "sex")
    last_step = like(casework.CustodyEvent, "kind")

    class Meta(PublicView.Meta):
        db_table = "public_countable"


class PublicCustodyEvent(PublicView):
    """A dated step of a published detention."""

    id = row_key()
    detention_id = ref(_("Id of the detention."))
    kind = like(casework.CustodyEvent, "kind")
    date = like(casework.CustodyEvent, "date")
    time = like(casework.CustodyEvent, "time")
    order = like(casework.CustodyEvent, "order")
    days = like(casework.CustodyEvent, "days")
    amount = like(casework.CustodyEvent, "amount")
    currency = like(casework.CustodyEvent, "currency")
    article = like(casework.CustodyEvent, "article")
    code_edition = like(casework.CustodyEvent, "code_edition")
    source_id = ref(_("Id of the source that says so."), null=True)
    locator = like(casework.CustodyEvent, "locator")
    quote = like(casework.CustodyEvent, "quote")

    class Meta(PublicView.Meta):
        db_table = "public_custody_events"


class PublicCitation(PublicView):
    """Where a published source supports a published event or detention."""

    id = row_key()
    source_id = ref(_("Id of the source; none of a confidential one."), null=True)
    source_confidential = like(casework.Source, "confidential")
    event_id = ref(_("Id of the event that it supports."), null=True)
    detention_id = ref(_("Id of the detention that it supports."), null=True)
    locator = like(casework.Citation, "locator")
    quote = like(casework.Citation, "quote")
    accessed_on = like(casework.Citation, "accessed_on")

    class Meta(PublicView.Meta):
        db_table = "public_citations"


class PublicReportedCount(PublicView):
    """A published figure, with who gave it and where it is printed."""

    id = like(casework.ReportedCount, "id", key=True)
    version = like(casework.ReportedCount, "version")
    organisation_id = ref(_("Id of the organisation that counted."))
    organisation_slug = text(_("Slug of the organisation that counted."))
    organisation_name = text(_("Name of the organisation that counted."))
    organisation_rank = like(casework.Organisation, "rank")
    counts_towards_headlines = like(casework.Organisation, "counts_towards_headlines")
    source_id = ref(_("Id of the source that prints it; none of a confidential one."), null=True)
    source_confidential = like(casework.Source, "confidential")
    source_title = like(casework.Source, "title")
    source_url = like(casework.Source, "url")
    publisher_name = text(_("Name of the publisher of the source."))
    origin_name = text(_("Name of the publisher of what that source repeats."))
    locator = like(casework.ReportedCount, "locator")
    date = like(casework.ReportedCount, "date")
    city_id = ref(_("Id of the city that was counted."), null=True)
    city_slug = text(_("Slug of the city that was counted."))
    city_name = text(_("Name of the city that was counted."))
    city_region_id = ref(_("Id of the region of that city."), null=True)
    region_id = ref(_("Id of the region that was counted."), null=True)
    region_slug = text(_("Slug of the region that was counted."))
    region_name = text(_("Name of the region that was counted."))
    region_kind = like(casework.Region, "kind")
    event_id = ref(_("Id of the event that was counted."), null=True)
    event_slug = text(_("Slug of the event that was counted."))
    event_name = text(_("Name of the event that was counted."))
    event_kind = like(casework.Event, "kind")
    event_authorisation = like(casework.Event, "authorisation")
    measure = like(casework.ReportedCount, "measure")
    group = like(casework.ReportedCount, "group")
    qualifier = like(casework.ReportedCount, "qualifier")
    low = like(casework.ReportedCount, "low")
    high = like(casework.ReportedCount, "high")
    phrase = like(casework.ReportedCount, "phrase")
    language = like(casework.ReportedCount, "language")
    as_of = like(casework.ReportedCount, "as_of")
    as_of_precision = like(casework.ReportedCount, "as_of_precision")
    as_of_text = like(casework.ReportedCount, "as_of_text")
    remark = like(casework.ReportedCount, "remark")
    supersedes_id = ref(_("Id of the figure that it replaces."), null=True)
    superseded = models.BooleanField(help_text=_("Whether a later figure replaces it."))

    class Meta(PublicView.Meta):
        db_table = "public_reported_counts"


class PublicTally(PublicView):
    """Documented detentions of a day or week, in one city or all, in one breakdown."""

    id = row_key()
    period = like(casework.Tally, "period")
    start = like(casework.Tally, "start")
    city_id = like(casework.Tally, "city_id")
    city_slug = text(_("Slug of the city; empty for the whole country."))
    dimension = like(casework.Tally, "dimension")
    value = like(casework.Tally, "value")
    detentions = like(casework.Tally, "detentions")
    people = like(casework.Tally, "people")
    new_people = like(casework.Tally, "new_people")

    class Meta(PublicView.Meta):
        db_table = "public_tallies"
