"""Whether this process runs, and whether it can serve."""

from django.conf import settings
from django.db import DatabaseError, Error, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from detentions.public.roles import reaches_casework
from detentions.public.router import PUBLIC_ALIAS
from detentions.public.version import newest_version


def alive(request: HttpRequest) -> HttpResponse:
    """Answer 200 as long as the process answers at all."""
    return _plain("ok", 200)


def ready(request: HttpRequest) -> HttpResponse:
    """Answer 200 when both databases answer and no migration is waiting, else 503 and why.

    A public process is not ready either while its role may read more than the public views.
    """
    try:
        waiting = settings.HAS_STAFF and _migrations_wait()
    except DatabaseError:
        return _plain("the casework database does not answer", 503)
    if waiting:
        return _plain("migrations are waiting", 503)
    try:
        newest_version()
        exposed = not settings.HAS_STAFF and reaches_casework(connections[PUBLIC_ALIAS])
    except Error:
        return _plain("the public views do not answer", 503)
    if exposed:
        return _plain("the public role may read the casework: see manage.py grant_public", 503)
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
