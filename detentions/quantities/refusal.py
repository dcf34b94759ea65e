"""Why a text, or a pair of bounds, is no figure: a reason with its values, never a sentence.

What a person reads is made of them in `detentions.wording`, in that person's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .reasons import Reason


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason and what it is about, by the names that its sentence calls them.

    Values are texts, numbers, quantities, and tuples of these; `count` is a number that only
    chooses between singular and plural.
    """

    reason: Reason
    values: Mapping[str, object]


class Refused(Exception):
    """How the readers say no to each other before the caller hears of it."""

    def __init__(self, reason: Reason, **values: object) -> None:
        super().__init__(reason)
        self.refusal = Refusal(reason, values)


class RefusedValueError(ValueError):
    """How callers hear of a refusal."""

    def __init__(self, refusal: Refusal) -> None:
        values = ", ".join(f"{name}={value!r}" for name, value in refusal.values.items())
        super().__init__(f"{refusal.reason}({values})")
        self.refusal = refusal
