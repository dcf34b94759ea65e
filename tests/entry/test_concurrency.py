"""Eight people edit one record at once: what was acknowledged is what is stored.

The control does the same without comparing revisions and loses edits: without it, a test
whose writers never met would pass as well.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connections, transaction

from detentions import entry, models
from tests import staff

WRITERS = 8
EDITS = 50

pytestmark = pytest.mark.django_db(transaction=True)

Save = Callable[[models.Source, str, User], None]


def _guarded(source: models.Source, notes: str, by: User) -> None:
    entry.change(source, by=by, revision=source.revision, values={"notes": notes})


def _unguarded(source: models.Source, notes: str, _by: User) -> None:
    with transaction.atomic():
        models.Source.objects.filter(pk=source.pk).update(notes=notes)


def _write(number: int, by: User, pk: str, save: Save, start: Barrier) -> tuple[list[str], int]:
    """Return the edits that were acknowledged, and how many the writer was told had lost."""
    acknowledged, told = [], 0
    start.wait()
    try:
        for edit in range(EDITS):
            mark = f"[{number}.{edit}]"
            read = models.Source.objects.get(pk=pk)
            try:
                save(read, read.notes + mark, by)
                acknowledged.append(mark)
            except entry.StaleRecordError:
                told += 1
    finally:
        connections.close_all()
    return acknowledged, told


def _race(save: Save) -> tuple[list[str], int, str]:
    source, by, start = staff.enter_source(), staff.enterer(), Barrier(WRITERS)
    with ThreadPoolExecutor(WRITERS) as pool:
        runs = [
            pool.submit(_write, number, by, source.pk, save, start) for number in range(WRITERS)
        ]
        results = [run.result() for run in runs]
    acknowledged = [mark for marks, _told in results for mark in marks]
    source.refresh_from_db()
    return acknowledged, sum(told for _marks, told in results), source.notes


def test_every_acknowledged_edit_is_stored_and_every_loser_is_told() -> None:
    try:
        acknowledged, told, stored = _race(_guarded)
    except OperationalError as error:
        pytest.fail(f"a writer met {error}")
    assert len(acknowledged) + told == WRITERS * EDITS
    assert told > 0
    assert stored == "".join(sorted(acknowledged, key=stored.index))
    assert models.Source.objects.get().revision == 1 + len(acknowledged)


def test_without_the_guard_acknowledged_edits_are_lost() -> None:
    acknowledged, _told, stored = _race(_unguarded)
    assert len(acknowledged) == WRITERS * EDITS
    assert any(mark not in stored for mark in acknowledged)
