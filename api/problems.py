"""Errors as RFC 9457 problem documents, for everything below the API's address."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.response import Response

from api.rendering import encode
from detentions.filters import BadParametersError
from detentions.freshness import RETRY_AFTER
from detentions.records import RecordGoneError, RecordMissingError
from detentions.tallies import NotASundayError, UnknownCityError

MEDIA_TYPE = "application/problem+json"
DOCS = "/api/v1/docs/"
logger = logging.getLogger(__name__)

# What `type` ends in, for each status: the part of the documentation that explains it.
KINDS: Mapping[int, tuple[str, str]] = {
    308: ("merged", "Merged into another record"),
    400: ("bad-parameters", "Parameters that cannot be taken"),
    404: ("not-found", "Nothing there"),
    405: ("not-allowed", "Read only"),
    406: ("not-acceptable", "Only JSON"),
    410: ("withdrawn", "Withdrawn"),
    500: ("fault", "A fault of ours"),
    503: ("unavailable", "The database does not answer"),
}
_DETAILS: Mapping[int, str] = {
    400: "The request cannot be read.",
    404: "There is nothing at this address. The index at /api/v1/ lists what there is.",
    405: "The API is read only: GET, HEAD and OPTIONS.",
    406: "The API answers in application/json.",
    500: "The request could not be answered because of a fault of ours, which has been logged.",
    503: "The database does not answer at the moment. Ask again after Retry-After seconds.",
}


def document(status: int, detail: str = "", **more: Any) -> dict[str, Any]:
    """Return the problem document of a status, with members beyond those that all have."""
    kind, title = KINDS.get(status, ("", HTTPStatus(status).phrase))
    return {
        "type": f"{DOCS}#problem-{kind}" if kind else "about:blank",
        "title": title,
        "status": status,
        "detail": detail or _DETAILS.get(status, ""),
        "errors": [],
        **more,
    }


def response(status: int, detail: str = "", **more: Any) -> Response:
    """Return a problem as a view's answer."""
    return Response(document(status, detail, **more), status=status, content_type=MEDIA_TYPE)


def outside(status: int, detail: str = "", **more: Any) -> HttpResponse:
    """Return a problem as the answer of something that is no view of the REST framework."""
    body = encode(document(status, detail, **more))
    return HttpResponse(body, status=status, content_type=MEDIA_TYPE)


def handle(exception: Exception, context: Mapping[str, Any]) -> Response:
    """Return the problem that an exception in a view stands for; 500 for one not foreseen."""
    match exception:
        case BadParametersError():
            return response(400, **bad_parameters(exception))
        case RecordGoneError():
            return _gone(exception, context)
        case NotASundayError(sunday=sunday):
            here = {"sunday": sunday.isoformat() if sunday else None}
            return response(404, f"{exception} `sunday` is that of its week.", **here)
        case UnknownCityError():
            return response(404, str(exception))
        case RecordMissingError():
            return response(404, "There is no such record.")
        case Http404():
            return response(404)
        case PermissionDenied():
            return response(403)
        case SuspiciousOperation():
            return response(400)
        case exceptions.APIException():
            return response(exception.status_code)
    return _fault(exception)


def _fault(exception: Exception) -> Response:
    # Neither the address nor the parameters are logged: they may hold a name.
    if isinstance(exception, OperationalError | InterfaceError):
        logger.error("The database does not answer", exc_info=exception)
        unavailable = response(503)
        unavailable.headers["Retry-After"] = RETRY_AFTER
        return unavailable
    logger.error("A fault in the API", exc_info=exception)
    return response(500)


def bad_parameters(bad: BadParametersError) -> dict[str, Any]:
    """Return the members of the problem that parameters make which cannot be taken."""
    errors = [
        {
            "parameter": problem.parameter,
            "value": problem.value,
            "detail": problem.detail,
            "allowed": problem.allowed,
        }
        for problem in bad.problems
    ]
    named = ", ".join(problem.parameter for problem in bad.problems)
    return {"detail": f"These parameters cannot be taken: {named}.", "errors": errors}


def _gone(gone: RecordGoneError, context: Mapping[str, Any]) -> Response:
    if not gone.successor:
        return response(410, "The record was withdrawn.", withdrawn_at=gone.at)
    merged = response(
        308, "The record was merged into another, which carries it on.", successor=gone.successor
    )
    request = context["request"]
    base = request.path.rstrip("/").rpartition("/")[0]
    query = request.META.get("QUERY_STRING", "")
    location = f"{base}/{gone.successor}/" + (f"?{query}" if query else "")
    merged.headers["Location"] = request.build_absolute_uri(location)
    return merged
