"""The roles of the door on PostgreSQL: who owns the views, who may read them, who logs in.

`tracker_door` owns the views and sees published rows alone, by row security on the tables: what a
reader asks is put to no other row, however the planner turns the question. `tracker_readers` may
read the views. Whoever serves the public logs in as a member of it. Both outlive the views, so that
a migration puts everything back as it was (docs/decisions/0012).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.db import NotSupportedError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

DOOR, READERS = "tracker_door", "tracker_readers"

# What the writer counts the tally table from, and no page reads: it tells the sex of a single
# person, which leaves the casework with a public name alone.
OF_THE_WRITER = frozenset({"public_countable"})

_PUBLISHED = "state = 'published'"
# Which rows a view without a barrier of its own may be made of.
_VISIBLE = {
    "detentions_detention": _PUBLISHED,
    "detentions_event": _PUBLISHED,
    "detentions_reportedcount": _PUBLISHED,
    "detentions_source": _PUBLISHED,
    "detentions_detainee": "EXISTS (SELECT 1 FROM detentions_detention t"
    " WHERE t.detainee_id = detentions_detainee.id AND t.state = 'published')",
}
_TABLE = re.compile(r"\bdetentions_[a-z]+")


def is_set_up(connection: BaseDatabaseWrapper) -> bool:
    """Whether the server has the door's role, and we may hand views to it; never on SQLite."""
    if connection.vendor != "postgresql" or not _exists(connection, DOOR):
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_has_role(CURRENT_USER, %s, 'MEMBER')", [DOOR])
        (is_member,) = cursor.fetchone()
        return bool(is_member)


def set_up_statements(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the SQL that makes the two roles where they are missing, and their rights."""
    made = [
        f"CREATE ROLE {role} NOLOGIN" for role in (DOOR, READERS) if not _exists(connection, role)
    ]
    database = connection.ops.quote_name(connection.settings_dict["NAME"])
    return [
        *made,
        # Whoever migrates puts the views up, so has to be able to hand them over.
        f"GRANT {DOOR} TO {_quoted(_owner(connection))}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"REVOKE TEMPORARY ON DATABASE {database} FROM PUBLIC",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {DOOR}",
        f"GRANT USAGE ON SCHEMA public TO {READERS}",
    ]


def close_statements(views: list[tuple[str, str]]) -> list[str]:
    """Return the SQL that hands the views to the door, and shows the door what is published.

    `views` are (name, CREATE statement).
    """
    tables = sorted({table for _name, text in views for table in _TABLE.findall(text)})
    names = ", ".join(readable([name for name, _text in views]))
    statements = [
        # Before anything of them changes: a vacuum at work on one of them would wait for us, and
        # we for it.
        f"LOCK TABLE {', '.join(_VISIBLE)} IN ACCESS EXCLUSIVE MODE",
        f"GRANT SELECT ON {', '.join(tables)} TO {DOOR}",
    ]
    for table, condition in _VISIBLE.items():
        statements += [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            # Whoever else has rights on the table keeps them.
            f"CREATE POLICY staff ON {table} USING (true)",
            f"CREATE POLICY door ON {table} AS RESTRICTIVE FOR SELECT TO {DOOR}"
            f" USING ({condition})",
        ]
    statements += [f"ALTER VIEW {name} OWNER TO {DOOR}" for name, _text in views]
    return [*statements, f"GRANT SELECT ON {names} TO {READERS}"]


def readable(views: Sequence[str]) -> list[str]:
    """Return the names of those views that readers may ask."""
    return [name for name in views if name not in OF_THE_WRITER]


def open_statements(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the SQL that takes the policies away, so that a migration may change the tables.

    All that are there are meant, those of an earlier version of the program too.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_policies"
            " WHERE schemaname = 'public' AND policyname = 'door' ORDER BY tablename"
        )
        tables = [table for (table,) in cursor]
    return [
        statement
        for table in tables
        for statement in (
            f"DROP POLICY door ON {table}",
            f"DROP POLICY IF EXISTS staff ON {table}",
            f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
        )
    ]


def reader_statements(role: str) -> list[str]:
    """Return the SQL that makes a role a reader of the views and of nothing else."""
    quoted = _quoted(role)
    return [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {quoted}",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {quoted}",
        f"REVOKE ALL ON SCHEMA public FROM {quoted}",
        f"GRANT {READERS} TO {quoted}",
        f"ALTER ROLE {quoted} SET default_transaction_read_only = on",
    ]


def refuse_the_unbound(connection: BaseDatabaseWrapper, role: str) -> None:
    """Raise NotSupportedError for a role that no grant can hold back."""
    if role in {_owner(connection), _current(connection)}:
        raise NotSupportedError(
            _("%(role)s owns or administers the casework. Name a role of its own for the public.")
            % {"role": role}
        )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = %s", [role]
        )
        found = cursor.fetchone() or (False, False, False)
    unbound = ("SUPERUSER", "BYPASSRLS", "CREATEROLE")
    remedy = [f"NO{name}" for name, has in zip(unbound, found, strict=True) if has]
    if remedy:
        raise NotSupportedError(
            _("%(role)s could get around every grant. Make it harmless first: %(statement)s")
            % {"role": role, "statement": f"ALTER ROLE {_quoted(role)} {' '.join(remedy)};"}
        )


def refuse_other_rights(connection: BaseDatabaseWrapper, role: str, views: Sequence[str]) -> None:
    """Raise NotSupportedError where the role may read anything but the views, by whatever way."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT relname = ANY(%s)"
            " AND has_any_column_privilege(%s, oid, 'SELECT, INSERT, UPDATE') ORDER BY relname",
            [list(views), role],
        )
        readable = [name for (name,) in cursor]
    if readable:
        raise NotSupportedError(
            _(
                "%(role)s may reach %(tables)s all the same: by a right given to PUBLIC, or by "
                "another role that it is a member of. Revoke that first; nothing was granted."
            )
            % {"role": role, "tables": ", ".join(readable)}
        )


def reaches_casework(connection: BaseDatabaseWrapper) -> bool:
    """Whether whoever is logged in may read a table of the casework; SQLite is not asked."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p') AND relname LIKE 'detentions%%'"
            " AND has_any_column_privilege(oid, 'SELECT'))"
        )
        (found,) = cursor.fetchone()
        return bool(found)


def _current(connection: BaseDatabaseWrapper) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_USER")
        (name,) = cursor.fetchone()
        return str(name)


def _owner(connection: BaseDatabaseWrapper) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableowner FROM pg_tables WHERE tablename = 'detentions_detainee'")
        (owner,) = cursor.fetchone()
        return str(owner)


def _quoted(role: str) -> str:
    return '"' + role.replace('"', '""') + '"'


def _exists(connection: BaseDatabaseWrapper, role: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None
