"""Initials, for names that are published no further."""

import re

from detentions.names.scripts import clean_text

_HYPHEN = re.compile(r"[-‐-―]")


def initials(name: str) -> str:
    """Return the initials of `name`, in its own script and order: "Ivan Ivanou" gives "I. I."

    Double names keep their hyphen ("Anna-Maria" gives "A.-M."). "" when no letter is in it.
    """
    # Initials are often set without a space: «И.И. Иванов».
    words = clean_text(name).replace(".", " ").split()
    return " ".join(filter(None, map(_word_initials, words)))


def _word_initials(word: str) -> str:
    firsts = (next(filter(str.isalpha, part), "") for part in _HYPHEN.split(word))
    # Title case, not upper case: Georgian has capitals, but sets no name in them.
    return "-".join(f"{letter.title()}." for letter in firsts if letter)
