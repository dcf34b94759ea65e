"""The number of the newest public state, read as cheaply as a request can afford."""

from __future__ import annotations

from typing import Any

from django.db import InterfaceError, OperationalError, connections

from detentions.public.router import PUBLIC_ALIAS


def data_version() -> int:
    """Return the data version that the public connection sees now; 0 before any record."""
    return int(_value("number") or 0)


def is_demonstration() -> bool:
    """Tell whether the public data is the demonstration's: individual records are invented."""
    return bool(_value("demonstration"))


def _value(column: str) -> Any:
    """Read from the one row, on a new connection where the old one was cut meanwhile.

    Each request asks here first, so that the question is also the check of the connection, which
    would otherwise take a question of its own.
    """
    connection = connections[PUBLIC_ALIAS]
    try:
        return _asked(connection, column)
    except (OperationalError, InterfaceError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return _asked(connection, column)


def _asked(connection: Any, column: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM public_data_version")  # noqa: S608
        row = cursor.fetchone()
    return row[0] if row else None
