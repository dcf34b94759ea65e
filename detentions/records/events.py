"""Gatherings."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from detentions.public.models import (
    PublicEvent,
    PublicEventCircumstance,
    PublicEventName,
    PublicEventSeries,
)
from detentions.records.documents import citations
from detentions.records.resource import Resource
from detentions.records.shape import Related, column, columns, or_blank, reference

EVENTS = Resource(
    "events",
    PublicEvent,
    (
        *columns(PublicEvent, "id", "version", "slug", "name", "kind", "authorisation"),
        or_blank(column(PublicEvent, "status")),
        Related(
            "series",
            _("The series that it belongs to; null where it stands alone."),
            PublicEventSeries,
            columns(PublicEventSeries, "slug", "name", "weekday", "first_date"),
            own="series_id",
            other="id",
            order=("id",),
            many=False,
        ),
        *reference(PublicEvent, "city", "cities"),
        *reference(PublicEvent, "region", "regions"),
        *columns(PublicEvent, "place_detail", "date", "start_time", "end_date", "end_time"),
        column(PublicEvent, "description"),
        Related(
            "names",
            _("Other names that it was printed under."),
            PublicEventName,
            (
                *columns(PublicEventName, "name", "language"),
                column(PublicEventName, "source_id", "source"),
            ),
            own="id",
            other="event_id",
            order=("language", "name"),
        ),
        Related(
            "circumstances",
            _("What the authorities did around it."),
            PublicEventCircumstance,
            columns(PublicEventCircumstance, "kind", "start_time", "detail"),
            own="id",
            other="event_id",
            order=("start_time", "kind", "detail"),
        ),
        citations("event_id"),
    ),
    orderings=("date",),
)
