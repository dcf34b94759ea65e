"""The OpenAPI document, and its reader, which needs no script."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from rest_framework.request import Request
from rest_framework.response import Response

from api import problems
from api.base import View
from api.schema import reader
from api.schema.operations import Operation
from detentions.filters import BadParametersError, check_names


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI document. It depends on the code alone, so it is made once."""
    with translation.override("en"):
        generator: Any = SchemaGenerator
        made: dict[str, Any] = generator().get_schema(request=None, public=True)
    return made


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


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Answer with the document as a page for readers, made of the document alone."""
    with translation.override("en"):
        try:
            check_names(request.GET, ())
        except BadParametersError as bad:
            return problems.outside(400, **problems.bad_parameters(bad))
        context = {"manual": reader.manual(document()), "problems": problems.KINDS}
        return render(request, "api/docs.html", context)
