"""Reversing a batch, if nobody has built on it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Max, ProtectedError
from django.utils.translation import gettext as _

from detentions.entry import history, rights
from detentions.entry.errors import InUseError, NotReadyError
from detentions.entry.kinds import KINDS, Kind, Reference
from detentions.entry.parts import replace
from detentions.entry.records import compare_and_set
from detentions.entry.work import Work, writing
from detentions.models import BatchRecord, IntakeBatch
from detentions.models.base import Record

_NAMED = 20
_LOT = 500


def undo_batch(batch: IntakeBatch, *, by: User, at: datetime | None = None) -> int:
    """Take back what a batch wrote, as new changes; returns how many records.

    Created records are deleted (those that were public leave a tombstone), changed ones
    return to what they said before. Raises InUseError, naming them, if any was edited
    since or other records rest on them; then nothing is undone.
    """
    rights.require(by, rights.CHANGE_PUBLISHED, _("Only editors undo a batch."))
    with writing(by, _("undo of batch %(id)s") % {"id": batch.pk}, at) as work:
        row = IntakeBatch.objects.select_for_update().get(pk=batch.pk)
        if row.undone_at:
            raise NotReadyError(_("Batch %(id)s was undone already.") % {"id": batch.pk})
        _refuse_edited(row)
        done: set[Reference] = set()
        for notes in _lots(row, created=False):
            _restore(work, notes, row, done)
        deleted = sum(_delete(work, notes) for notes in _lots(row, created=True))
        row.undone_by, row.undone_at = by, work.at
        row.save(update_fields=["undone_by", "undone_at"])
    return len(done) + deleted


def _lots(batch: IntakeBatch, *, created: bool) -> Iterator[list[BatchRecord]]:
    """Yield what the batch noted, the last first, so that nothing goes before what rests on it."""
    rows = batch.records.filter(created=created).order_by("-id")
    lot = list(rows[:_LOT])
    while lot:
        yield lot
        lot = list(rows.filter(pk__lt=lot[-1].pk)[:_LOT])


def _load(notes: list[BatchRecord]) -> dict[Reference, Record]:
    ids: dict[str, list[str]] = defaultdict(list)
    for note in notes:
        ids[note.kind].append(note.record_id)
    return {
        (name, pk): record
        for name, wanted in ids.items()
        for pk, record in KINDS[name].model._default_manager.in_bulk(wanted).items()
    }


def _refuse_edited(batch: IntakeBatch) -> None:
    edited: list[str] = []
    noted = batch.records.order_by().values_list("kind", "record_id")
    # Revisions grow, so the largest that the batch noted is the one it left the record at.
    left_at = noted.annotate(left=Max("revision")).iterator(chunk_size=_LOT)
    while lot := list(islice(left_at, _LOT)):
        revisions = _revisions([(kind, pk) for kind, pk, _left in lot])
        edited += [f"{kind}/{pk}" for kind, pk, left in lot if revisions.get((kind, pk)) != left]
    if edited:
        raise InUseError(
            _("Edited since the batch was committed, so it cannot be undone: %(records)s")
            % {"records": _listing([*map(_named, edited[:_NAMED]), *edited[_NAMED:]])}
        )


def _revisions(references: list[Reference]) -> dict[Reference, int]:
    ids: dict[str, list[str]] = defaultdict(list)
    for name, pk in references:
        ids[name].append(pk)
    return {
        (name, pk): revision
        for name, wanted in ids.items()
        for pk, revision in KINDS[name]
        .model._default_manager.filter(pk__in=wanted)
        .values_list("pk", "revision")
    }


def _named(reference: str) -> str:
    name, _slash, pk = reference.partition("/")
    record = KINDS[name].model._default_manager.filter(pk=pk).first()
    return f"{reference} ({record or _('deleted')})"


def _restore(
    work: Work, notes: list[BatchRecord], batch: IntakeBatch, done: set[Reference]
) -> None:
    for (name, pk), record in _load(notes).items():
        if (name, pk) in done:
            continue
        done.add((name, pk))
        kind = KINDS[name]
        past = _before(record, batch.committed_at)
        work.watch(kind, [record])
        for column in record._meta.concrete_fields:
            if column.name not in {"id", "revision", "version"}:
                setattr(record, column.attname, getattr(past, column.attname))
        work.watch(kind, [record])
        replace(work, kind, record, _parts_before(kind, record, batch.committed_at))
        compare_and_set(work, record, record.revision)
        # What an earlier batch left there is there again, so that one can be undone too.
        BatchRecord.objects.filter(kind=name, record_id=pk, revision=past.revision).update(
            revision=record.revision
        )
    work.flush()


def _before(record: Record, at: datetime) -> Any:
    rows = type(record).history.filter(id=record.pk, history_date__lt=at)  # type: ignore[attr-defined]
    return rows.order_by("-history_date", "-history_id").first()


def _parts_before(kind: Kind, record: Record, at: datetime) -> dict[str, list[dict[str, Any]]]:
    parts: dict[str, list[dict[str, Any]]] = {}
    for name, (model, parent) in kind.parts.items():
        latest: dict[Any, Any] = {}
        past: Any = model.history.filter(history_date__lt=at, **{parent: record})  # type: ignore[attr-defined]
        for row in past.order_by("history_date", "history_id"):
            latest[row.id] = row
        columns = [c for c in model._meta.concrete_fields if c.name not in {parent, "key"}]
        parts[name] = [
            {column.attname: getattr(row, column.attname) for column in columns}
            for row in latest.values()
            if row.history_type != "-"
        ]
    return parts


def _delete(work: Work, notes: list[BatchRecord]) -> int:
    records = _load(notes)
    try:
        # Run by run, the last first: those of one kind are not all older than those of another.
        for name, run in groupby(notes, key=lambda note: note.kind):
            _delete_run(work, KINDS[name], [records[(name, note.record_id)] for note in run])
    except ProtectedError as error:
        resting = [str(other) for other in error.protected_objects]
        raise InUseError(
            _("Other records rest on the batch, so it cannot be undone: %(records)s")
            % {"records": _listing(resting)}
        ) from error
    work.flush()
    return len(notes)


def _delete_run(work: Work, kind: Kind, records: list[Record]) -> None:
    work.watch(kind, records)
    ids = [record.pk for record in records]
    for model, parent in kind.parts.values():
        for start in range(0, len(ids), 500):
            chunk = {f"{parent}__in": ids[start : start + 500]}
            history.delete(work, list(model._default_manager.filter(**chunk)))
    _let_go_of_each_other(kind, ids)
    history.delete(work, records)


def _let_go_of_each_other(kind: Kind, ids: list[str]) -> None:
    """Take references among records that all go, such as a copy's to what it repeats.

    What the history keeps of them is what they said before.
    """
    for column in kind.model._meta.concrete_fields:
        if column.related_model is kind.model:
            rows = kind.model._default_manager.filter(pk__in=ids, **{f"{column.name}__in": ids})
            rows.update(**{column.name: None})


def _listing(names: list[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    return _("%(shown)s and %(more)d more") % {"shown": shown, "more": more} if more > 0 else shown
