"""Cutting a printed text into words, digits and signs, whatever its script or typography."""

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from .reasons import Reason
from .refusal import Refused

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʹ′`´", "'"))
_SAME_SIGN = str.maketrans(
    {
        "ё": "е",
        "٬": ",",
        "⩾": "≥",
        "⩽": "≤",
        "\u0301": None,  # the stress mark that dictionaries print over Cyrillic vowels
        **dict.fromkeys('"«»“”„‟', " "),
    }
)
_TOKEN = re.compile(r"(?P<space>\s*)(?P<body>\d+|[^\W\d_]+(?:'[^\W\d_]+)*|\S)")


@dataclass(frozen=True, slots=True)
class Token:
    """A run of digits, a word, or one sign; `spaced` when white space stands before it.

    A number in digits has its `value`, and `decimal`, its other reading, where its one separator
    could be a decimal point.
    """

    text: str
    spaced: bool
    value: Fraction | None = None
    decimal: Fraction | None = None


def normalise(text: str) -> str:
    """Return the text in one form: lower case, NFKC, ASCII digits, single spaces, plain quotes.

    Raises Refused for marks such as a superscript: NFKC would turn "24²" into 242.
    """
    plain = []
    for sign in text.translate(_APOSTROPHES):
        if not sign.isascii() and (digit := unicodedata.decimal(sign, None)) is not None:
            plain.append(str(digit))
            continue
        usual = unicodedata.normalize("NFKC", sign)
        if not sign.isdecimal() and any(part.isdecimal() for part in usual):
            raise Refused(Reason.SPECIAL_SIGN, sign=sign)
        if unicodedata.category(sign) != "Cf":
            plain.append(sign)
    folded = unicodedata.normalize("NFKC", "".join(plain)).casefold().translate(_SAME_SIGN)
    return " ".join(folded.split())


def tokenise(normal: str) -> list[Token]:
    """Cut a normalised text into tokens; every visible sign ends up in one of them."""
    return [Token(match["body"], bool(match["space"])) for match in _TOKEN.finditer(normal)]
