"""Sundays against cities, in full."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from detentions import tallies
from detentions.pages import answers, arrange, asking, rules


@answers.page
def matrix(request: HttpRequest, form: str = answers.HTML) -> HttpResponse:
    """Show what was reported and documented of every city on every Sunday."""
    asking.only(request, asking.RULE)
    rule = asking.rule(request)
    page = tallies.matrix(today=timezone.localdate(), rule=rule)
    if form != answers.HTML:
        return answers.as_data(form, "matrix", page)
    context = {
        "section": "matrix",
        "page": page,
        "rows": arrange.matrix_rows(page),
        "rule": rules.switch(request, rule),
        "query": rules.query(rule),
        "here": answers.siblings("matrix", "matrix/", query=rules.query(rule)),
    }
    return render(request, "pages/matrix.html", context)
