"""Every Sunday, one Sunday, and one city on one Sunday."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from detentions import records, tallies
from detentions.pages import answers, arrange, asking, rules, sentences
from detentions.pages.slices import sliced
from detentions.tallies import Rule
from detentions.tallies.shapes import Cell, Sunday

SUNDAYS_A_PAGE = 40
CITIES_A_PAGE = 8


@answers.page
def every(request: HttpRequest, form: str = answers.HTML) -> HttpResponse:
    """List every Sunday: number, headline and range, documented, cities, journalists."""
    asking.only(request, asking.RULE, *([asking.PAGE] if form == answers.HTML else []))
    rule = asking.rule(request)
    index = tallies.sundays(today=timezone.localdate(), rule=rule)
    if form != answers.HTML:
        return answers.as_data(form, "sundays", index)
    shown = sliced(request, index.sundays[::-1], SUNDAYS_A_PAGE)
    context = {
        "section": "sundays",
        "page": index,
        "sundays": shown,
        "longest": arrange.longest(shown.rows),
        "rule": rules.switch(request, rule),
        "query": rules.query(rule),
        "here": answers.siblings("sundays", "sundays/", query=rules.query(rule)),
    }
    return render(request, "pages/sundays.html", context)


@answers.page
def one(request: HttpRequest, day: dt.date, form: str = answers.HTML) -> HttpResponse:
    """Show one Sunday; another weekday leads to the Sunday that ends its week."""
    asking.only(request, asking.RULE, *([asking.PAGE] if form == answers.HTML else []))
    rule, today = asking.rule(request), timezone.localdate()
    try:
        page = tallies.sunday(day, today=today, rule=rule)
    except tallies.NotASundayError as other:
        return _to_sunday(request, other)
    if form != answers.HTML:
        return answers.as_data(form, f"sundays-{day}", page)
    context = _day_context(request, page, rule, today)
    context["slice"] = sliced(request, page.cities, CITIES_A_PAGE)
    context["cities"] = arrange.city_rows(page, context["slice"].rows)
    context["regions"] = arrange.region_rows(page)
    context["here"] = answers.siblings("sunday", f"sundays/{day}/", day, query=rules.query(rule))
    return render(request, "pages/sunday.html", context)


@answers.page
def cell(request: HttpRequest, day: dt.date, city: str, form: str = answers.HTML) -> HttpResponse:
    """Show one city on one Sunday; another weekday leads to the Sunday that ends its week."""
    asking.only(request, asking.RULE)
    rule, today = asking.rule(request), timezone.localdate()
    try:
        page = tallies.cell(day, city, today=today, rule=rule)
    except tallies.NotASundayError as other:
        return _to_sunday(request, other)
    if form != answers.HTML:
        return answers.as_data(form, f"sundays-{day}-{city}", page)
    context = _day_context(request, page, rule, today)
    query = rules.query(rule)
    context["here"] = answers.siblings("cell", f"sundays/{day}/{city}/", day, city, query=query)
    return render(request, "pages/cell.html", context)


def _day_context(
    request: HttpRequest, page: Sunday | Cell, rule: Rule, today: dt.date
) -> dict[str, Any]:
    day = arrange.arranged(page)
    counted = {ledger.headline.organisation for ledger in day.ledgers if ledger.headline}
    return {
        "section": "sundays",
        "page": page,
        "day": day,
        "gatherings": records.EVENTS.by_id((row.line.id for row in day.events), today=today),
        "quote": sentences.quote(page),
        "rule": rules.switch(request, rule, counted),
        "query": rules.query(rule),
    }


def _to_sunday(request: HttpRequest, other: tallies.NotASundayError) -> HttpResponse:
    match = request.resolver_match
    if other.sunday is None or match is None:
        raise Http404
    address = reverse(match.view_name, kwargs={**match.kwargs, "day": other.sunday})
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{address}?{query}" if query else address)
