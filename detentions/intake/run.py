"""Bringing a file in: the triage of all its rows, then, if asked, one batch or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from detentions import entry
from detentions.intake import mapping as mappings
from detentions.intake import people
from detentions.intake.cities import Cities
from detentions.intake.counts import Counts
from detentions.intake.detentions import Detentions
from detentions.intake.errors import UnusableError
from detentions.intake.events import Events
from detentions.intake.files import Facts, inspect, open_table
from detentions.intake.layout import fits
from detentions.intake.mapping import SavedMapping
from detentions.intake.outcome import Change, Outcome
from detentions.intake.reader import Reader
from detentions.intake.reading import Pass, Progress
from detentions.intake.report import Report
from detentions.intake.source_files import SourceFiles
from detentions.models import (
    City,
    Detainee,
    Detention,
    Event,
    Organisation,
    Region,
    ReportedCount,
    Source,
)

READERS: dict[str, type[Reader]] = {
    "counts": Counts,
    "cities": Cities,
    "events": Events,
    "detentions": Detentions,
    "sources": SourceFiles,
}
# What rests on what: earlier ones are written first.
_ORDER = (Region, City, Organisation, Source, Event, Detainee, Detention, ReportedCount)
_LONGEST_FILE_NAME = 200
_DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True, slots=True)
class Request:
    """What a run is asked to do.

    `by` enters what the file holds (by default a machine account); `publisher`, a second
    person, publishes it. `mapping` is a name or a file; without it the shipped mapping whose
    columns the file has is taken. `companions` replace the companion files of the mapping.
    """

    kind: str
    path: Path
    today: date
    mapping: str = ""
    commit: bool = False
    skip_refused: bool = False
    by: User | None = None
    publisher: User | None = None
    companions: Mapping[str, Path] = field(default_factory=dict)
    progress: Progress | None = None


def run(request: Request) -> Report:
    """Bring a file in and return the report, which the caller closes.

    Raises UnusableError when the file, its mapping or the people named make the run
    impossible. Nothing is written unless `commit` is given and, without `skip_refused`, every
    row can be entered.
    """
    facts = inspect(request.path)
    mapping = _mapping(request)
    one_pass = Pass(
        path=request.path,
        facts=facts,
        mapping=mapping,
        reader=READERS[request.kind],
        today=request.today,
        publisher=request.publisher,
        editor_named=request.by is not None,
        committing=request.commit,
        companions=_companions(request, mapping),
    )
    report = one_pass.run(progress=request.progress)
    skipping = request.skip_refused and report.blocked
    if not request.commit or not report.to_write or (report.blocked and not skipping):
        return report
    report.close()
    return _commit(request, facts, mapping, one_pass)


def _mapping(request: Request) -> SavedMapping:
    if request.mapping:
        found = mappings.load(request.mapping)
        if found.kind != request.kind:
            raise UnusableError(
                _("Mapping %(name)s is for %(kind)s.") % {"name": found.name, "kind": found.kind}
            )
        return found
    candidates = [mappings.load(name) for name in mappings.shipped(request.kind)]
    if len(candidates) == 1:
        return candidates[0]
    fields = READERS[request.kind].fields
    fitting = []
    for candidate in candidates:
        with open_table(request.path, candidate.delimiter) as table:
            if fits(candidate, table.header, fields):
                fitting.append(candidate)
    if len(fitting) != 1:
        raise UnusableError(
            _("Name the mapping with --map: a file, or one of %(names)s.")
            % {"names": ", ".join(candidate.name for candidate in candidates)}
        )
    return fitting[0]


def _companions(request: Request, mapping: SavedMapping) -> dict[str, Path]:
    shipped = {purpose: _DATA / name for purpose, name in mapping.companions.items()}
    return {**shipped, **request.companions}


def _commit(request: Request, facts: Facts, mapping: SavedMapping, one_pass: Pass) -> Report:
    try:
        with entry.in_turn():
            by = request.by or people.machine()
            with entry.batch(
                by=by,
                publisher=request.publisher,
                kind=request.kind,
                file_name=facts.name[-_LONGEST_FILE_NAME:],
                file_digest=facts.digest,
                mapping=mapping.name[:100],
            ) as batch:
                report = one_pass.run(_writer(batch), request.progress)
                _check_again(request, facts, report)
                batch.summarise(report.summary())
                report.committed, report.batch = True, batch.row.pk
    except entry.EntryError as error:
        raise UnusableError(str(error)) from error
    except IntegrityError as error:
        raise UnusableError(
            _("The database refuses a record of the file, so nothing was entered: %(why)s")
            % {"why": error}
        ) from error
    return report


def _check_again(request: Request, facts: Facts, report: Report) -> None:
    """Undo everything when file or database changed between the triage and the writing."""
    if inspect(request.path).digest != facts.digest:
        report.close()
        raise UnusableError(_("The file was changed while it was read: start again."))
    if report.blocked and not request.skip_refused:
        report.close()
        raise UnusableError(
            _("Records were changed while the file was read, so nothing was entered: start again.")
        )


def _writer(batch: entry.Batch) -> Callable[[Sequence[Outcome]], None]:
    published: set[str] = set()

    def write(outcomes: Sequence[Outcome]) -> None:
        """Write what became of some rows, and publish what they rest on."""
        going = [outcome for outcome in outcomes if not outcome.blocked]
        for outcome in going:
            for record in outcome.rests_on:
                if record.pk not in published:
                    published.add(record.pk)
                    batch.publish(record, line=outcome.line)
        proposals = [proposal for outcome in going for proposal in outcome.create]
        proposals.sort(key=lambda proposal: _ORDER.index(proposal.model))
        try:
            batch.create(proposals)
        except ValidationError as error:
            raise UnusableError(_refused(proposals[0].line, proposals[-1].line, error)) from error
        for outcome in going:
            for change in outcome.changes:
                _change(batch, change, outcome.line)
        batch.settle()

    return write


def _change(batch: entry.Batch, change: Change, line: int) -> None:
    """Change a record; what only the file's own other rows made impossible stops the batch."""
    try:
        batch.change(change.record, values=change.values, parts=change.parts, line=line or None)
    except ValidationError as error:
        raise UnusableError(_refused(line, line, error)) from error


def _refused(first: int | None, last: int | None, error: ValidationError) -> str:
    return _("A record of lines %(first)s to %(last)s is refused: %(why)s") % {
        "first": first,
        "last": last,
        "why": error,
    }
