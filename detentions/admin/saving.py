"""What a validated form says, as the values and child rows that `entry` takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.forms import BaseForm

from detentions import entry
from detentions.admin.values import OF_THE_WRITER
from detentions.models.base import Record

Row = dict[str, Any]


def save(form: Any, formsets: Iterable[Any], *, by: User) -> Record:
    """Enter or change the record that a form and its formsets describe, as one write.

    Passes on every refusal of `entry`.
    """
    record: Record = form.instance
    parts = _parts(formsets)
    reason = form.cleaned_data.get("change_reason", "")
    if record._state.adding:
        return entry.create(type(record), by=by, values=_values(form), parts=parts, reason=reason)
    touched = set(form.changed_data) | form.derived
    return entry.change(
        record,
        by=by,
        revision=form.cleaned_data["opened_revision"],
        values={name: value for name, value in _values(form).items() if name in touched},
        parts=parts,
        reason=reason,
    )


def adopt(shown: Record, stored: Record) -> None:
    """Make the instance that Django goes on with the record as it was stored."""
    for column in stored._meta.concrete_fields:
        setattr(shown, column.attname, getattr(stored, column.attname))
    shown._state.adding, shown._state.db = False, stored._state.db


def _values(form: BaseForm, *, without: str = "") -> Row:
    model: Any = form.instance  # type: ignore[attr-defined]
    columns = {column.name for column in model._meta.concrete_fields} - OF_THE_WRITER - {without}
    return {
        name: form.cleaned_data[name]
        for name in form.fields
        if name in columns and name in form.cleaned_data
    }


def _parts(formsets: Iterable[Any]) -> dict[str, list[Row]]:
    return {
        formset.fk.remote_field.get_accessor_name(): _rows(formset)
        for formset in formsets
        if formset.has_changed()
    }


def _rows(formset: Any) -> list[Row]:
    """Return all rows that shall be there after the save.

    A row goes only where somebody marked it. Rows that the form does not show were added by
    somebody else after it was opened, and stay.
    """
    rows: list[Row] = []
    shown = set()
    for form in formset.forms:
        pk = form.instance.pk
        shown.add(pk)
        if form in formset.deleted_forms or not (pk or form.has_changed()):
            continue
        values = _values(form, without=formset.fk.name) if form.has_changed() else {}
        rows.append({"id": pk, **values} if pk else values)
    return [{"id": row.pk} for row in formset.stored if row.pk not in shown] + rows
