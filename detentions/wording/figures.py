"""Figures and numbers in the reader's language."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from detentions.quantities import Quantity

_LONGEST_NUMBER = 40
_WORDS: Final[Mapping[str, str]] = {
    "exactly": "%(low)s",
    "at_least": _("at least %(low)s"),
    "more_than": _("more than %(below)s"),
    "about": _("about %(low)s"),
    "between": _("between %(low)s and %(high)s"),
    "unquantified": _("an unstated number"),
    "none_reported": _("none reported"),
}


def in_words(quantity: Quantity) -> str:
    """Return the figure in words: "at least 6", "more than 500", "none reported"."""
    low, high = quantity.low or 0, quantity.high or 0
    return gettext(_WORDS[quantity.qualifier]) % {
        "low": number(low),
        "below": number(low - 1),
        "high": number(high),
    }


def number(value: int | Fraction) -> str:
    """Return a number with its thousands grouped, cut short where it would drown a sentence."""
    exact = Fraction(value)
    whole = exact.denominator == 1
    # A float cannot hold every number that somebody types into a cell.
    plain = exact.numerator if whole else Decimal(exact.numerator) / Decimal(exact.denominator)
    written = number_format(plain, force_grouping=True)
    return f"{written[:_LONGEST_NUMBER]}…" if len(written) > _LONGEST_NUMBER else written
