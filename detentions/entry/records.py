"""Entering and changing one record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from detentions.choices import PublicationState
from detentions.entry import consistency, history, rights
from detentions.entry.errors import NotReadyError, StaleRecordError
from detentions.entry.foundations import require_foundation
from detentions.entry.kinds import Kind, kind_of
from detentions.entry.parts import Parts, check_names, replace
from detentions.entry.validation import validate
from detentions.entry.work import Work, watch_record, writing
from detentions.models.base import PublishableRecord, Record

R = TypeVar("R", bound=Record)

# Set by `entry` alone.
_GUARDED = {"id", "revision", "version", "entered_by", "entered_at", "changed_by", "changed_at"}
_GUARDED |= {"state", "published_by", "published_at", "key"}


def create(
    model: type[R],
    *,
    by: User,
    values: Mapping[str, Any],
    parts: Parts | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> R:
    """Enter a record with its child rows; publishable ones begin as drafts.

    Raises ValidationError naming the fields, NotAllowedError, or TypeError for a column
    that does not exist or that only `entry` sets.
    """
    rights.may_create(by, model)
    kind = kind_of(model)
    check_names(kind, parts or {})
    with writing(by, reason, at) as work:
        record = model(entered_by=by, entered_at=work.at, changed_by=by, changed_at=work.at)
        _assign(record, values)
        kind.prepare(record)
        validate(record)
        consistency.check([record], work.today)
        watch_record(work, record, new=True)
        history.insert(work, [record])
        replace(work, kind, record, parts or {})
        consistency.check_steps(record, work.today)
    record.refresh_from_db(fields=["version"])
    return record


def change(
    record: R,
    *,
    by: User,
    revision: int,
    values: Mapping[str, Any] | None = None,
    parts: Parts | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> R:
    """Change a record and its child rows, if it still stands at `revision`.

    Raises StaleRecordError when somebody was faster, ValidationError, or NotAllowedError.
    Nothing to change writes nothing. Returns the record as it now stands.
    """
    with writing(by, reason, at) as work:
        current = change_within(work, record, revision, values or {}, parts or {})
    current.refresh_from_db()
    return current


def change_within(
    work: Work, record: R, revision: int, values: Mapping[str, Any], parts: Parts
) -> R:
    """Change a record inside a write that is already open; see `change`."""
    kind = kind_of(type(record))
    check_names(kind, parts)
    current = lock(record, revision)
    rights.may_change(work.by, current)
    before = {name: getattr(current, name) for name in values}
    watch_record(work, current)
    _assign(current, values)
    kind.prepare(current)
    validate(current)
    consistency.check([current], work.today)
    consistency.check_moved(current)
    _check_permanent(current, before)
    watch_record(work, current)
    touched = replace(work, kind, current, parts)
    consistency.check_steps(current, work.today)
    if isinstance(current, PublishableRecord) and current.state == PublicationState.PUBLISHED:
        require_foundation(current)
    if touched or any(getattr(current, name) != value for name, value in before.items()):
        current.changed_by, current.changed_at = work.by, work.at
        compare_and_set(work, current, revision)
    return current


def discard(record: Record, *, by: User, revision: int, reason: str = "") -> None:
    """Delete a record that never was public and that nothing rests on.

    Raises NotReadyError for what is or was published (withdraw it instead), and Django's
    ProtectedError, naming them, when other records rest on it.
    """
    with writing(by, reason) as work:
        current = lock(record, revision)
        rights.may_discard(by, current)
        remove(work, kind_of(type(current)), current)


def remove(work: Work, kind: Kind, record: Record) -> None:
    """Delete a record and its child rows inside a write."""
    watch_record(work, record)
    for model, parent in kind.parts.values():
        history.delete(work, list(model._default_manager.filter(**{parent: record})))
    history.delete(work, [record])


def lock(record: R, revision: int) -> R:
    """Return the record as stored, or raise StaleRecordError if it moved on."""
    stored = type(record)._default_manager.filter(pk=record.pk).first()
    if stored is None:
        raise NotReadyError(_("%(record)s was deleted meanwhile.") % {"record": record})
    if stored.revision != revision:
        raise StaleRecordError(stored)
    current: R = stored
    return current


def compare_and_set(work: Work, record: Record, revision: int) -> None:
    """Write every column of the record if it still stands at `revision`, with history."""
    record.revision = revision + 1
    columns = {
        column.attname: getattr(record, column.attname)
        for column in record._meta.concrete_fields
        if not column.primary_key and column.name != "version"
    }
    rows = type(record)._default_manager.filter(pk=record.pk, revision=revision)
    if rows.update(**columns) == 0:
        raise StaleRecordError(type(record)._default_manager.get(pk=record.pk))
    history.changed(work, [record])


def _assign(record: Record, values: Mapping[str, Any]) -> None:
    guarded = _GUARDED & set(values)
    if guarded:
        message = f"{sorted(guarded)} are set by entry alone."
        raise TypeError(message)
    for name, value in values.items():
        record._meta.get_field(name)
        setattr(record, name, value)


def _check_permanent(record: Record, before: Mapping[str, Any]) -> None:
    if "slug" in before and record.version and before["slug"] != getattr(record, "slug", ""):
        raise NotReadyError(_("The slug is public and permanent: addresses point to it."))
