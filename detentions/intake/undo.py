"""Taking back a committed batch."""

from __future__ import annotations

from django.utils.translation import gettext as _

from detentions import entry
from detentions.intake import people
from detentions.intake.errors import RefusedError, UnusableError
from detentions.models import IntakeBatch


def undo(batch_id: str, *, by: str = "") -> int:
    """Take back what a batch entered; returns how many records that were.

    Raises UnusableError for an unknown batch or account or without the right, RefusedError,
    naming the records, when some were edited since or others rest on them.
    """
    batch = IntakeBatch.objects.filter(pk=batch_id).first()
    if batch is None:
        raise UnusableError(_("There is no batch %(id)s.") % {"id": batch_id})
    person = people.named(by)
    try:
        with entry.in_turn():
            return entry.undo_batch(batch, by=person or people.machine())
    except entry.NotAllowedError as error:
        raise UnusableError(str(error)) from error
    except entry.EntryError as error:
        raise RefusedError(str(error)) from error
