"""Ranges that may be printed short: in "3-400" the hundreds of the first number are left out."""

from fractions import Fraction

_LEFT_OUT = (1_000_000, 1_000, 100)


def in_full(low: Fraction, high: Fraction) -> Fraction | None:
    """Return the number that `low` may be short for before `high`, 300 for 3 before 400.

    None where it can only be meant as printed: nobody says "five to one hundred" for 500 to 100.
    """
    for unit in _LEFT_OUT:
        if high % unit == 0:
            return low * unit if 0 < low * unit < high else None
    return None
