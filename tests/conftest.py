"""What every test may use. `tests.engine` has chosen the database before this is read."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase

from tests import engine

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def pytest_configure() -> None:
    """Make what is slow or remembered elsewhere quick and forgotten here."""
    # Factories write past `entry` and raise no data version: nothing may be remembered for one.
    settings.PAGE_CACHE_MB = 0
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if engine.name() == "sqlite":
        # A file, because tests with threads need what a database in memory lacks: WAL and locks.
        database = settings.DATABASES["default"]
        database.setdefault("TEST", {})["NAME"] = f"{database['NAME']}.test"
    TransactionTestCase.databases = {"default", "public"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On PostgreSQL, run what asks the database; browsers and pure rules see no engine."""
    if engine.name() == "postgresql":
        items[:] = [
            item
            for item in items
            if _uses_database(item) and not item.get_closest_marker("browser")
        ]


def _uses_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Let `public` see what a test's open transaction wrote through `default`.

    Threads that a test starts still open connections of their own, to the same database.
    """
    connections["public"] = connections["default"]
    TransactionTestCase._databases_names = classmethod(_flushed_once)  # type: ignore[attr-defined]


_every_name = TransactionTestCase._databases_names.__func__  # type: ignore[attr-defined]


def _flushed_once(cls: type[TransactionTestCase], include_mirrors: bool = True) -> list[str]:
    """Empty the one database once: a second time would take the permissions made after it."""
    return _every_name(cls, include_mirrors) if include_mirrors else ["default"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium, or skip the test."""
    for name in CHROMIUM_NAMES:
        if path := shutil.which(name):
            return path
    return missing(f"no Chromium on this machine (looked for {', '.join(CHROMIUM_NAMES)})")


@pytest.fixture(autouse=True)
def _browser(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("browser"):
        request.getfixturevalue("chromium")


def missing(reason: str) -> NoReturn:
    """Skip what this machine cannot test; where CI is set nothing may be missing."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def shared_data(name: str) -> Path:
    """Return the path of a file beside the checkout, or skip the test when it is not there."""
    path = SHARED_DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout (looked in ../shared/data)")
    return path
