"""What is answered where a page has nothing to give, in the form that was asked for.

A reader gets a page. A program that asked for `.json` gets the API's problem details, and one
that asked for `.csv` the same in plain text, so that neither takes a page for its data.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from detentions.freshness import RETRY_AFTER
from detentions.problem_details import MEDIA_TYPE, document


def told(
    request: HttpRequest, status: int, page: Callable[[], str], **problem: Any
) -> HttpResponse:
    """Answer with a status: the page for readers, the problem's document for programs."""
    suffix = request.path.rpartition(".")[2]
    if suffix == "json":
        return JsonResponse(
            document(status, **problem),
            status=status,
            content_type=MEDIA_TYPE,
            json_dumps_params={"ensure_ascii": False},
        )
    if suffix == "csv":
        text = "\n".join([*_lines(document(status, **problem)), ""])
        return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    return HttpResponse(page(), status=status)


def _lines(problem: dict[str, Any]) -> Iterator[str]:
    yield f"{problem['status']} {problem['title']}"
    yield problem["detail"]
    for error in problem["errors"]:
        allowed = ", ".join(error["allowed"]) or "no parameters"
        yield f"{error['parameter']}={error['value']}: {error['detail']} Allowed: {allowed}"


def malformed(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for a request that cannot be read; it may be for a host that is not ours."""
    return told(request, 400, lambda: render_to_string("400.html"))


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for an address with nothing behind it, and say what the exception says of it."""
    said = exception.args[0] if exception.args else ""
    detail = said if isinstance(said, str) else ""
    return told(
        request,
        404,
        lambda: render_to_string("404.html", {"detail": detail}, request),
        detail=detail,
    )


def fault(request: HttpRequest) -> HttpResponse:
    """Answer for an exception that nothing caught: 503 when the database is away, else 500.

    Neither page asks anything of the database, nor tells what the exception says.
    """
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return told(request, 500, lambda: render_to_string("500.html"))
    answer = told(request, 503, lambda: render_to_string("503.html"))
    answer.headers["Retry-After"] = RETRY_AFTER
    answer.headers["Cache-Control"] = "no-store"
    return answer
