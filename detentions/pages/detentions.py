"""Every documented detention, and one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from detentions import filters, records, tallies
from detentions.choices import CustodyKind, DetainedBy, Role
from detentions.pages import answers, asking, forms, lists

ORDER = lists.Order("date")
FIELDS = ("city", "role", "status", "detained_by", "date__gte", "date__lte")


@answers.page
def listed(request: HttpRequest) -> HttpResponse:
    """List documented detentions, latest first."""
    if cleaned := forms.without_blanks(request, FIELDS):
        return cleaned
    today = timezone.localdate()
    found = lists.listing(request, records.DETENTIONS, filters.DetentionFilters, ORDER, today)
    cities = tallies.cities(today=today, rule=tallies.Rule()).cities
    fields = [
        forms.chosen(request, "city", _("City"), ((city.city, city.name) for city in cities)),
        forms.chosen(request, "role", _("Role"), Role.choices),
        forms.chosen(request, "status", _("Status"), CustodyKind.choices),
        forms.chosen(request, "detained_by", _("Detained by"), DetainedBy.choices),
        forms.dated(request, "date__gte", _("From")),
        forms.dated(request, "date__lte", _("To")),
    ]
    context = {"section": "detentions", "list": found, "fields": fields}
    return render(request, "pages/detentions.html", context)


@answers.page
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show one detention: what is known, the dated steps, sources, the person's others."""
    asking.only(request)
    today = timezone.localdate()
    detention = records.DETENTIONS.one(key, today=today)
    person = records.DETAINEES.one(detention["detainee"], today=today)
    cited = {citation["source"] for citation in detention["sources"]}
    cited |= {step["source"] for step in detention["custody_events"]} - {None}
    context = {
        "section": "detentions",
        "detention": detention,
        "person": person,
        "cited": records.SOURCES.by_id(cited, today=today),
    }
    return render(request, "pages/detention.html", context)
