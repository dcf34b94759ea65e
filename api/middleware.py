"""What holds for every answer below the API's address, whoever gave it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from api.rendering import encode
from detentions.problem_details import MEDIA_TYPE, document

ROOT = "/api/"
Handler = Callable[[HttpRequest], HttpResponse]


class APIMiddleware:
    """Opens the API to pages of any origin, and makes every error a problem document.

    Errors from outside the views, such as a host that is not served or a database that does
    not answer, would otherwise be HTML. Cookies and credentials play no part in the API, so
    that any origin may read it.
    """

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and look after the answer where it is the API's."""
        response = self._get_response(request)
        if not f"{request.path_info}/".startswith(ROOT):
            return response
        if response.status_code >= 400 and not _is_problem(response):
            response.content = encode(document(response.status_code))
            response.headers["Content-Type"] = MEDIA_TYPE
            response.headers["Content-Length"] = str(len(response.content))
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Link, Location"
        return response


def _is_problem(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith(MEDIA_TYPE)
