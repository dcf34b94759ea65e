"""Counting everything again, should the tally table ever differ from the records."""

from __future__ import annotations

from detentions import tallies
from detentions.entry import versions


def rebuild_tallies() -> tuple[tallies.Difference, ...]:
    """Derive the tally table anew and return what was wrong in it; all or nothing.

    A repair is a new data version, so that no page or partner keeps the wrong figures.
    """
    with versions.in_turn():
        found = tallies.differences()
        if found:
            tallies.rebuild()
            versions.use_up()
        return found
