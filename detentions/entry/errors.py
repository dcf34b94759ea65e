"""Why a write was refused, in words for the person who tried it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from detentions.models.base import Record


class EntryError(Exception):
    """A write was refused and nothing was written."""


class NotAllowedError(EntryError):
    """The person may not do this."""


class NotReadyError(EntryError):
    """The record cannot take this step in the state it is in."""


class InUseError(EntryError):
    """Other records rest on this one."""


class BusyError(EntryError):
    """Somebody else has been writing for longer than a write waits for its turn."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody is entering a large file, and nobody else can save until it is in. "
                "Nothing was saved; what you typed is still here: save again in a minute."
            )
        )


class StaleRecordError(EntryError):
    """Somebody else changed the record since the caller read it.

    `current` is the record as it stands now, so that both versions can be shown.
    """

    def __init__(self, current: Record) -> None:
        super().__init__(
            _(
                "%(record)s was changed by %(who)s meanwhile (revision %(revision)s). "
                "Compare both versions and save again."
            )
            % {
                "record": current,
                "who": current.changed_by,
                "revision": current.revision,
            }
        )
        self.current = current
