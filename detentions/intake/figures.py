"""Figures as cells state them, and the sums that an import is checked against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from detentions import quantities, wording
from detentions.choices import Precision
from detentions.intake.moments import Moment
from detentions.intake.scratch import Scratch

NO_MOMENT = Moment(None, Precision.UNKNOWN, "")
# Compared even where the file is blank: together they are the figure.
FIGURE_COLUMNS = ("qualifier", "low", "high")
_LONGEST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, read: what was counted, of whom, how many, in which words, when."""

    measure: str
    group: str
    quantity: quantities.Quantity
    phrase: str
    moment: Moment = NO_MOMENT
    remark: str = ""

    def values(self) -> dict[str, Any]:
        """Return the columns of a reported count that the figure fills."""
        return {
            "measure": self.measure,
            "group": self.group,
            "qualifier": self.quantity.qualifier,
            "low": self.quantity.low,
            "high": self.quantity.high,
            "phrase": self.phrase,
            "as_of": self.moment.at,
            "as_of_precision": self.moment.precision if self.moment.text else "",
            "as_of_text": self.moment.text,
            "remark": self.remark,
        }


@dataclass(slots=True)
class Sums:
    """What a column of numbers holds: every row of the file is in exactly one of the counts.

    The sums cover all rows; `blocked_sum` is the part in rows that cannot be entered, among
    them the totals that some sheets carry in their last line.
    """

    column: str
    rows: int = 0
    blank: int = 0
    numeric_cells: int = 0
    numeric_sum: int = 0
    text_cells: int = 0
    damaged: int = 0
    blocked_sum: int = 0

    def count(self, scratch: Scratch, cell: str | None, reading: str, *, blocked: bool) -> None:
        """Count one row: its cell (None in a row without cells), and how its text was read."""
        self.rows += 1
        if cell is None:
            self.damaged += 1
        elif not cell:
            self.blank += 1
        elif is_number(cell):
            self.numeric_cells += 1
            self.numeric_sum += int(cell)
            self.blocked_sum += int(cell) if blocked else 0
        else:
            self.text_cells += 1
            scratch.count_text(self.column, cell[:_LONGEST_SHOWN], reading)

    def as_dict(self, scratch: Scratch) -> dict[str, Any]:
        """Return the sums with the different texts among the cells."""
        texts = [
            {"value": value, "read_as": reading, "rows": rows}
            for value, reading, rows in self.texts(scratch)
        ]
        return {**asdict(self), "texts": texts}

    def texts(self, scratch: Scratch) -> Iterator[tuple[str, str, int]]:
        """Yield the different texts: value, how it was read or why not, rows."""
        yield from scratch.texts(self.column)


def language(stated: str, phrase: str, of_source: str) -> str:
    """Return the language of the words: as stated, as they decide it, or that of the source."""
    return stated or quantities.language_of(phrase) or of_source


def is_number(cell: str) -> bool:
    """Tell whether a cell is a plain number; any other text goes through the published rules."""
    return cell.isascii() and cell.isdigit()


def read(cell: str) -> tuple[quantities.Quantity | None, str]:
    """Return the quantity that a text states, and in words how it was read or why it was not."""
    try:
        quantity = quantities.read(cell)
    except quantities.UnreadableQuantity as error:
        return None, wording.why(error.refusal)
    return quantity, wording.in_words(quantity)
