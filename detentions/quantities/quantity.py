"""What a figure is once it has been read."""

from dataclasses import dataclass

QUALIFIERS = (
    "exactly",
    "at_least",
    "more_than",
    "about",
    "between",
    "unquantified",
    "none_reported",
)

# The largest whole number that both database engines keep in an integer column.
LARGEST = 2_147_483_647


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people under the hedge it was printed with (domain.md, ReportedCount).

    `exactly n` and `about n` have both bounds n; `at least n` has low n and no high; `more than
    n` has low n + 1 and no high; `between a and b` has both; `unquantified` and `none_reported`
    have neither, and neither is zero. Raises ValueError where the bounds do not fit.
    """

    qualifier: str
    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        check(self.qualifier, self.low, self.high)


class UnreadableQuantity(ValueError):
    """A text that the published rules do not read.

    `text` is what was given; `reason` is a plain sentence that says what is wrong and what to
    write instead.
    """

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(reason)
        self.text = text
        self.reason = reason


def check(qualifier: str, low: int | None, high: int | None) -> None:
    """Raise ValueError, naming the fault, when the bounds do not fit the qualifier."""
    if qualifier not in QUALIFIERS:
        raise ValueError(f'"{qualifier}" is not a qualifier: use {", ".join(QUALIFIERS)}.')
    for bound in (low, high):
        if bound is not None and not 0 <= bound <= LARGEST:
            raise ValueError(f"A bound lies between 0 and {LARGEST:,}; {bound:,} does not.")
    if qualifier in ("unquantified", "none_reported"):
        if low is not None or high is not None:
            raise ValueError(f'"{qualifier}" has no numbers: leave both bounds empty.')
    elif low is None:
        raise ValueError(f'"{qualifier}" needs a low bound.')
    else:
        _check_high(qualifier, low, high)


def _check_high(qualifier: str, low: int, high: int | None) -> None:
    if qualifier in ("at_least", "more_than"):
        if high is not None:
            raise ValueError(f'"{qualifier}" has no high bound: leave it empty.')
        if qualifier == "more_than" and low == 0:
            raise ValueError('"more_than" starts at 1: more than n has the low bound n + 1.')
    elif high is None:
        raise ValueError(f'"{qualifier}" needs a high bound.')
    elif qualifier == "between":
        if low >= high:
            raise ValueError('"between" needs a high bound above the low bound.')
    elif low != high:
        raise ValueError(f'"{qualifier}" is one number: both bounds are the same.')
