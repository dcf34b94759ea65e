"""Reading printed figures into (qualifier, low, high), and writing them back in words.

The rules are published in `docs/reading-figures.md`. What no rule covers is refused with a
reason: a figure is never guessed.
"""

from .quantity import LARGEST, QUALIFIERS, Quantity, UnfitBounds, UnreadableQuantity, check
from .reading import LONGEST_TEXT, read
from .reasons import Reason
from .refusal import Refusal
from .tongue import language_of
from .wording import in_figures, in_words

__all__ = [
    "LARGEST",
    "LONGEST_TEXT",
    "QUALIFIERS",
    "Quantity",
    "Reason",
    "Refusal",
    "UnfitBounds",
    "UnreadableQuantity",
    "check",
    "in_figures",
    "in_words",
    "language_of",
    "read",
]
