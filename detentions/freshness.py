"""One rule for how long a public answer is true: until the data version or the day changes.

The day counts as well, because a detention without an outcome becomes "status unknown" as
days pass, without any change to the data. A third part is the code that rendered the answer.
Nothing private moves any of the three, so an ETag tells an outsider nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags

from detentions.public.router import PUBLIC_ALIAS
from detentions.public.version import data_version

CACHE_CONTROL: Final = "public, max-age=30, stale-while-revalidate=300, stale-if-error=86400"
# Seconds until it is worth asking again when the database does not answer.
RETRY_AFTER: Final = "10"
_CACHE: Final = "pages"
_STAFF_OR_STATIC: Final = ("/admin/", "/static/", "/healthz", "/readyz", "/metrics")

Handler = Callable[[HttpRequest], HttpResponse]


class FreshnessMiddleware:
    """Answers 304, or from the cache, or renders within one snapshot of the data."""

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve a public GET or HEAD as freshly as the data; leave all else alone."""
        if request.method not in {"GET", "HEAD"} or request.path_info.startswith(_STAFF_OR_STATIC):
            return self._get_response(request)
        try:
            key = _key(request)
            etag = _etag(data_version(), key)
        except (DisallowedHost, OperationalError, InterfaceError):
            # The view meets the same trouble, and is answered for it as any other.
            return self._get_response(request)
        if etag in parse_etags(request.headers.get("If-None-Match", "")):
            return _headed(HttpResponseNotModified(), etag)
        stored: HttpResponse | None = caches[_CACHE].get(etag)
        return stored if stored is not None else self._render(request, key)

    def _render(self, request: HttpRequest, key: str) -> HttpResponse:
        # One transaction, so that the version and everything counted belong together.
        with transaction.atomic(using=PUBLIC_ALIAS):
            etag = _etag(data_version(), key)
            response = self._get_response(request)
        if response.status_code != 200 or response.streaming or response.cookies:
            return response
        _headed(response, etag)
        # What Django hangs on a response for its test client and handlers cannot be stored.
        plain = HttpResponse(response.content, headers=dict(response.headers))
        caches[_CACHE].set(etag, plain, timeout=None)
        return response


def _key(request: HttpRequest) -> str:
    query = "&".join(sorted(request.META.get("QUERY_STRING", "").split("&")))
    return "\n".join(
        (
            request.method or "",
            request.scheme or "",
            request.get_host(),
            request.path,
            query,
            request.headers.get("Accept", "") if request.path.startswith("/api/") else "",
        )
    )


def _etag(version: int, key: str) -> str:
    digest = hashlib.sha256(f"{code_digest()}\n{key}".encode()).hexdigest()[:16]
    return f'"{version}-{timezone.localdate():%Y%m%d}-{digest}"'


def _headed(response: HttpResponse, etag: str) -> HttpResponse:
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = CACHE_CONTROL
    return response


@cache
def code_digest() -> str:
    """Return a digest of the code and templates, so that a new release is a new answer."""
    base = Path(settings.BASE_DIR)
    digest = hashlib.sha256()
    for folder in ("detentions", "api", "templates", "static", "tracker", "locale"):
        for path in sorted((base / folder).rglob("*")):
            if path.is_file() and path.suffix in {".py", ".html", ".sql", ".css", ".js", ".mo"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()
