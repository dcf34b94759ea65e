"""Figures that organisations gave."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions.public.models import PublicReportedCount
from detentions.records import values
from detentions.records.resource import Resource
from detentions.records.shape import Field, column, columns, made, or_blank, reference

PLACE_KINDS = (
    ("country", _("whole country")),
    ("region", _("region of the country")),
    ("area", _("other area that sources count over")),
    ("city", _("city")),
)

_TEXT = Field(
    "text",
    models.CharField(help_text=_("The figure in words, with its hedge: “at least 6”.")),
    (),
)
_PLACE_KIND = Field(
    "place_kind",
    models.CharField(choices=PLACE_KINDS, help_text=_("What sort of place was counted.")),
    (),
)

REPORTED_COUNTS = Resource(
    "reported-counts",
    PublicReportedCount,
    (
        *columns(PublicReportedCount, "id", "version"),
        *reference(PublicReportedCount, "organisation", "organisations"),
        *columns(PublicReportedCount, "organisation_rank", "counts_towards_headlines", "date"),
        made(_PLACE_KIND, values.place_kind, "city_id", "region_kind"),
        *reference(PublicReportedCount, "city", "cities"),
        *reference(PublicReportedCount, "region", "regions"),
        *reference(PublicReportedCount, "event", "events"),
        or_blank(column(PublicReportedCount, "event_kind")),
        or_blank(column(PublicReportedCount, "event_authorisation")),
        *columns(PublicReportedCount, "measure", "group"),
        *columns(PublicReportedCount, "qualifier", "low", "high"),
        made(_TEXT, values.text, "qualifier", "low", "high"),
        *columns(PublicReportedCount, "phrase", "language"),
        *columns(PublicReportedCount, "as_of", "as_of_precision", "as_of_text", "remark"),
        column(PublicReportedCount, "source_id", "source", "sources"),
        made(
            column(PublicReportedCount, "source_title"),
            values.source_title,
            *("source_title", "source_confidential"),
        ),
        *columns(PublicReportedCount, "source_url", "source_confidential", "publisher_name"),
        *columns(PublicReportedCount, "origin_name", "locator"),
        column(PublicReportedCount, "supersedes_id", "supersedes", "reported-counts"),
        column(PublicReportedCount, "superseded"),
    ),
    orderings=("date",),
)
