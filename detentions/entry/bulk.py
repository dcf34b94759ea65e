"""Many records in one transaction, as one batch that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from detentions.choices import PublicationState
from detentions.entry import consistency, history, rights
from detentions.entry.errors import NotAllowedError
from detentions.entry.foundations import require_sources
from detentions.entry.kinds import Kind, kind_of
from detentions.entry.parts import Parts, build, check_names
from detentions.entry.records import change_within, compare_and_set, lock
from detentions.entry.storing import store
from detentions.entry.work import Work, watch_record, writing
from detentions.models import BatchRecord, Detention, IntakeBatch
from detentions.models.base import PublishableRecord, Record


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record to enter: its model, columns, child rows, and line in the file."""

    model: type[Record]
    values: Mapping[str, Any]
    parts: Parts = field(default_factory=dict)
    line: int | None = None


class Batch:
    """An open batch: hands records to the database in the order they come."""

    def __init__(self, work: Work, row: IntakeBatch, publisher: User | None) -> None:
        self._work = work
        self.row = row
        self._publisher = publisher

    def create(self, proposals: Iterable[Proposal]) -> list[Record]:
        """Enter records, published at once when the batch has a publisher.

        Runs of one model are inserted together; a record may refer to one created before
        it. Raises ValidationError naming the fields of the first bad record, NotAllowedError
        where publishing would open a name that the publisher alone decided on.
        """
        created: list[Record] = []
        for model, run in groupby(proposals, key=lambda proposal: proposal.model):
            created += self._create_run(model, list(run))
        return created

    def change(
        self, record: Record, *, values: Mapping[str, Any], parts: Parts, line: int | None
    ) -> Record:
        """Change an existing record as part of the batch."""
        before = record.revision
        changed = change_within(self._work, record, before, values, parts)
        if changed.revision != before:
            self._note([changed], [line], created=False)
        return changed

    def publish(self, record: PublishableRecord, *, line: int | None) -> None:
        """Publish an existing draft that the batch's records rest on.

        Raises NotAllowedError when the publisher entered or last changed it, NotReadyError
        for what was withdrawn. Nothing happens to what is public already, or where the batch
        publishes nothing.
        """
        if self._publisher is None or record.state == PublicationState.PUBLISHED:
            return
        current = lock(record, record.revision)
        rights.may_publish(self._publisher, current, with_batch=True)
        watch_record(self._work, current)
        current.state = PublicationState.PUBLISHED
        current.published_by, current.published_at = self._publisher, self._work.at
        compare_and_set(self._work, current, record.revision)
        self._note([current], [line], created=False)

    def settle(self) -> None:
        """Stamp what was written so far and forget it: a long batch stays small."""
        self._work.flush()

    def summarise(self, summary: Mapping[str, Any]) -> None:
        """Keep the outcomes of the triage with the batch."""
        self.row.summary = dict(summary)
        self.row.save(update_fields=["summary"])

    def _create_run(self, model: type[Record], run: Sequence[Proposal]) -> list[Record]:
        rights.may_create(self._work.by, model)
        kind = kind_of(model)
        records = [self._build(kind, proposal) for proposal in run]
        consistency.check(records, self._work.today)
        if self._publisher:
            rights.may_open_names(self._publisher, records)
        self._work.watch(kind, records, new=True)
        history.insert_many(self._work, records)
        self._insert_parts(kind, records, run)
        if self._publisher and model is Detention:
            require_sources([record for record in records if isinstance(record, Detention)])
        self._note(records, [proposal.line for proposal in run], created=True)
        return records

    def _build(self, kind: Kind, proposal: Proposal) -> Record:
        work = self._work
        record = kind.model(
            entered_by=work.by, entered_at=work.at, changed_by=work.by, changed_at=work.at
        )
        for name, value in proposal.values.items():
            setattr(record, name, value)
        if isinstance(record, PublishableRecord) and self._publisher:
            record.state = PublicationState.PUBLISHED
            record.published_by, record.published_at = self._publisher, work.at
        kind.prepare(record)
        relations = {column.name for column in record._meta.concrete_fields if column.is_relation}
        record.clean_fields(exclude=relations)
        return record

    def _insert_parts(self, kind: Kind, records: Sequence[Record], run: Sequence[Proposal]) -> None:
        for name, (model, parent) in kind.parts.items():
            rows = [
                build(model, parent, record, values, look_up=False)
                for record, proposal in zip(records, run, strict=True)
                for values in proposal.parts.get(name, ())
            ]
            history.insert_many(self._work, rows, parent)
        for proposal in run:
            check_names(kind, proposal.parts)

    def _note(
        self, records: Sequence[Record], lines: Sequence[int | None], *, created: bool
    ) -> None:
        store(
            [
                BatchRecord(
                    batch=self.row,
                    line=line,
                    kind=kind_of(type(record)).name,
                    record_id=record.pk,
                    created=created,
                    revision=record.revision,
                )
                for record, line in zip(records, lines, strict=True)
            ]
        )


@contextmanager
def batch(
    *,
    by: User,
    publisher: User | None = None,
    kind: str,
    file_name: str,
    file_digest: str,
    mapping: str = "",
    reason: str = "",
    at: datetime | None = None,
) -> Iterator[Batch]:
    """Open a batch: all of it is written, or nothing.

    `publisher`, the second person, publishes what the batch creates; nobody may be both.
    """
    if publisher is not None:
        if publisher.pk == by.pk:
            raise NotAllowedError(_("Whoever enters a batch may not publish it."))
        rights.require(
            publisher, rights.PUBLISH, _("%(who)s may not publish.") % {"who": publisher}
        )
    with writing(by, reason or file_name, at) as work:
        row = IntakeBatch.objects.create(
            kind=kind,
            file_name=file_name,
            file_digest=file_digest,
            mapping=mapping,
            entered_by=by,
            committed_at=work.at,
        )
        yield Batch(work, row, publisher)
