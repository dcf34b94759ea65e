"""The first page: the latest Sunday, all Sundays in short, cities, and what was published last."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from detentions import records, tallies
from detentions.pages import answers, arrange, asking
from detentions.tallies import Rule

# Half a year; the index has all.
SUNDAYS = 26
CITIES = 12
PUBLISHED_LAST = 6


@answers.page
def home(request: HttpRequest) -> HttpResponse:
    """Show the latest Sunday first, then how it compares."""
    asking.only(request)
    today = timezone.localdate()
    index = tallies.sundays(today=today, rule=Rule())
    lately = records.REPORTED_COUNTS.all().reverse()[:PUBLISHED_LAST]
    shown = index.sundays[: -SUNDAYS - 1 : -1]
    context = {
        "page": index,
        "latest": index.sundays[-1] if index.sundays else None,
        "sundays": shown,
        "longest": arrange.longest(shown),
        "cities": tallies.cities(today=today, rule=Rule()).cities,
        "status": tallies.status(),
        "lately": records.REPORTED_COUNTS.rows(lately, today=today),
    }
    return render(request, "pages/home.html", context)
