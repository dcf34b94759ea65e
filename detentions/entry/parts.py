"""The child rows that are entered with a record, as one list each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from detentions.entry import history, prepare
from detentions.entry.kinds import Kind
from detentions.entry.work import Work
from detentions.models.base import Record

Parts = Mapping[str, Sequence[Mapping[str, Any]]]


def check_names(kind: Kind, parts: Parts) -> None:
    """Raise TypeError for a list that the kind of record does not have."""
    unknown = set(parts) - set(kind.parts)
    if unknown:
        message = f"{kind.name} have no {sorted(unknown)}; they have {sorted(kind.parts)}."
        raise TypeError(message)


def replace(work: Work, kind: Kind, record: Record, parts: Parts) -> bool:
    """Make the record's child rows what the given lists say; lists not given stay.

    A row with the `id` of an existing one changes it, a row without is new, and an existing
    row that is not named is deleted. Returns whether anything changed.
    """
    touched = [_replace_one(work, kind, record, name, rows) for name, rows in parts.items()]
    return any(touched)


def _replace_one(
    work: Work, kind: Kind, record: Record, name: str, wanted: Sequence[Mapping[str, Any]]
) -> bool:
    try:
        return _replace_rows(work, kind, record, name, wanted)
    except ValidationError as error:
        raise ValidationError({name: error.messages}) from error


def _replace_rows(
    work: Work, kind: Kind, record: Record, name: str, wanted: Sequence[Mapping[str, Any]]
) -> bool:
    model, parent = kind.parts[name]
    existing = {row.pk: row for row in model._default_manager.filter(**{parent: record})}
    kept = {values["id"] for values in wanted if values.get("id")}
    history.delete(work, [row for pk, row in existing.items() if pk not in kept])
    changed = len(existing) > len(kept)
    fresh: list[Model] = []
    for values in wanted:
        row = existing.get(values.get("id")) if values.get("id") else None
        if row is None:
            fresh.append(build(model, parent, record, values))
        elif _differs(row, values):
            _assign(row, values)
            validated(row)
            row.save_base(force_update=True, raw=True)
            history.changed(work, [row])
            changed = True
    for row in fresh:
        row.validate_unique()
        row.validate_constraints()
        history.insert(work, [row])
    return changed or bool(fresh)


def build(
    model: type[Model],
    parent: str,
    record: Record,
    values: Mapping[str, Any],
    *,
    look_up: bool = True,
) -> Model:
    """Return a new, validated child row; unique constraints are left to the insert.

    Without `look_up` the database's own foreign keys check what the row refers to, which
    saves a query a row where there are many.
    """
    row = model()
    setattr(row, parent, record)
    _assign(row, values)
    prepare.part(row)
    relations = [column.name for column in row._meta.concrete_fields if column.is_relation]
    row.clean_fields(exclude=[parent] if look_up else relations)
    return row


def validated(row: Model) -> None:
    """Fill in what follows from other columns and validate the row whole."""
    prepare.part(row)
    row.full_clean()


def _assign(row: Model, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name != "id":
            row._meta.get_field(name)
            setattr(row, name, value)


def _differs(row: Model, values: Mapping[str, Any]) -> bool:
    return any(getattr(row, name) != value for name, value in values.items() if name != "id")
