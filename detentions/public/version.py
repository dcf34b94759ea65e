"""The number of the newest public state, read as cheaply as a request can afford."""

from __future__ import annotations

from django.db import connections

from detentions.public.router import PUBLIC_ALIAS


def data_version() -> int:
    """Return the data version that the public connection sees now; 0 before any record."""
    with connections[PUBLIC_ALIAS].cursor() as cursor:
        cursor.execute("SELECT number FROM public_data_version")
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def is_demonstration() -> bool:
    """Tell whether the public data is the demonstration's: individual records are invented."""
    with connections[PUBLIC_ALIAS].cursor() as cursor:
        cursor.execute("SELECT demonstration FROM public_data_version")
        row = cursor.fetchone()
    return bool(row and row[0])
