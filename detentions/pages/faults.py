"""What a reader sees when a request fails: our fault, or a database that does not answer."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template.loader import render_to_string

from detentions.freshness import RETRY_AFTER


def fault(request: HttpRequest) -> HttpResponse:
    """Answer for an exception that nothing caught: 503 when the database is away, else 500.

    Neither page asks anything of the database, nor tells what the exception says.
    """
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return HttpResponseServerError(render_to_string("500.html"))
    return HttpResponse(
        render_to_string("503.html"),
        status=503,
        headers={"Retry-After": RETRY_AFTER, "Cache-Control": "no-store"},
    )
