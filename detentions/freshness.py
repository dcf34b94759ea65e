"""One rule for how long a public answer is true: until the data version or the day changes.

The day counts as well, because a detention without an outcome becomes "status unknown" as
days pass, without any change to the data. A third part is the code that rendered the answer.
Nothing private moves any of the three, so an ETag tells an outsider nothing.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Final

from cachetools import LRUCache
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.http import parse_etags

from detentions.public.router import PUBLIC_ALIAS
from detentions.public.version import data_version, newest_version

CACHE_CONTROL: Final = "public, max-age=30, stale-while-revalidate=300, stale-if-error=86400"
# Seconds until it is worth asking again when the database does not answer.
RETRY_AFTER: Final = "10"
_DATABASE_AWAY: Final = (OperationalError, InterfaceError)
_MEGABYTE: Final = 1024 * 1024
_STAFF_OR_STATIC: Final = ("/admin/", "/static/", "/healthz", "/readyz", "/metrics")

Handler = Callable[[HttpRequest], HttpResponse]
# The data version and the day that an answer is true for, and what was asked.
State = tuple[int, dt.date, str]


class RememberedAnswers:
    """Rendered answers of this process; those not asked for the longest make room for new ones.

    The room is counted in bytes, because whoever asks for ever new addresses fills it.
    """

    def __init__(self, room: int) -> None:
        self._kept: LRUCache[State, tuple[bytes, dict[str, str]]] = LRUCache(room, _size)
        self._lock = Lock()

    def get(self, state: State) -> HttpResponse | None:
        """Return an answer that the caller may change, or None."""
        with self._lock:
            kept = self._kept.get(state)
        return None if kept is None else HttpResponse(kept[0], headers=kept[1])

    def keep(self, state: State, response: HttpResponse) -> None:
        """Remember an answer, unless it alone has no room."""
        kept = response.content, dict(response.headers)
        if _size(kept) <= self._kept.maxsize:
            with self._lock:
                self._kept[state] = kept


class FreshnessMiddleware:
    """Answers 304, or from memory, or renders within one snapshot of the data."""

    def __init__(self, get_response: Handler) -> None:
        self._get_response = get_response
        self._remembered = RememberedAnswers(settings.PAGE_CACHE_MB * _MEGABYTE)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve a public GET or HEAD as freshly as the data; leave all else alone."""
        if request.method not in {"GET", "HEAD"} or request.path_info.startswith(_STAFF_OR_STATIC):
            return self._get_response(request)
        if (state := _state(request)) is None:
            return self._get_response(request)
        known = request.headers.get("If-None-Match")
        # A proxy that compresses an answer weakens its tag.
        tags = {tag.removeprefix("W/") for tag in parse_etags(known)} if known else ()
        if tags and (etag := _etag(state)) in tags:
            return _headed(HttpResponseNotModified(), etag)
        response = self._remembered.get(state) or self._render(request, state[2])
        if "*" in tags and "ETag" in response.headers:
            # Any answer will do, but only rendering tells whether there is one.
            return _headed(HttpResponseNotModified(), response.headers["ETag"])
        return response

    def _render(self, request: HttpRequest, key: str) -> HttpResponse:
        try:
            # One transaction, so that the version and everything counted belong together.
            with transaction.atomic(using=PUBLIC_ALIAS):
                state = data_version(), timezone.localdate(), key
                response = self._get_response(request)
        except _DATABASE_AWAY:
            return self._get_response(request)
        if response.status_code != 200 or response.streaming or response.cookies:
            return response
        _headed(response, _etag(state))
        self._remembered.keep(state, response)
        return response


def _state(request: HttpRequest) -> State | None:
    """Return what an answer would be true for now; None where the request cannot be answered.

    The view meets the same trouble then, and is answered for it as any other.
    """
    try:
        key = _key(request)
        return newest_version(), timezone.localdate(), key
    except (DisallowedHost, *_DATABASE_AWAY):
        return None


def _size(kept: tuple[bytes, dict[str, str]]) -> int:
    return len(kept[0])


def _key(request: HttpRequest) -> str:
    query = "&".join(sorted(request.META.get("QUERY_STRING", "").split("&")))
    return "\n".join(
        (
            request.scheme or "",
            request.get_host(),
            request.path,
            query,
            request.headers.get("Accept", "") if request.path.startswith("/api/") else "",
        )
    )


def _etag(state: State) -> str:
    version, day, key = state
    digest = hashlib.sha256(f"{code_digest()}\n{key}".encode()).hexdigest()[:16]
    return f'"{version}-{day:%Y%m%d}-{digest}"'


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
