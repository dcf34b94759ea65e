"""The way of a record to the public and back: submit, return, publish, withdraw."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from detentions.choices import PublicationState
from detentions.entry import rights
from detentions.entry.errors import NotReadyError
from detentions.entry.foundations import refuse_if_in_use, require_foundation
from detentions.entry.records import compare_and_set, lock
from detentions.entry.work import Work, watch_record, writing
from detentions.models.base import PublishableRecord

P = TypeVar("P", bound=PublishableRecord)


def submit(record: P, *, by: User, revision: int, reason: str = "") -> P:
    """Hand a draft (or a withdrawn record) in for review."""

    def step(current: P) -> None:
        """Hand it in, if this person may."""
        rights.may_submit(by, current)
        current.state = PublicationState.IN_REVIEW

    return _step(record, by, revision, reason, None, step)


def send_back(record: P, *, by: User, revision: int, reason: str) -> P:
    """Return a record in review to its enterer, saying why."""

    def step(current: P) -> None:
        """Send it back, if this person may and says why."""
        rights.may_send_back(by, current)
        if not reason.strip():
            raise NotReadyError(_("Say what has to change before it can be published."))
        current.state = PublicationState.DRAFT

    return _step(record, by, revision, reason, None, step)


def publish(
    record: P, *, by: User, revision: int, reason: str = "", at: datetime | None = None
) -> P:
    """Publish what somebody else entered.

    Raises NotAllowedError for whoever entered or last changed it, NotReadyError for a record
    that is not in review or rests on something unpublished.
    """

    def step(current: P) -> None:
        """Put it before the public, if this person may and what it rests on is there."""
        rights.may_publish(by, current)
        require_foundation(current)
        current.state = PublicationState.PUBLISHED
        current.published_by = by

    return _step(record, by, revision, reason, at, step)


def withdraw(record: P, *, by: User, revision: int, reason: str) -> P:
    """Take a record from the public, saying why; its id answers 410 from then on.

    Raises InUseError, naming how many, while published records rest on it.
    """

    def step(current: P) -> None:
        """Take it from the public, if this person may, says why, and nothing rests on it."""
        rights.may_withdraw(by, current)
        if not reason.strip():
            raise NotReadyError(_("Say why the record is withdrawn."))
        refuse_if_in_use(current)
        current.state = PublicationState.WITHDRAWN

    return _step(record, by, revision, reason, None, step)


def _step(
    record: P,
    by: User,
    revision: int,
    reason: str,
    at: datetime | None,
    step: Callable[[P], None],
) -> P:
    with writing(by, reason, at) as work:
        current = lock(record, revision)
        watch_record(work, current)
        step(current)
        _stamp_publication(work, current)
        compare_and_set(work, current, revision)
    current.refresh_from_db()
    return current


def _stamp_publication(work: Work, record: PublishableRecord) -> None:
    if record.state == PublicationState.PUBLISHED:
        record.published_at = work.at
