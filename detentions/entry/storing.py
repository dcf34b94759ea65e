"""Inserting many rows that were validated already: `bulk_create` spends most of its time on them.

It prepares each value as if it might be an expression, and on SQLite sends some forty rows at a
time; a file of tens of thousands of rows holds the writers' lock meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import AutoField, Field, Model

_LOT = 500
# Values that both drivers take as they are, once a field has cleaned them.
_PLAIN = (str, int, bool, type(None))


def store(rows: Sequence[Model]) -> None:
    """Insert rows of one model; a key that the database gives is not told."""
    if not rows:
        return
    connection = connections[DEFAULT_DB_ALIAS]
    meta = type(rows[0])._meta
    fields = [field for field in meta.concrete_fields if not isinstance(field, AutoField)]
    names = ", ".join(f'"{field.column}"' for field in fields)
    marks = f"({', '.join(['%s'] * len(fields))})"
    statement = f'INSERT INTO "{meta.db_table}" ({names}) VALUES '  # noqa: S608
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _LOT):
            lot = rows[start : start + _LOT]
            values = [_prepared(row, fields, connection) for row in lot]
            if connection.vendor == "postgresql":
                together = ", ".join([marks] * len(lot))
                cursor.execute(statement + together, [cell for row in values for cell in row])
            else:
                cursor.executemany(statement + marks, values)
    for row in rows:
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS


def _prepared(row: Model, fields: Sequence[Field[Any, Any]], connection: Any) -> list[Any]:
    return [
        value
        if type(value := getattr(row, field.attname)) in _PLAIN
        else field.get_db_prep_save(value, connection)
        for field in fields
    ]
