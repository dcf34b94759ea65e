"""One pass over a file: every row gets its outcome, lot by lot, in constant memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from django.contrib.auth.models import User
from django.db import reset_queries
from django.utils import timezone
from django.utils.translation import gettext as _

from detentions.choices import PublicationState
from detentions.intake import figures
from detentions.intake.context import Context
from detentions.intake.files import Facts, Row, Table, open_table
from detentions.intake.layout import NUMBER, Layout
from detentions.intake.lots import in_lots
from detentions.intake.mapping import SavedMapping
from detentions.intake.outcome import Outcome, Problem, Status
from detentions.intake.reader import Reader
from detentions.intake.report import Report
from detentions.intake.scratch import Scratch
from detentions.models.base import PublishableRecord

Write = Callable[[Sequence[Outcome]], None]
Progress = Callable[[int], None]


class Pass:
    """One reading of one file, for the report alone or for writing."""

    def __init__(
        self,
        *,
        path: Path,
        facts: Facts,
        mapping: SavedMapping,
        reader: type[Reader],
        today: date,
        publisher: User | None,
        editor_named: bool,
        committing: bool,
        companions: Mapping[str, Path],
    ) -> None:
        self._path = path
        self._facts = facts
        self._mapping = mapping
        self._reader = reader
        self._today = today
        self._publisher = publisher
        self._editor_named = editor_named
        self._committing = committing
        self._companions = companions

    def run(self, write: Write | None = None, progress: Progress | None = None) -> Report:
        """Read the file and return its report; `write` gets the outcomes of each lot."""
        scratch = Scratch()
        try:
            with open_table(self._path, self._mapping.delimiter) as table:
                layout = Layout(self._mapping, table.header, self._reader.fields)
                report = Report(self._facts, self._mapping.kind, self._mapping.name, scratch)
                report.columns_not_read = layout.unread
                self._read(table, layout, report, write, progress)
        except BaseException:
            scratch.close()
            raise
        return report

    def _read(
        self,
        table: Table,
        layout: Layout,
        report: Report,
        write: Write | None,
        progress: Progress | None,
    ) -> None:
        context = Context(
            layout,
            report.scratch,
            timezone.get_default_timezone(),
            self._today,
            self._publisher,
            self._companions,
        )
        reader = self._reader(context)
        number = NUMBER if layout.mapping.number else reader.number_field
        if layout.has(number):
            report.sums = figures.Sums(layout.column(number))
        for lot in in_lots(table):
            outcomes = [Outcome(row.line) for row in lot]
            before = reader.triage(list(_readable(lot, outcomes)))
            for outcome in before:
                report.add_records(outcome)
            for row, outcome in zip(lot, outcomes, strict=True):
                self._guard(outcome)
                report.add(outcome)
                cell = None if row.fault else " ".join(layout.cells(number, row.cells))
                _count(report, cell, outcome)
            if write:
                write([*before, *outcomes])
            if progress:
                progress(report.total)
            # Under DEBUG Django keeps every statement it has sent.
            reset_queries()

    def _guard(self, outcome: Outcome) -> None:
        """Let only a named editor change what the public sees or saw."""
        public = [
            change
            for change in outcome.changes
            if isinstance(change.record, PublishableRecord)
            and change.record.state in (PublicationState.PUBLISHED, PublicationState.WITHDRAWN)
        ]
        if not public or self._editor_named:
            return
        reason = _("this would change what is or was public: name an editor with --by")
        for difference in outcome.differences:
            if self._committing:
                outcome.refuse("", difference, reason)
            else:
                outcome.notices.append(Problem("", difference, reason))


def _readable(lot: Sequence[Row], outcomes: Sequence[Outcome]) -> Iterator[tuple[Row, Outcome]]:
    for row, outcome in zip(lot, outcomes, strict=True):
        if row.fault:
            outcome.refuse(row.fault.column, row.fault.value, row.fault.reason)
        elif not any(cell.strip() for cell in row.cells):
            outcome.status = Status.EMPTY
        else:
            yield row, outcome


def _count(report: Report, cell: str | None, outcome: Outcome) -> None:
    if not report.sums:
        return
    reading = ""
    if cell and not figures.is_number(cell):
        quantity, how = figures.read(cell)
        reading = how if quantity else _("not read. %(why)s") % {"why": how}
    report.sums.count(report.scratch, cell, reading, blocked=outcome.blocked)
