"""One write: its transaction, its place in the order of versions, its traces.

Every write takes the `DataVersion` row's lock before anything else. That orders all
commits, so a reader of `version > N` can skip none, and it leaves no two locks to be
taken in opposite orders. A data version is used up only when the public sees a change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from detentions import tallies
from detentions.choices import ChangeAction
from detentions.entry import versions
from detentions.entry.kinds import KINDS, Kind, Reference, kind_of
from detentions.models import Change, Detention
from detentions.models.base import Record


class Work:
    """What one write touched, and what the public saw of it before."""

    def __init__(self, by: User, reason: str, at: datetime) -> None:
        self.by = by
        self.reason = reason
        self.at = at
        self._seen_before: dict[str, dict[str, bool]] = defaultdict(dict)
        self._dirty: set[Reference] = set()
        self._days: set[date] = set()
        self._people: set[str] = set()
        self._version: int | None = None

    def watch(self, kind: Kind, records: Iterable[Record], *, new: bool = False) -> None:
        """Remember how the public saw these records; call before writing them.

        `new` says that they are not in the database yet.
        """
        listed = list(records)
        self._note(kind.name, [record.pk for record in listed], new=new)
        self._dirty.update((kind.name, record.pk) for record in listed)
        by_kind: dict[str, set[str]] = defaultdict(set)
        for record in listed:
            for name, pk in kind.dependants(record):
                by_kind[name].add(pk)
            if isinstance(record, Detention):
                self._days.add(record.date)
                self._people.add(record.detainee_id)
        for name, ids in by_kind.items():
            self._note(name, ids, new=False)
        if kind.name == "detainees" and not new:
            self._people.update(record.pk for record in listed)

    def unchanged(self, kind: Kind, record: Record) -> None:
        """Forget a record that turned out to need no writing."""
        self._dirty.discard((kind.name, record.pk))

    def _note(self, kind: str, ids: Collection[str], *, new: bool) -> None:
        unknown = [pk for pk in ids if pk not in self._seen_before[kind]]
        if unknown:
            visible = set() if new else KINDS[kind].visible(unknown)
            self._seen_before[kind].update((pk, pk in visible) for pk in unknown)

    def flush(self) -> None:
        """Stamp what was written so far and forget it, so that a long write stays small.

        All of one write has one version, however often it is flushed.
        """
        changes = list(self._changes())
        if changes:
            self._stamp(changes)
        self._seen_before.clear()
        self._dirty.clear()

    def close(self) -> None:
        """Stamp what the public now sees differently, and count again what was touched."""
        self.flush()
        if self._people:
            published = Detention.objects.published()
            days = set(self._days)
            for people in _chunks(sorted(self._people)):
                days.update(published.filter(detainee__in=people).values_list("date", flat=True))
            tallies.refresh(days)

    def _changes(self) -> Iterator[tuple[str, str, str]]:
        for name, before in self._seen_before.items():
            visible = KINDS[name].visible(before)
            for pk, was_visible in before.items():
                if was_visible and pk not in visible:
                    yield name, pk, ChangeAction.WITHDRAWN
                elif pk in visible and not was_visible:
                    yield name, pk, ChangeAction.CREATED
                elif pk in visible and (name, pk) in self._dirty:
                    yield name, pk, ChangeAction.UPDATED

    def _stamp(self, changes: list[tuple[str, str, str]]) -> None:
        version = self._next_version()
        by_kind: dict[str, list[str]] = defaultdict(list)
        for name, pk, _action in changes:
            by_kind[name].append(pk)
        for name, ids in by_kind.items():
            for chunk in _chunks(ids):
                KINDS[name].model._default_manager.filter(pk__in=chunk).update(version=version)
        Change.objects.bulk_create(
            (
                Change(version=version, kind=name, record_id=pk, action=action, at=self.at)
                for name, pk, action in changes
            ),
            batch_size=500,
        )

    def _next_version(self) -> int:
        if self._version is None:
            self._version = versions.use_up(self.at)
        return self._version


@contextmanager
def writing(by: User, reason: str = "", at: datetime | None = None) -> Iterator[Work]:
    """Open one write: a transaction that either happens whole or not at all."""
    with transaction.atomic():
        versions.lock()
        work = Work(by, reason, at or timezone.now())
        yield work
        work.close()


def watch_record(work: Work, record: Record, *, new: bool = False) -> None:
    """Watch one record, whatever its kind."""
    work.watch(kind_of(type(record)), [record], new=new)


def _chunks(items: list[str], size: int = 500) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
