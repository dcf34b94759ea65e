"""Rows and their history: who, when and why, for every row that `entry` writes.

History is written here and not by signals, because a compare-and-set update and a bulk
insert send none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Model

from detentions.entry.work import Work

_BATCH = 500
_CREATED, _CHANGED, _DELETED = "+", "~", "-"


def insert(work: Work, rows: Sequence[Model]) -> None:
    """Insert rows of one model, each with its first history row."""
    if rows:
        model: Any = type(rows[0])
        model._default_manager.bulk_create(rows, batch_size=_BATCH)
        _record(work, rows, _CREATED)


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
