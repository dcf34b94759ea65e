"""What the intake of each kind of file provides."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from detentions.intake.context import Context
from detentions.intake.files import Row
from detentions.intake.outcome import Outcome


class Reader(ABC):
    """Reads the files of one kind, one lot of rows at a time."""

    # Field -> whether a mapping must have it.
    fields: ClassVar[Mapping[str, bool]]
    # The field with the number of people, "" where the kind has none.
    number_field: ClassVar[str] = ""

    def __init__(self, context: Context) -> None:
        self._context = context

    @abstractmethod
    def triage(self, rows: Sequence[tuple[Row, Outcome]]) -> list[Outcome]:
        """Decide where each row stands; returns what has to be written before the rows."""
