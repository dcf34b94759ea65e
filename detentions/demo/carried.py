"""The files that the demonstration is made of, and the accounts that enter and publish them."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from detentions import entry

DATA = Path(__file__).parent.parent / "data"
DEMO = DATA / "demo"


@dataclass(frozen=True, slots=True)
class Staff:
    """Two accounts, because two people bring a record before the public; nobody signs in."""

    enterer: User
    publisher: User

    @property
    def all(self) -> tuple[User, User]:
        """Return both."""
        return self.enterer, self.publisher


def staff() -> Staff:
    """Return the two accounts, made where they are missing."""
    return Staff(
        enterer=entry.machine_account("demo-enterer", "Administrator"),
        publisher=entry.machine_account("demo-publisher", "Editor"),
    )


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with (DEMO / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def document(name: str) -> dict[str, Any]:
    """Return the content of a JSON file."""
    content: dict[str, Any] = json.loads((DEMO / name).read_text(encoding="utf-8"))
    return content


@contextmanager
def batch(staff: Staff, kind: str, name: str, *, publish: bool = True) -> Iterator[entry.Batch]:
    """Open a batch for what one of the files holds."""
    with entry.batch(
        by=staff.enterer,
        publisher=staff.publisher if publish else None,
        kind=kind,
        file_name=name,
        file_digest=hashlib.sha256((DEMO / name).read_bytes()).hexdigest(),
    ) as opened:
        yield opened
