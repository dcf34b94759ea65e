"""What the triage says about one row of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from detentions.entry import Proposal
from detentions.models.base import PublishableRecord, Record


class Status(StrEnum):
    """Where a row stands; every row of a file has exactly one."""

    NEW = "new"
    HERE = "already_here"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    REFUSED = "refused"
    EMPTY = "empty"


# Rows that nobody may enter before a person has decided or corrected something.
BLOCKING = (Status.AMBIGUOUS, Status.REFUSED)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell, and what to do about it."""

    column: str
    value: str
    reason: str


@dataclass(slots=True)
class Change:
    """An existing record that a row says something else about."""

    record: Record
    values: Mapping[str, Any]
    parts: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """The triage of one row: its status, why, and what committing it would do."""

    line: int
    status: Status = Status.NEW
    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    create: list[Proposal] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)
    rests_on: list[PublishableRecord] = field(default_factory=list)
    same_as_line: int | None = None

    def refuse(self, column: str, value: str, reason: str) -> None:
        """Note why the row cannot be entered; a row may have several reasons."""
        self.status = Status.REFUSED
        self.problems.append(Problem(column, value, reason))

    def ask(self, column: str, value: str, reason: str) -> None:
        """Note what only a person can decide."""
        if self.status is not Status.REFUSED:
            self.status = Status.AMBIGUOUS
        self.problems.append(Problem(column, value, reason))

    @property
    def blocked(self) -> bool:
        """Whether the row cannot be entered as it is."""
        return self.status in BLOCKING
