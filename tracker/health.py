"""Whether this process runs, and whether it can serve."""

from django.conf import settings
from django.db import DatabaseError, Error, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from detentions.public.version import newest_version


def alive(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process answers at all."""
    return _plain("ok", 200)


def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when both databases answer and no migration is waiting, else 503 and why."""
    try:
        waiting = settings.HAS_STAFF and _migrations_wait()
    except DatabaseError:
        return _plain("the casework database does not answer", 503)
    if waiting:
        return _plain("migrations are waiting", 503)
    try:
        newest_version()
    except Error:
        return _plain("the public views do not answer", 503)
    return _plain("ok", 200)


def _migrations_wait() -> bool:
    executor = MigrationExecutor(connections["default"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(
        f"{text}\n",
        status=status,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )
