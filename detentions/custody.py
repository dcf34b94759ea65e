"""What became of a detained person, read from the latest step of the detention.

Everything that shows or counts a status asks here, so that a page of one record and the
tally of its day cannot differ.
"""

from __future__ import annotations

import datetime as dt

from detentions.choices import OPEN_FOR_DAYS, OPEN_STEPS, CustodyKind

OPEN_FOR = dt.timedelta(days=OPEN_FOR_DAYS)


def status_kind(last_step: str, detained_on: dt.date, *, today: dt.date) -> str:
    """Return the status of a detention whose latest step this is; "" where there is none.

    A detention without any step is `held`. More than three days after the detention a step
    that leaves the person's fate open is `unknown`: never for ever "detained" (domain.md,
    CustodyEvent: without an outcome 72 hours on).
    """
    if last_step in OPEN_STEPS and today - detained_on > OPEN_FOR:
        return CustodyKind.UNKNOWN
    return last_step or CustodyKind.HELD


def status(
    last_step: str, last_step_date: dt.date | None, detained_on: dt.date, *, today: dt.date
) -> tuple[str, dt.date]:
    """Return the status of a detention and the day since which it stands."""
    return status_kind(last_step, detained_on, today=today), last_step_date or detained_on
