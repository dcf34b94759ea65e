"""The data version: its row is the lock that orders all writes, its number what readers see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction

from detentions.entry.errors import BusyError
from detentions.models import DataVersion

# As long as SQLite waits (settings); PostgreSQL would wait for ever.
PATIENCE = "20s"
_LOCK_NOT_AVAILABLE = "55P03"


@contextmanager
def in_turn() -> Iterator[None]:
    """Open a transaction and take the lock that orders all writes, held until it ends.

    Raises BusyError where another write holds the lock for too long.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(transaction.atomic())
            lock()
        except OperationalError as error:
            if _is_taken(error):
                raise BusyError from error
            raise
        yield


def lock() -> None:
    """Take the lock that orders all writes; held until the caller's transaction ends."""
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
    DataVersion.objects.get_or_create(pk=1)
    DataVersion.objects.select_for_update().get(pk=1)


def use_up() -> int:
    """Raise the data version by one and return it; the caller holds the lock."""
    row = DataVersion.objects.get(pk=1)
    row.number += 1
    row.save(update_fields=["number"])
    return row.number


def note_publication(at: datetime) -> None:
    """Remember that something was put before the public; the caller holds the lock."""
    DataVersion.objects.update(published_at=at)


def _is_taken(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "pgcode", None)
    return code == _LOCK_NOT_AVAILABLE or "database is locked" in str(error)
