"""Synthetic records for load tests, written past history and validation for speed.

Nothing here may touch somebody's work: a database with any record that the given accounts
did not enter is refused. No history row and no change entry is written, because nobody ever
asks who entered a record that a generator made; versions and tallies are as after any write.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import StringIO
from itertools import islice
from typing import Any

from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import AutoField, Model, Q
from django.utils.translation import gettext as _

from detentions import tallies
from detentions.entry.errors import NotAllowedError
from detentions.entry.indexes import set_aside
from detentions.entry.kinds import KINDS
from detentions.entry.work import writing
from detentions.models import (
    Citation,
    CustodyEvent,
    DataVersion,
    Detainee,
    Detention,
    DetentionRole,
)

_CHUNK = 20_000
_LARGE = (Detainee, Detention, DetentionRole, CustodyEvent, Citation)
Row = Sequence[Any]


class Load:
    """An open load: takes rows of database-ready values, many at a time."""

    def __init__(self, version: int) -> None:
        self.version = version
        self._connection = connections[DEFAULT_DB_ALIAS]

    def next_version(self) -> int:
        """Return the data version that the rows to come are stamped with."""
        self.version += 1
        return self.version

    def moment(self, value: datetime) -> Any:
        """Return a moment as the database stores it."""
        return self._connection.ops.adapt_datetimefield_value(value)

    def insert(self, model: type[Model], columns: Sequence[str], rows: Iterable[Row]) -> None:
        """Insert rows; columns that are not named get the default of their field."""
        rest = {
            field.column: field.get_db_prep_save(field.get_default(), self._connection)
            for field in model._meta.concrete_fields
            if field.column not in columns and not isinstance(field, AutoField)
        }
        names = ", ".join(f'"{name}"' for name in (*columns, *rest))
        target = f'"{model._meta.db_table}" ({names})'
        constants = tuple(rest.values())
        complete = ((*row, *constants) for row in rows)
        while chunk := list(islice(complete, _CHUNK)):
            self._write(target, chunk)

    def _write(self, target: str, rows: list[tuple[Any, ...]]) -> None:
        with self._connection.cursor() as cursor:
            if self._connection.vendor == "postgresql":
                text = "".join("\t".join(map(_copied, row)) + "\n" for row in rows)
                driver: Any = cursor
                driver.copy_expert(f"COPY {target} FROM STDIN", StringIO(text))
            else:
                marks = ", ".join(["%s"] * len(rows[0]))
                statement = f"INSERT INTO {target} VALUES ({marks})"  # noqa: S608
                cursor.executemany(statement, rows)


@contextmanager
def loading(*, by: User, accounts: Collection[User]) -> Iterator[Load]:
    """Open a load: all of it is written, or nothing; then tallies are counted anew.

    Raises NotAllowedError where a record was entered or changed by none of the accounts.
    """
    with writing(by) as work:
        refuse_others(accounts)
        opened = Load(DataVersion.objects.get(pk=1).number)
        with set_aside(_LARGE):
            yield opened
        DataVersion.objects.update(number=opened.version, published_at=work.at)
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            # Before the first statement that has to choose a plan for the many new rows.
            cursor.execute("ANALYZE")
        tallies.rebuild()


def refuse_others(accounts: Collection[User]) -> None:
    """Raise NotAllowedError where any record was entered or changed by none of the accounts."""
    for kind in KINDS.values():
        others = kind.model._default_manager.exclude(
            Q(entered_by__in=accounts, changed_by__in=accounts)
        )
        if others.exists():
            raise NotAllowedError(
                _("This database holds records that people entered (%(what)s).")
                % {"what": kind.model._meta.verbose_name_plural}
            )


def _copied(value: Any) -> str:
    """Write a value in PostgreSQL's COPY format; generated text needs no escape."""
    return r"\N" if value is None else str(value)
