"""Rows and their history: who, when and why, for every row that `entry` writes.

History is written here and not by signals, because a compare-and-set update and a bulk
insert send none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model

from detentions.entry.storing import store
from detentions.entry.work import Work

_BATCH = 500
_CREATED, _CHANGED, _DELETED = "+", "~", "-"


def insert(work: Work, rows: Sequence[Model]) -> None:
    """Insert rows of one model, each with its first history row."""
    if rows:
        model: Any = type(rows[0])
        model._default_manager.bulk_create(rows, batch_size=_BATCH)
        _copy(work, model, model._meta.pk, [row.pk for row in rows])


def insert_many(work: Work, rows: Sequence[Model], parent: str = "") -> None:
    """Insert many rows whose fields are clean; `parent` names who they belong to, themselves new.

    A key that the database gives is not known afterwards, so child rows are found by parent.
    """
    if rows:
        model: Any = type(rows[0])
        store(rows)
        column = model._meta.get_field(parent) if parent else model._meta.pk
        owners = dict.fromkeys(getattr(row, column.attname) for row in rows)
        _copy(work, model, column, list(owners))


def changed(work: Work, rows: Sequence[Model]) -> None:
    """Record that rows of one model were changed."""
    if rows:
        _record(work, rows, _CHANGED)


def delete(work: Work, rows: Sequence[Model]) -> None:
    """Delete rows of one model; what they were stays in the history."""
    if rows:
        model: Any = type(rows[0])
        _record(work, rows, _DELETED)
        for start in range(0, len(rows), _BATCH):
            ids = [row.pk for row in rows[start : start + _BATCH]]
            model._default_manager.filter(pk__in=ids).delete()


def _copy(work: Work, model: Any, column: Any, ids: Sequence[Any]) -> None:
    """Record rows as they have just been stored, within the database: files bring thousands."""
    past = model.history.model
    connection = connections[DEFAULT_DB_ALIAS]
    stamp = {
        "history_type": _CREATED,
        "history_date": work.at,
        "history_user": work.by.pk,
        "history_change_reason": work.reason,
    }
    fields = [past._meta.get_field(name) for name in stamp]
    said = [f.get_db_prep_save(stamp[f.name], connection) for f in fields]
    copied = ", ".join(f'"{tracked.column}"' for tracked in past.tracked_fields)
    names = ", ".join(f'"{f.column}"' for f in fields)
    with connection.cursor() as cursor:
        for start in range(0, len(ids), _BATCH):
            lot = ids[start : start + _BATCH]
            cursor.execute(
                f'INSERT INTO "{past._meta.db_table}" ({copied}, {names}) '  # noqa: S608
                f'SELECT {copied}, %s, %s, %s, %s FROM "{model._meta.db_table}" '
                f'WHERE "{column.column}" IN ({", ".join(["%s"] * len(lot))})',
                [*said, *lot],
            )


def _record(work: Work, rows: Sequence[Model], kind: str) -> None:
    model: Any = type(rows[0])
    past = model.history.model
    columns = [column.attname for column in past.tracked_fields]
    past.objects.bulk_create(
        (
            past(
                history_type=kind,
                history_date=work.at,
                history_user=work.by,
                history_change_reason=work.reason,
                **{column: getattr(row, column) for column in columns},
            )
            for row in rows
        ),
        batch_size=_BATCH,
    )
