"""The only writer: validate, save, record history, stamp versions, refresh tallies."""

from detentions.entry.accounts import machine_account, make_roles
from detentions.entry.bulk import Batch, Proposal, batch
from detentions.entry.counting import rebuild_tallies
from detentions.entry.demonstration import is_demonstration, mark_demonstration
from detentions.entry.errors import (
    BusyError,
    EntryError,
    InUseError,
    NotAllowedError,
    NotReadyError,
    StaleRecordError,
)
from detentions.entry.load import Load, loading, refuse_others
from detentions.entry.publication import publish, send_back, submit, withdraw
from detentions.entry.records import change, create, discard
from detentions.entry.undo import undo_batch
from detentions.entry.versions import in_turn

__all__ = [
    "Batch",
    "BusyError",
    "EntryError",
    "InUseError",
    "Load",
    "NotAllowedError",
    "NotReadyError",
    "Proposal",
    "StaleRecordError",
    "batch",
    "change",
    "create",
    "discard",
    "in_turn",
    "is_demonstration",
    "loading",
    "machine_account",
    "make_roles",
    "mark_demonstration",
    "publish",
    "rebuild_tallies",
    "refuse_others",
    "send_back",
    "submit",
    "undo_batch",
    "withdraw",
]
