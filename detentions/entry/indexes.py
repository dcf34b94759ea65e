"""Indexes set aside while millions of rows come in: built at the end, they cost a third."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model

# Name and statement of every index that no constraint rests on.
_LISTED = {
    "sqlite": """
        SELECT name, sql FROM sqlite_master
        WHERE type = 'index' AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE %%'
          AND tbl_name = %s ORDER BY name
    """,
    "postgresql": """
        SELECT indexname, indexdef FROM pg_indexes
        WHERE schemaname = current_schema AND indexdef NOT LIKE 'CREATE UNIQUE %%'
          AND tablename = %s ORDER BY indexname
    """,
}


@contextmanager
def set_aside(models: Collection[type[Model]]) -> Iterator[None]:
    """Take the indexes of the tables down and put them up again, in the caller's transaction.

    Foreign keys are checked with each statement meanwhile: PostgreSQL builds no index on a
    table of which something is still to be checked.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        found: list[tuple[str, str]] = []
        for model in models:
            cursor.execute(_LISTED[connection.vendor], [model._meta.db_table])
            found += cursor.fetchall()
        for name, _statement in found:
            cursor.execute(f'DROP INDEX "{name}"')
        yield
        for _name, statement in found:
            cursor.execute(statement)
