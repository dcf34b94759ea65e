"""Pages of words: how figures are made, and who makes them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from detentions.pages import answers, asking


@answers.page
def methodology(request: HttpRequest) -> HttpResponse:
    """How figures are made: the rules of counting, each under its number."""
    asking.only(request)
    return render(request, "pages/methodology.html", {"section": "methodology"})


@answers.page
def about(request: HttpRequest) -> HttpResponse:
    """What this is, its licence, and whose data it builds on."""
    asking.only(request)
    return render(request, "pages/about.html", {})
