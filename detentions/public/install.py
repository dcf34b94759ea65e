"""Puts the public views into a database and gives the public role its rights."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

from detentions.public import roles

DEFINITIONS = Path(__file__).with_name("views.sql")
# Read in order, a page at a time: an index's order does not get through a security barrier, so
# that PostgreSQL would sort all rows for each page. The row security of `roles` covers them.
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
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for name, _statement in reversed(statements()):
            cursor.execute(f"DROP VIEW IF EXISTS {name}")
        if roles.is_set_up(connection):
            _run(connection, roles.open_statements(connection))


def create_views(connection: BaseDatabaseWrapper) -> None:
    """Put up every public view as `views.sql` defines it, at once for whoever reads them.

    On PostgreSQL they belong to the door's role where `grant_public` has made it, and each that
    is not paged is a security barrier: what a reader asks is put to no row that the view hides.
    """
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        drop_views(connection)
        for name, statement in statements():
            has_barrier = connection.vendor == "postgresql" and name not in PAGED
            barrier = " WITH (security_barrier)" if has_barrier else ""
            cursor.execute(
                statement.replace(f"CREATE VIEW {name} AS", f"CREATE VIEW {name}{barrier} AS")
            )
        if roles.is_set_up(connection):
            _run(connection, roles.close_statements(statements()))


def grant(role: str) -> list[str]:
    """Let a role read the public views and nothing else; return the statements that ran.

    Raises NotSupportedError on SQLite, which has no roles, and for a role that no grant can
    hold back; ProgrammingError when the role does not exist or roles cannot be made.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if connection.vendor != "postgresql":
        raise NotSupportedError(
            _("Roles exist on PostgreSQL alone; on SQLite the public handle is read-only.")
        )
    roles.refuse_the_unbound(connection, role)
    with transaction.atomic():
        ran = roles.set_up_statements(connection)
        _run(connection, ran)
        create_views(connection)
        _run(connection, readers := roles.reader_statements(role))
        views = roles.readable([name for name, _text in statements()])
        roles.refuse_other_rights(connection, role, views)
    return [*ran, *roles.close_statements(statements()), *readers]


def _run(connection: BaseDatabaseWrapper, wanted: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in wanted:
            cursor.execute(statement)


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
