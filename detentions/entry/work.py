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
from django.utils import timezone

from detentions import tallies
from detentions.choices import ChangeAction
from detentions.entry import former, seen, versions
from detentions.entry.kinds import KINDS, Kind, kind_of
from detentions.models import Change, Detention
from detentions.models.base import Record


class Work:
    """What one write touched, and what the public saw of it before."""

    def __init__(self, by: User, reason: str, at: datetime) -> None:
        self.by = by
        self.reason = reason
        self.at = at
        # What the public saw of each record; None where it saw nothing.
        self._seen_before: dict[str, dict[str, seen.Form | None]] = defaultdict(dict)
        self._days: set[date] = set()
        self._people: set[str] = set()
        self._version: int | None = None

    @property
    def today(self) -> date:
        """The local day on which the write is made."""
        return timezone.localdate(self.at)

    def watch(self, kind: Kind, records: Iterable[Record], *, new: bool = False) -> None:
        """Remember how the public saw these records; call before writing them.

        `new` says that they are not in the database yet.
        """
        listed = list(records)
        self._note(kind.name, [record.pk for record in listed], new=new)
        if not new:
            for name, showing in kind.shown_in([record.pk for record in listed]):
                self._note(name, showing, new=False)
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

    def _note(self, kind: str, ids: Collection[str], *, new: bool) -> None:
        unknown = [pk for pk in ids if pk not in self._seen_before[kind]]
        if unknown:
            forms = {} if new else seen.forms(kind, unknown)
            self._seen_before[kind].update((pk, forms.get(pk)) for pk in unknown)

    def flush(self) -> None:
        """Stamp what was written so far and forget it, so that a long write stays small.

        All of one write has one version, however often it is flushed.
        """
        changes = list(self._changes())
        if changes:
            self._stamp(changes)
        self._seen_before.clear()

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
            visible = seen.visible(name, before)
            were = [pk for pk, form in before.items() if form is not None]
            now = seen.forms(name, visible.intersection(were))
            for pk, form in before.items():
                if form is None and pk in visible:
                    yield name, pk, ChangeAction.CREATED
                elif form is not None and pk not in visible:
                    yield name, pk, ChangeAction.WITHDRAWN
                elif form is not None and form != now[pk]:
                    yield name, pk, ChangeAction.UPDATED

    def _stamp(self, changes: list[tuple[str, str, str]]) -> None:
        version = self._next_version()
        by_kind: dict[str, list[str]] = defaultdict(list)
        for name, pk, _action in changes:
            by_kind[name].append(pk)
        for name, ids in by_kind.items():
            for chunk in _chunks(ids):
                KINDS[name].model._default_manager.filter(pk__in=chunk).update(version=version)
        former.remember(
            (name, pk, seen.slug(name, form))
            for name, pk, action in changes
            if action == ChangeAction.WITHDRAWN and (form := self._seen_before[name][pk])
        )
        if any(action != ChangeAction.WITHDRAWN for _name, _pk, action in changes):
            versions.note_publication(self.at)
        Change.objects.bulk_create(
            (
                Change(version=version, kind=name, record_id=pk, action=action, at=self.at)
                for name, pk, action in changes
            ),
            batch_size=500,
        )

    def _next_version(self) -> int:
        if self._version is None:
            self._version = versions.use_up()
        return self._version


@contextmanager
def writing(by: User, reason: str = "", at: datetime | None = None) -> Iterator[Work]:
    """Open one write: a transaction that either happens whole or not at all."""
    with versions.in_turn():
        work = Work(by, reason, at or timezone.now())
        yield work
        work.close()


def watch_record(work: Work, record: Record, *, new: bool = False) -> None:
    """Watch one record, whatever its kind."""
    work.watch(kind_of(type(record)), [record], new=new)


def _chunks(items: list[str], size: int = 500) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
