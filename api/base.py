"""What all views of the API have in common."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api import problems
from api.schema.operations import Operation
from detentions.filters import check_names

METHODS = "GET, HEAD, OPTIONS"
# What a browser that asks before it reads is told, and no more.
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Authorization, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class View(APIView):
    """A read-only view. Its words are English, whatever the reader's language."""

    http_method_names = ["get", "head", "options"]
    # Query parameters that the view takes.
    parameters: tuple[str, ...] = ()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer in English."""
        with translation.override("en"):
            return super().dispatch(request, *args, **kwargs)

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Response:
        """Say which methods there are, to browsers that ask before they read; and no more."""
        return Response(status=204, headers=PREFLIGHT)

    def operation(self) -> Operation:
        """Return what reading the address gives, for the OpenAPI document."""
        raise NotImplementedError

    def check(self, request: Request) -> None:
        """Refuse every parameter that the view does not take."""
        check_names(request.query_params, self.parameters)

    @property
    def today(self) -> dt.date:
        """The local day on which the request is answered."""
        return timezone.localdate()


class Nothing(View):
    """Answers for every address that is none of the API's."""

    schema = None

    def get(self, request: Request, rest: str) -> HttpResponseBase:
        """Lead to the address with a slash where that is one of ours; else there is nothing."""
        if not rest.endswith("/") and _is_address(f"{request.path_info}/"):
            query = request.META.get("QUERY_STRING", "")
            target = f"{request.path}/" + (f"?{query}" if query else "")
            redirect = HttpResponsePermanentRedirect(target)
            redirect.status_code = 308
            del redirect.headers["Content-Type"]
            return redirect
        return problems.response(404)


def _is_address(path: str) -> bool:
    try:
        view = resolve(path).func
    except Resolver404:
        return False
    return getattr(view, "cls", None) is not Nothing
