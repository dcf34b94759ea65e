"""Writing a figure back with its hedge kept; `read` understands everything written here."""

from collections.abc import Mapping
from fractions import Fraction

from .elision import in_full
from .quantity import Quantity

_WORDS: Mapping[str, str] = {
    "exactly": "{low:,}",
    "at_least": "at least {low:,}",
    "more_than": "more than {below:,}",
    "about": "about {low:,}",
    "between": "between {low:,} and {high:,}",
    "unquantified": "an unstated number",
    "none_reported": "none reported",
}

_FIGURES: Mapping[str, str] = {
    "exactly": "{low:,}",
    "at_least": "≥ {low:,}",
    "more_than": "> {below:,}",
    "about": "~ {low:,}",
    "between": "{low:,}–{high:,}",
    "unquantified": "unquantified",
    "none_reported": "none reported",
}


def in_words(quantity: Quantity) -> str:
    """Return the figure in English words: "at least 6", "more than 500", "none reported"."""
    return _fill(_WORDS[quantity.qualifier], quantity)


def in_figures(quantity: Quantity) -> str:
    """Return the short form for a table cell: "≥ 6", "> 500", "5–10", "unquantified".

    A range whose figures could be taken for another, as 3–400 for 300 to 400, stays in words.
    """
    low, high = Fraction(quantity.low or 0), Fraction(quantity.high or 0)
    if quantity.qualifier == "between" and in_full(low, high):
        return in_words(quantity)
    return _fill(_FIGURES[quantity.qualifier], quantity)


def _fill(form: str, quantity: Quantity) -> str:
    low = quantity.low or 0
    return form.format(low=low, below=low - 1, high=quantity.high or 0)
