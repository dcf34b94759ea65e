"""Errors for programs, as RFC 9457 "problem details": one shape for the API and the pages' data.

In English, as the API is: a program compares `type`, and its author reads the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

MEDIA_TYPE: Final = "application/problem+json"
DOCS: Final = "/api/v1/docs/"

# What `type` ends in, for each status: the part of the documentation that explains it.
KINDS: Final[Mapping[int, tuple[str, str]]] = {
    308: ("merged", "Merged into another record"),
    400: ("bad-parameters", "Parameters that cannot be taken"),
    404: ("not-found", "Nothing there"),
    405: ("not-allowed", "Read only"),
    406: ("not-acceptable", "Only JSON"),
    410: ("withdrawn", "Withdrawn"),
    500: ("fault", "A fault of ours"),
    503: ("unavailable", "The database does not answer"),
}
_DETAILS: Final[Mapping[int, str]] = {
    400: "The request cannot be read.",
    404: "There is nothing at this address. The index at /api/v1/ lists what there is.",
    405: "The API is read only: GET, HEAD and OPTIONS.",
    406: "The API answers in application/json.",
    410: "The record was withdrawn.",
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
