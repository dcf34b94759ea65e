"""Bringing in files: mappings, triage, and proposals handed to `entry` as one batch."""

from detentions.intake.errors import RefusedError, UnusableError
from detentions.intake.outcome import Status
from detentions.intake.people import named, second_person
from detentions.intake.report import Report
from detentions.intake.run import READERS, Request, run
from detentions.intake.undo import undo

__all__ = [
    "READERS",
    "RefusedError",
    "Report",
    "Request",
    "Status",
    "UnusableError",
    "named",
    "run",
    "second_person",
    "undo",
]
