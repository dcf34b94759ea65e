"""Every city, and one city over all Sundays."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from detentions import tallies
from detentions.pages import answers, arrange, asking, rules
from detentions.pages.slices import sliced
from detentions.tallies import CityIndex

CITIES_A_PAGE = 60
NAMES_A_PAGE = 160
SUNDAYS_A_PAGE = 52
OTHER_DAYS = 20


@answers.page
def every(request: HttpRequest, form: str = answers.HTML) -> HttpResponse:
    """List the cities that anything published is about, and lead to a list of the others."""
    pages = [asking.LISTED, asking.PAGE] if form == answers.HTML else []
    asking.only(request, asking.RULE, *pages)
    rule, others = asking.rule(request), asking.others(request)
    index = tallies.cities(today=timezone.localdate(), rule=rule)
    if form != answers.HTML:
        return answers.as_data(form, "cities", index)
    if others:
        return _others(request, index)
    context = {
        "section": "cities",
        "page": index,
        "cities": sliced(request, index.cities, CITIES_A_PAGE),
        "rule": rules.switch(request, rule),
        "query": rules.query(rule),
        "here": answers.siblings("cities", "cities/", query=rules.query(rule)),
    }
    return render(request, "pages/cities.html", context)


def _others(request: HttpRequest, index: CityIndex) -> HttpResponse:
    names = sliced(request, index.others, NAMES_A_PAGE)
    context = {"section": "cities", "page": index, "cities": names}
    return render(request, "pages/other_cities.html", context)


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
