"""Printed publishers that name whom they repeat: "UAWire citing BelTA", "Reuters via Devdiscourse".

Of such a pair one published the document at the row's address, and the other wrote what it
repeats, which is no second source (domain.md, Source). A slash ("Fronda / PAP") says neither.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PRINTED = (
    re.compile(r"(?P<publisher>\S.*?),?\s+(?:citing|quoting)\s+(?P<origin>.*\S)", re.IGNORECASE),
    re.compile(r"(?P<origin>\S.*?),?\s+via\s+(?P<publisher>.*\S)", re.IGNORECASE),
)


class Publishers(NamedTuple):
    """Who published a document, and whom it repeats: "" where the printed name says no one."""

    publisher: str
    origin: str


def split(printed: str) -> Publishers:
    """Return the two names that a printed publisher joins, or the one that it is."""
    for pattern in _PRINTED:
        if match := pattern.fullmatch(printed):
            return Publishers(match["publisher"], match["origin"])
    return Publishers(printed, "")
