"""Whoever cannot save while a large file is entered is told so, and keeps what they typed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client

from detentions import entry, intake
from detentions.entry import versions
from tests import staff
from tests.admin.browser import save
from tests.intake.files import TODAY, write


def _meanwhile(write_too: Callable[[], Any]) -> Any:
    """Return the error of a write in another thread while this one holds the lock."""

    def attempt() -> Exception | None:
        try:
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA busy_timeout = 200")
            write_too()
        except (entry.EntryError, intake.UnusableError, intake.RefusedError) as error:
            return error
        finally:
            connections.close_all()
        return None

    with entry.in_turn(), ThreadPoolExecutor(1) as pool:
        return pool.submit(attempt).result()


@pytest.mark.django_db(transaction=True)
def test_a_writer_waits_and_is_then_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(versions, "PATIENCE", "200ms")
    source, by = staff.enter_source(), staff.enterer()
    values = {"notes": "typed meanwhile"}
    told = _meanwhile(lambda: entry.change(source, by=by, revision=1, values=values))
    assert isinstance(told, entry.BusyError)
    assert "save again in a minute" in str(told)
    path = write(tmp_path / "sources.csv", ("url", "title"), [("https://a.example/", "A")])
    request = intake.Request(kind="sources", path=path, today=TODAY, commit=True)
    told = _meanwhile(lambda: intake.run(request))
    assert isinstance(told, intake.UnusableError)
    assert "a large file" in str(told)
    # Once the lock is free, both are written.
    changed = entry.change(source, by=by, revision=1, values=values)
    with intake.run(request) as report:
        assert (changed.notes, report.committed) == ("typed meanwhile", True)


@pytest.mark.django_db
def test_the_form_is_shown_again_with_what_was_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = staff.enter_source(title="As printed")
    client.force_login(staff.enterer())

    def busy() -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(versions, "lock", busy)
    response = save(client, source, {"title": "Typed meanwhile"})
    page = response.content.decode()
    assert response.status_code == 200
    assert "Somebody is entering a large file" in page
    assert 'value="Typed meanwhile"' in page
    source.refresh_from_db()
    assert source.title == "As printed"


@pytest.mark.django_db
def test_another_fault_of_the_database_is_not_called_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(versions, "lock", broken)
    with pytest.raises(OperationalError, match="disk"):
        staff.enter_source()
