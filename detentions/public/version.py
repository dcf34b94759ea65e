"""The number of the newest public state, read as cheaply as a request can afford."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

from django.db import InterfaceError, OperationalError, connections

from detentions.public.router import PUBLIC_ALIAS


def newest_version() -> int:
    """Return the data version before anything else is asked; 0 before any record.

    Asked on the driver's own cursor, as Django does where it checks a connection: what Django's
    would cost on top is a tenth of the time in which a remembered page is answered.
    """
    return int(_on_a_living_connection(_asked_of_the_driver) or 0)


def data_version() -> int:
    """Return the data version that the public connection sees now; 0 before any record."""
    return int(_on_a_living_connection(lambda connection: _asked(connection, "number")) or 0)


def is_demonstration() -> bool:
    """Tell whether the public data is the demonstration's: individual records are invented."""
    return bool(_on_a_living_connection(lambda connection: _asked(connection, "demonstration")))


def _on_a_living_connection(ask: Callable[[Any], Any]) -> Any:
    """Ask on a new connection where the old one was cut meanwhile.

    Each request asks here first, so that the question is also the check of the connection, which
    would otherwise take a question of its own.
    """
    connection = connections[PUBLIC_ALIAS]
    try:
        return ask(connection)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return ask(connection)


def _asked(connection: Any, column: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM public_data_version")  # noqa: S608
        return _only(cursor.fetchone())


def _asked_of_the_driver(connection: Any) -> Any:
    connection.ensure_connection()
    with connection.wrap_database_errors, closing(connection.connection.cursor()) as cursor:
        cursor.execute("SELECT number FROM public_data_version")
        return _only(cursor.fetchone())


def _only(row: tuple[Any, ...] | None) -> Any:
    return row[0] if row else None
