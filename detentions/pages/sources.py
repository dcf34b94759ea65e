"""Every source, and what rests on one."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from detentions import filters, records
from detentions.choices import SourceKind
from detentions.pages import answers, asking, forms, lists

ORDER = lists.Order("version")
FIELDS = ("kind", "published_on__gte", "published_on__lte")
SUPPORTED = 40


@answers.page
def listed(request: HttpRequest) -> HttpResponse:
    """List sources, last published here first."""
    if cleaned := forms.without_blanks(request, FIELDS):
        return cleaned
    today = timezone.localdate()
    found = lists.listing(request, records.SOURCES, filters.SourceFilters, ORDER, today)
    fields = [
        forms.chosen(request, "kind", _("Kind"), SourceKind.choices),
        forms.dated(request, "published_on__gte", _("Published from")),
        forms.dated(request, "published_on__lte", _("Published to")),
    ]
    context = {"section": "sources", "list": found, "fields": fields}
    return render(request, "pages/sources.html", context)


def _supported(resource: records.Resource, source: str, today: dt.date) -> list[records.Row]:
    """Return the latest records of one kind that rest on the source."""
    query = QueryDict(f"source={source}")
    found = filters.FILTERS[resource.name].narrow(query, resource.all(), today=today)
    return resource.rows(found.order_by("-date", "-id")[:SUPPORTED], today=today)


@answers.page
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show one source, the figures that it prints, and the records that it supports."""
    asking.only(request)
    today = timezone.localdate()
    source = records.SOURCES.one(key, today=today)
    context = {
        "section": "sources",
        "source": source,
        "figures": _supported(records.REPORTED_COUNTS, source["id"], today),
        "events": _supported(records.EVENTS, source["id"], today),
        "detentions": _supported(records.DETENTIONS, source["id"], today),
        "original": records.SOURCES.by_id({source["derived_from"]} - {None}, today=today),
    }
    return render(request, "pages/source.html", context)
