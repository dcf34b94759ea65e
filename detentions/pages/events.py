"""Every event, and one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from detentions import filters, records, tallies
from detentions.choices import EventKind
from detentions.pages import answers, asking, forms, lists

ORDER = lists.Order("date")
FIGURES = 40


@answers.page
def listed(request: HttpRequest) -> HttpResponse:
    """List events, latest first."""
    if cleaned := forms.without_blanks(request, ["city", "kind", "date__gte", "date__lte"]):
        return cleaned
    today = timezone.localdate()
    found = lists.listing(request, records.EVENTS, filters.EventFilters, ORDER, today)
    cities = tallies.cities(today=today, rule=tallies.Rule()).cities
    fields = [
        forms.chosen(request, "city", _("City"), ((city.city, city.name) for city in cities)),
        forms.chosen(request, "kind", _("Kind"), EventKind.choices),
        forms.dated(request, "date__gte", _("From")),
        forms.dated(request, "date__lte", _("To")),
    ]
    context = {"section": "events", "list": found, "fields": fields}
    return render(request, "pages/events.html", context)


@answers.page
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show one event: names, circumstances, figures about it, sources."""
    asking.only(request)
    today = timezone.localdate()
    event = records.EVENTS.one(key, today=today)
    if event["slug"] != key:
        return redirect("pages:event", event["slug"], permanent=True)
    about = records.REPORTED_COUNTS.all().filter(event_id=event["id"]).order_by("low", "id")
    cited = {citation["source"] for citation in event["sources"]}
    cited |= {name["source"] for name in event["names"]} - {None}
    context = {
        "section": "events",
        "event": event,
        "figures": records.REPORTED_COUNTS.rows(about[:FIGURES], today=today),
        "cited": records.SOURCES.by_id(cited, today=today),
    }
    return render(request, "pages/event.html", context)
