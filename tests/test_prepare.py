"""`manage.py prepare`: a first start does everything, a second one nothing."""

import socket
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from pytest_django import Settings

from detentions.management import preparation
from tests import factories

Calls = list[str]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Record the commands that a step calls, instead of running them."""
    called: Calls = []

    def record(name: str, *args: Any, **options: Any) -> None:
        called.append(name)

    monkeypatch.setattr(preparation, "call_command", record)
    return called


@pytest.fixture
def said() -> list[str]:
    """What was said to the person who started."""
    return []


@pytest.mark.django_db
def test_the_first_account_is_made_once_and_its_password_works(said: list[str]) -> None:
    preparation.create_staff_account(said.append)
    preparation.create_staff_account(said.append)
    assert len(said) == 1
    password = said[0].partition("password: ")[2].split()[0]
    user = authenticate(username=preparation.STAFF_NAME, password=password)
    assert user is not None
    assert user.is_superuser


@pytest.mark.django_db
def test_the_demonstration_is_loaded_into_an_empty_database_only(
    calls: Calls, said: list[str]
) -> None:
    preparation.load_demonstration(said.append)
    assert calls == ["load_demo"]
    factories.make_organisation()
    preparation.load_demonstration(said.append)
    assert calls == ["load_demo"]


@pytest.mark.django_db
def test_nothing_is_migrated_when_no_migration_is_waiting(calls: Calls, said: list[str]) -> None:
    preparation.migrate(said.append)
    assert (calls, said) == ([], [])


def test_static_files_are_collected_when_one_of_them_changed(
    calls: Calls, said: list[str], settings: Settings, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "static"
    preparation.collect_static(said.append)
    preparation.collect_static(said.append)
    assert calls == ["collectstatic"]
    (source / "new.css").write_text("a{}")
    preparation.collect_static(said.append)
    assert calls == ["collectstatic"] * 2


def test_a_port_in_use_is_refused_before_anything_is_done(
    calls: Calls, said: list[str], settings: Settings
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        settings.PORT = server.getsockname()[1]
        with pytest.raises(preparation.PortTaken, match=str(settings.PORT)):
            preparation.prepare(said.append)
    assert (calls, said) == ([], [])


def test_a_public_site_writes_to_no_database(
    calls: Calls, said: list[str], settings: Settings, tmp_path: Path
) -> None:
    settings.HAS_STAFF = False
    settings.PORT = 0
    settings.STATIC_ROOT = tmp_path / "static"
    preparation.prepare(said.append)
    assert calls == ["collectstatic"]
