"""What every test may use. `tests.engine` has chosen the database before this is read."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase

from tests import engine

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def pytest_configure() -> None:
    """Serve static files by their plain names, and let every test use both database aliases."""
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    if engine.name() == "sqlite":
        # A file, because tests with threads need what a database in memory lacks: WAL and locks.
        database = settings.DATABASES["default"]
        database.setdefault("TEST", {})["NAME"] = f"{database['NAME']}.test"
    TransactionTestCase.databases = {"default", "public"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """On PostgreSQL, run what touches a database; the rest has the same result on SQLite."""
    if engine.name() == "postgresql":
        items[:] = [item for item in items if _uses_database(item)]


def _uses_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """Let `public` see what a test's open transaction wrote through `default`.

    Threads that a test starts still open connections of their own, to the same database.
    """
    connections["public"] = connections["default"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium, or skip; where CI is set a missing one is a failure."""
    for name in CHROMIUM_NAMES:
        if path := shutil.which(name):
            return path
    return _missing(f"no Chromium on this machine (looked for {', '.join(CHROMIUM_NAMES)})")


def _missing(reason: str) -> str:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def shared_data(name: str) -> Path:
    """Return the path of a file beside the checkout, or skip the test when it is not there."""
    path = SHARED_DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout (looked in ../shared/data)")
    return path
