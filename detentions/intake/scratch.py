"""What one run has to remember of the rows before, kept on disk so that memory stays constant."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Hashable, Iterator
from hashlib import blake2b
from types import TracebackType
from typing import Any

_TABLES = """
CREATE TABLE known (sort TEXT, key BLOB, value TEXT, line INTEGER, PRIMARY KEY (sort, key))
    WITHOUT ROWID;
CREATE TABLE findings (line INTEGER, status TEXT, detail TEXT);
CREATE TABLE texts (place TEXT, value TEXT, reading TEXT, rows INTEGER,
    PRIMARY KEY (place, value, reading)) WITHOUT ROWID;
"""


class Scratch:
    """A private temporary database that is gone when it is closed."""

    def __init__(self) -> None:
        # An empty name is SQLite's temporary file, deleted when the connection closes.
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)

    def close(self) -> None:
        """Close and delete it."""
        self._rows.close()

    def __enter__(self) -> Scratch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._rows.close()

    def remember(self, sort: str, key: Hashable, value: str, line: int | None) -> None:
        """Keep what the file said under a key of one sort."""
        self._rows.execute(
            "INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)", (sort, _digest(key), value, line)
        )

    def recall(self, sort: str, key: Hashable) -> tuple[str, int | None] | None:
        """Return what was kept under the key and the line it came from, or None."""
        found = self._rows.execute(
            "SELECT value, line FROM known WHERE sort = ? AND key = ?", (sort, _digest(key))
        ).fetchone()
        return (found[0], found[1]) if found else None

    def first(
        self, sort: str, key: Hashable, says: Hashable, line: int
    ) -> tuple[int | None, bool] | None:
        """Return the earlier line under a key, and whether it said the same; else keep this one."""
        said = _digest(says).hex()
        if earlier := self.recall(sort, key):
            return earlier[1], earlier[0] == said
        self.remember(sort, key, said, line)
        return None

    def find(self, line: int, status: str, detail: dict[str, Any]) -> None:
        """Keep what the report will say about a row."""
        self._rows.execute(
            "INSERT INTO findings VALUES (?, ?, ?)",
            (line, status, json.dumps(detail, ensure_ascii=False)),
        )

    def findings(self) -> Iterator[dict[str, Any]]:
        """Yield what the report says about rows, in the order of the file."""
        query = "SELECT line, status, detail FROM findings ORDER BY rowid"
        for line, status, detail in self._rows.execute(query):
            yield {"line": line, "status": status, **json.loads(detail)}

    def count_text(self, place: str, value: str, reading: str) -> None:
        """Count one more cell of a number column that holds text, and how it was read."""
        self._rows.execute(
            "INSERT INTO texts VALUES (?, ?, ?, 1) "
            "ON CONFLICT (place, value, reading) DO UPDATE SET rows = rows + 1",
            (place, value, reading),
        )

    def texts(self, place: str) -> Iterator[tuple[str, str, int]]:
        """Yield the different texts of a number column: value, reading, rows."""
        yield from self._rows.execute(
            "SELECT value, reading, rows FROM texts WHERE place = ? ORDER BY rows DESC, value",
            (place,),
        )


def _digest(key: Hashable) -> bytes:
    return blake2b(repr(key).encode(), digest_size=16).digest()
