"""The report as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from detentions.intake.outcome import Status
from detentions.intake.report import Report

_CELL = 80
_TEXTS = 100
_NAMES = 30
# How the outcome of a row is called.
WORDS = {
    Status.NEW: gettext_lazy("new"),
    Status.HERE: gettext_lazy("already here"),
    Status.CHANGED: gettext_lazy("changed"),
    Status.AMBIGUOUS: gettext_lazy("ambiguous"),
    Status.REFUSED: gettext_lazy("refused"),
    Status.EMPTY: gettext_lazy("empty"),
}


def lines(report: Report, *, everything: bool = False) -> Iterator[str]:
    """Yield the report: findings by line, sums, and what was or was not written.

    Rows that are already here are only counted, unless the file itself repeats them or
    `everything` is wanted.
    """
    yield _("%(file)s: %(kind)s, mapping %(mapping)s") % {
        "file": report.facts.name,
        "kind": report.kind,
        "mapping": report.mapping,
    }
    for finding in report.findings():
        if everything or set(finding) > {"line", "status"}:
            yield from _finding(finding)
    if report.columns_not_read:
        yield _("Columns that are not read: %(columns)s") % {
            "columns": ", ".join(report.columns_not_read)
        }
    counted = ", ".join(f"{report.rows[status]} {WORDS[status]}" for status in Status)
    yield ngettext("%(number)d row: %(sums)s", "%(number)d rows: %(sums)s", report.total) % {
        "number": report.total,
        "sums": counted,
    }
    yield from _sums(report)
    yield from _records(report)
    yield _verdict(report)


def _finding(finding: dict[str, Any]) -> Iterator[str]:
    where = _("line %(line)d, %(status)s") % {
        "line": finding["line"],
        "status": WORDS[Status(finding["status"])],
    }
    said = False
    for problem in (*finding.get("problems", ()), *finding.get("notices", ())):
        said = True
        column = f", {problem['column']}" if problem["column"] else ""
        value = f" “{_short(problem['value'])}”" if problem["value"] else ""
        yield f"{where}{column}{value}: {problem['reason']}"
    for difference in finding.get("differences", ()):
        said = True
        yield f"{where}: {difference}"
    if "same_as_line" in finding:
        same = _("the same as line %(line)d") % {"line": finding["same_as_line"]}
        yield f"{where}: {same}"
    elif not said:
        yield where


def _sums(report: Report) -> Iterator[str]:
    sums = report.sums
    if not sums:
        return
    yield _(
        "%(column)s: %(blank)d blank, %(cells)d numbers with the sum %(sum)d "
        "(%(blocked)d of it in rows that cannot be entered), %(texts)d texts"
    ) % {
        "column": sums.column,
        "blank": sums.blank,
        "cells": sums.numeric_cells,
        "sum": sums.numeric_sum,
        "blocked": sums.blocked_sum,
        "texts": sums.text_cells,
    }
    for value, reading, rows in islice(sums.texts(report.scratch), _TEXTS):
        yield f"  {rows} × “{_short(value)}”: {reading}"


def _records(report: Report) -> Iterator[str]:
    verb = _("Created") if report.committed else _("Would create")
    if report.created:
        listed = ", ".join(f"{number} {name}" for name, number in sorted(report.created.items()))
        yield f"{verb}: {listed}"
    if report.new_organisations:
        named = ", ".join(report.new_organisations[:_NAMES])
        more = len(report.new_organisations) - _NAMES
        yield _("New organisations: %(names)s") % {"names": named + (" …" if more > 0 else "")}
    if report.published:
        yield _("Existing drafts that the rows rest on, published with them: %(number)d") % {
            "number": report.published
        }


def _verdict(report: Report) -> str:
    if report.committed:
        return _("Entered as batch %(batch)s; undo_batch %(batch)s takes it back.") % {
            "batch": report.batch
        }
    if report.blocked:
        return _(
            "Nothing was written: correct the rows named above, or leave them out with "
            "--commit --skip-refused."
        )
    if not report.to_write:
        return _("Nothing was written: there is nothing new.")
    return _("Nothing was written: this was a dry run; --commit enters the rows.")


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _CELL else line[: _CELL - 1] + "…"
