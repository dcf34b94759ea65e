"""What a run found and did, row by row and in sums."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from detentions.intake.figures import Sums
from detentions.intake.files import Facts
from detentions.intake.outcome import Outcome, Problem, Status
from detentions.intake.scratch import Scratch
from detentions.models import Organisation

_ORGANISATIONS_NAMED = 500


@dataclass(slots=True)
class Report:
    """The triage of a whole file; findings about rows stay on disk until they are asked for."""

    facts: Facts
    kind: str
    mapping: str
    scratch: Scratch
    columns_not_read: list[str] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)
    created: Counter[str] = field(default_factory=Counter)
    new_organisations: list[str] = field(default_factory=list)
    published: int = 0
    sums: Sums | None = None
    committed: bool = False
    batch: str = ""

    @property
    def total(self) -> int:
        """Return how many rows the file has below its header."""
        return sum(self.rows.values())

    @property
    def blocked(self) -> int:
        """Return how many rows cannot be entered as they are."""
        return self.rows[Status.REFUSED] + self.rows[Status.AMBIGUOUS]

    @property
    def to_write(self) -> int:
        """Return how many rows would be written."""
        return self.rows[Status.NEW] + self.rows[Status.CHANGED]

    def add(self, outcome: Outcome) -> None:
        """Count one row and keep what has to be said about it."""
        self.rows[outcome.status] += 1
        if not outcome.blocked:
            self.add_records(outcome)
        detail = _detail(outcome)
        if detail or outcome.status not in (Status.NEW, Status.EMPTY):
            self.scratch.find(outcome.line, outcome.status, detail)

    def add_records(self, outcome: Outcome) -> None:
        """Count the records that an outcome creates and publishes."""
        self.published += len(outcome.rests_on)
        for proposal in outcome.create:
            self.created[str(proposal.model._meta.verbose_name_plural)] += 1
            if proposal.model is Organisation and (
                len(self.new_organisations) < _ORGANISATIONS_NAMED
            ):
                self.new_organisations.append(str(proposal.values["name"]))

    def findings(self) -> Iterator[dict[str, Any]]:
        """Yield every row that has something to be said, in the order of the file."""
        yield from self.scratch.findings()

    def summary(self) -> dict[str, Any]:
        """Return the sums, as they are kept with the batch."""
        return {
            "rows": {"total": self.total, **{status.value: self.rows[status] for status in Status}},
            "created": dict(self.created),
            "published_with_it": self.published,
        }

    def write_json(self, stream: TextIO) -> None:
        """Write the whole report as JSON, one finding at a time."""
        head = {
            "file": self.facts.name,
            "digest": self.facts.digest,
            "kind": self.kind,
            "mapping": self.mapping,
            "committed": self.committed,
            "batch": self.batch or None,
            **self.summary(),
            "new_organisations": self.new_organisations,
            "columns_not_read": self.columns_not_read,
            "number": self.sums.as_dict(self.scratch) if self.sums else None,
        }
        stream.write(json.dumps(head, ensure_ascii=False, indent=1)[:-2])
        stream.write(',\n "findings": [')
        for number, finding in enumerate(self.findings()):
            stream.write("," if number else "")
            stream.write("\n  " + json.dumps(finding, ensure_ascii=False))
        stream.write("\n ]\n}\n")

    def close(self) -> None:
        """Throw away what was kept on disk."""
        self.scratch.close()

    def __enter__(self) -> Report:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def _detail(outcome: Outcome) -> dict[str, Any]:
    detail: dict[str, Any] = {}
    if outcome.problems:
        detail["problems"] = list(_problems(outcome.problems))
    if outcome.notices:
        detail["notices"] = list(_problems(outcome.notices))
    if outcome.differences:
        detail["differences"] = outcome.differences
    if outcome.same_as_line is not None:
        detail["same_as_line"] = outcome.same_as_line
    return detail


def _problems(problems: Iterable[Problem]) -> Iterator[dict[str, str]]:
    for problem in problems:
        yield {"column": problem.column, "value": problem.value, "reason": problem.reason}
