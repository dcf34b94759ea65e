"""The OpenAPI document, the manual made of it, which needs no script, and a console."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_http_methods
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response

from api import problems
from api.base import PREFLIGHT, View
from api.schema import reader
from api.schema.operations import Operation
from detentions.filters import BadParametersError, check_names
from detentions.problem_details import KINDS

Page = Callable[..., HttpResponse]


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI document. It depends on the code alone, so it is made once."""
    with translation.override("en"):
        generator: Any = SchemaGenerator
        made: dict[str, Any] = generator().get_schema(request=None, public=True)
    return made


@cache
def manual() -> reader.Manual:
    """Return the document in the words of the manual."""
    return reader.manual(document())


def page(view: Page) -> Page:
    """Make a view one of the manual's pages: in English, read only, without parameters."""

    @require_http_methods(["GET", "HEAD", "OPTIONS"])
    @wraps(view)
    def answered(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        """Answer with the page, or with what is wrong with the request."""
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers=PREFLIGHT)
        with translation.override("en"):
            try:
                check_names(request.GET, ())
            except BadParametersError as bad:
                return problems.outside(400, **bad.members())
            return view(request, *args, **kwargs)

    return answered


class OpenAPI(View):
    """The document for programs."""

    def get(self, request: Request) -> Response:
        """Return the document."""
        self.check(request)
        return Response(document())

    def operation(self) -> Operation:
        """Return what the document is."""
        return Operation(
            id="schema",
            tag="about",
            summary="The OpenAPI document",
            description="This document: OpenAPI 3.1, generated from the code that answers.",
            answer=lambda _components: {"type": "object"},
        )


@page
def docs(request: HttpRequest) -> HttpResponse:
    """Answer with the manual's first page: what is common, and where everything is."""
    return render(request, "api/docs.html", {"manual": manual(), "problems": KINDS})


@page
def group(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with the addresses of one group: their parameters and answers."""
    addresses = dict(manual().groups).get(name)
    if addresses is None:
        return problems.outside(404)
    return render(request, "api/group.html", {"group": name, "addresses": addresses})


@page
def schema(request: HttpRequest, name: str) -> HttpResponse:
    """Answer with the keys of one schema."""
    for component in manual().components:
        if component.name == name:
            return render(request, "api/schema.html", {"component": component})
    return problems.outside(404)


@page
def console(request: HttpRequest) -> HttpResponse:
    """Answer with the page on which requests are tried."""
    return render(request, "api/console.html")
