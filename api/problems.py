"""Errors as RFC 9457 problem documents, for everything below the API's address."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.response import Response

from api.rendering import encode
from detentions.filters import BadParametersError
from detentions.freshness import RETRY_AFTER
from detentions.problem_details import MEDIA_TYPE, document
from detentions.records import CITIES, RecordGoneError, RecordMissingError
from detentions.tallies import NotASundayError, OutsideCalendarError, UnknownCityError

logger = logging.getLogger(__name__)


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
            return response(400, **exception.members())
        case RecordGoneError():
            return _gone(exception, context)
        case NotASundayError() | OutsideCalendarError() | UnknownCityError():
            return _uncounted(exception, context)
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


def _uncounted(exception: LookupError, context: Mapping[str, Any]) -> Response:
    match exception:
        case UnknownCityError():
            return _no_city(exception, context)
        case NotASundayError(sunday=sunday):
            here = {"sunday": sunday.isoformat() if sunday else None}
            return response(404, f"{exception} `sunday` is that of its week.", **here)
        case OutsideCalendarError(first=first, last=last):
            ends = {"first": first.isoformat(), "last": last.isoformat()}
            return response(404, str(exception), **ends)
    return response(404, str(exception))


def _fault(exception: Exception) -> Response:
    # Neither the address nor the parameters are logged: they may hold a name.
    if isinstance(exception, OperationalError | InterfaceError):
        logger.error("The database does not answer", exc_info=exception)
        unavailable = response(503)
        unavailable.headers["Retry-After"] = RETRY_AFTER
        return unavailable
    logger.error("A fault in the API", exc_info=exception)
    return response(500)


def _no_city(unknown: UnknownCityError, context: Mapping[str, Any]) -> Response:
    if gone := CITIES.withdrawn(unknown.slug):
        return _gone(gone, context)
    return response(404, str(unknown))


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
