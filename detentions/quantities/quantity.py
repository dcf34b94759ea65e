"""What a figure is once it has been read."""

from dataclasses import dataclass

from .reasons import Reason
from .refusal import Refusal, RefusedValueError

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
    have neither, and neither is zero. Raises UnfitBounds where the bounds do not fit.
    """

    qualifier: str
    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        check(self.qualifier, self.low, self.high)


class UnreadableQuantity(RefusedValueError):
    """A text that the published rules do not read: `text` as given, and the `refusal`."""

    def __init__(self, text: str, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.text = text


class UnfitBounds(RefusedValueError):
    """Bounds that do not fit their qualifier."""

    def __init__(self, reason: Reason, **values: object) -> None:
        super().__init__(Refusal(reason, values))


def check(qualifier: str, low: int | None, high: int | None) -> None:
    """Raise UnfitBounds, naming the fault, when the bounds do not fit the qualifier."""
    if qualifier not in QUALIFIERS:
        raise UnfitBounds(Reason.NO_QUALIFIER, qualifier=qualifier, qualifiers=QUALIFIERS)
    for bound in (low, high):
        if bound is not None and not 0 <= bound <= LARGEST:
            raise UnfitBounds(Reason.BOUND_OUT_OF_RANGE, bound=bound, largest=LARGEST)
    if qualifier in ("unquantified", "none_reported"):
        if low is not None or high is not None:
            raise UnfitBounds(Reason.NUMBERS_NOT_TAKEN, qualifier=qualifier)
    elif low is None:
        raise UnfitBounds(Reason.LOW_MISSING, qualifier=qualifier)
    else:
        _check_high(qualifier, low, high)


def _check_high(qualifier: str, low: int, high: int | None) -> None:
    if qualifier in ("at_least", "more_than"):
        if high is not None:
            raise UnfitBounds(Reason.HIGH_NOT_TAKEN, qualifier=qualifier)
        if qualifier == "more_than" and low == 0:
            raise UnfitBounds(Reason.MORE_THAN_NOTHING, qualifier=qualifier)
    elif high is None:
        raise UnfitBounds(Reason.HIGH_MISSING, qualifier=qualifier)
    elif qualifier == "between":
        if low >= high:
            raise UnfitBounds(Reason.HIGH_NOT_ABOVE_LOW, qualifier=qualifier)
    elif low != high:
        raise UnfitBounds(Reason.BOUNDS_DIFFER, qualifier=qualifier)
