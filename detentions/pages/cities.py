"""Every city, and one city over all Sundays."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from detentions import tallies
from detentions.pages import answers, arrange, asking, rules
from detentions.pages.slices import sliced

CITIES_A_PAGE = 60
SUNDAYS_A_PAGE = 52
OTHER_DAYS = 20


@answers.page
def every(request: HttpRequest, form: str = answers.HTML) -> HttpResponse:
    """List every city that anything published is about."""
    asking.only(request, asking.RULE, *([asking.PAGE] if form == answers.HTML else []))
    rule = asking.rule(request)
    index = tallies.cities(today=timezone.localdate(), rule=rule)
    if form != answers.HTML:
        return answers.as_data(form, "cities", index)
    context = {
        "section": "cities",
        "page": index,
        "cities": sliced(request, index.cities, CITIES_A_PAGE),
        "rule": rules.switch(request, rule),
        "query": rules.query(rule),
        "here": answers.siblings("cities", "cities/", query=rules.query(rule)),
    }
    return render(request, "pages/cities.html", context)


@answers.page
def one(request: HttpRequest, city: str, form: str = answers.HTML) -> HttpResponse:
    """Show one city over all Sundays."""
    asking.only(request, asking.RULE, *([asking.PAGE] if form == answers.HTML else []))
    rule = asking.rule(request)
    page = tallies.city(city, today=timezone.localdate(), rule=rule)
    if form != answers.HTML:
        return answers.as_data(form, f"cities-{city}", page)
    context = {
        "section": "cities",
        "page": page,
        "sundays": sliced(request, page.sundays[::-1], SUNDAYS_A_PAGE),
        "other_days": page.other_days[::-1][:OTHER_DAYS],
        "longest": arrange.longest([*page.sundays, *page.other_days]),
        "rule": rules.switch(request, rule),
        "query": rules.query(rule),
        "here": answers.siblings("city", f"cities/{city}/", city, query=rules.query(rule)),
    }
    return render(request, "pages/city.html", context)
