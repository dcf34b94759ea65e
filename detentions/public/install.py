"""Puts the public views into a database and gives the public role its rights."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

DEFINITIONS = Path(__file__).with_name("views.sql")
# Read in order, a page at a time. PostgreSQL sorts all rows of a security barrier for each page,
# because an index's order does not get through it (docs/decisions/0008).
PAGED = frozenset(
    {
        "public_detainees",
        "public_detentions",
        "public_events",
        "public_reported_counts",
        "public_sources",
    }
)
_CREATE = re.compile(r"CREATE VIEW (\w+) AS")


def statements() -> list[tuple[str, str]]:
    """Return every view as (name, CREATE statement), in order of use."""
    text = re.sub(r"--[^\n]*", "", DEFINITIONS.read_text(encoding="utf-8"))
    parts = (part.strip() for part in text.split(";"))
    return [(_name_of(part), part) for part in parts if part]


def drop_views(connection: BaseDatabaseWrapper) -> None:
    """Take every public view down, so that the tables below may change."""
    with connection.cursor() as cursor:
        for name, _statement in reversed(statements()):
            cursor.execute(f"DROP VIEW IF EXISTS {name}")


def create_views(connection: BaseDatabaseWrapper) -> None:
    """Put up every public view as `views.sql` defines it.

    On PostgreSQL each that is not paged is a security barrier: a condition that the public
    role writes is applied after the view's own, so that no error message can tell of a
    hidden row.
    """
    drop_views(connection)
    with connection.cursor() as cursor:
        for name, statement in statements():
            has_barrier = connection.vendor == "postgresql" and name not in PAGED
            barrier = " WITH (security_barrier)" if has_barrier else ""
            cursor.execute(
                statement.replace(f"CREATE VIEW {name} AS", f"CREATE VIEW {name}{barrier} AS")
            )


def grant_statements(role: str) -> list[str]:
    """Return the SQL that lets a PostgreSQL role read the public views and nothing else.

    New tables stay closed, because nothing is granted by default; new views need the
    command again after an upgrade.
    """
    quoted = '"' + role.replace('"', '""') + '"'
    views = ", ".join(name for name, _statement in statements())
    return [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {quoted}",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {quoted}",
        f"REVOKE CREATE ON SCHEMA public FROM PUBLIC, {quoted}",
        f"GRANT USAGE ON SCHEMA public TO {quoted}",
        f"GRANT SELECT ON {views} TO {quoted}",
        f"ALTER ROLE {quoted} SET default_transaction_read_only = on",
    ]


def grant(role: str) -> list[str]:
    """Give the role its rights on the casework database; return the statements that ran.

    Raises NotSupportedError on SQLite, which has no roles, and ProgrammingError when the
    role does not exist.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        message = "Roles exist on PostgreSQL alone; on SQLite the public handle is read-only."
        raise NotSupportedError(message)
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in grant_statements(role):
            cursor.execute(statement)
    return grant_statements(role)


def before_migration(using: str, plan: list[Any], **_signal: Any) -> None:
    """Take the views down when there is something to migrate."""
    if plan and using == DEFAULT_DB_ALIAS:
        drop_views(connections[using])


def after_migration(using: str, **_signal: Any) -> None:
    """Put the views up again."""
    if using == DEFAULT_DB_ALIAS:
        create_views(connections[using])


def _name_of(statement: str) -> str:
    match = _CREATE.match(statement)
    if match is None:
        message = f"views.sql holds a statement that creates no view: {statement[:60]!r}"
        raise ValueError(message)
    return match.group(1)
