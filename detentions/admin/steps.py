"""The steps of a record to the public and back, and which of them a person may take now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from detentions import entry
from detentions.choices import PublicationState
from detentions.entry import rights
from detentions.entry.foundations import require_foundation
from detentions.models.base import PublishableRecord


def _may_publish(user: Any, record: PublishableRecord) -> None:
    rights.may_publish(user, record)
    require_foundation(record)


@dataclass(frozen=True, slots=True)
class Step:
    """One step on a record's way to the public or back."""

    name: str
    label: Any
    # What the record then is, for the message.
    done: Any
    act: Callable[..., PublishableRecord]
    rule: Callable[[Any, Any], None]
    needs_reason: bool = False


STEPS = {
    step.name: step
    for step in (
        Step(
            "submit",
            gettext_lazy("Hand in for review"),
            gettext_lazy("Handed in for review"),
            entry.submit,
            rights.may_submit,
        ),
        Step(
            "publish",
            gettext_lazy("Publish"),
            gettext_lazy("Published"),
            entry.publish,
            _may_publish,
        ),
        Step(
            "send_back",
            gettext_lazy("Send back"),
            gettext_lazy("Sent back"),
            entry.send_back,
            rights.may_send_back,
            needs_reason=True,
        ),
        Step(
            "withdraw",
            gettext_lazy("Withdraw"),
            gettext_lazy("Withdrawn"),
            entry.withdraw,
            rights.may_withdraw,
            needs_reason=True,
        ),
    )
}

# The step that a record in this state waits for: who may not take it is told why.
_NEXT = {
    PublicationState.DRAFT: "submit",
    PublicationState.IN_REVIEW: "publish",
    PublicationState.PUBLISHED: "withdraw",
    PublicationState.WITHDRAWN: "submit",
}


def offered(user: Any, record: PublishableRecord) -> tuple[list[Step], str]:
    """Return the steps that the person may take now, and why not the one that is due."""
    steps, why_not = [], ""
    for step in STEPS.values():
        try:
            step.rule(user, record)
        except entry.EntryError as refusal:
            if step.name == _NEXT[PublicationState(record.state)]:
                why_not = str(refusal)
        else:
            steps.append(step)
    return steps, why_not
