"""What the intake of each kind of file provides."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from typing import ClassVar

from django.utils.translation import gettext as _

from detentions.intake.cells import Cells
from detentions.intake.context import Context
from detentions.intake.files import Row
from detentions.intake.outcome import Outcome, Status


class Reader(ABC):
    """Reads the files of one kind, one lot of rows at a time."""

    # Field -> whether a mapping must have it.
    fields: ClassVar[Mapping[str, bool]]
    # The field with the number of people, "" where the kind has none.
    number_field: ClassVar[str] = ""

    def __init__(self, context: Context) -> None:
        self._context = context

    def _repeats(self, cells: Cells, field: str, key: Hashable, says: Hashable) -> bool:
        """Tell whether an earlier row of the file is about the same; refuses what says otherwise.

        Which of the two is right cannot be known, and leaving one out would lose what it says.
        """
        outcome = cells.outcome
        earlier = self._context.scratch.first("row", key, says, outcome.line)
        if earlier is None:
            return False
        line, same = earlier
        if same:
            outcome.status, outcome.same_as_line = Status.HERE, line
        else:
            reason = _("line %(line)s is about the same and says otherwise: make them one row")
            cells.refuse(field, cells.text(field), reason % {"line": line})
        return True

    @abstractmethod
    def triage(self, rows: Sequence[tuple[Row, Outcome]]) -> list[Outcome]:
        """Decide where each row stands; returns what has to be written before the rows."""
