"""Numbers printed in digits: which commas, dots, spaces and apostrophes group thousands."""

from dataclasses import replace
from fractions import Fraction

from .reasons import Reason
from .refusal import Refused
from .tokens import Token

_SEPARATORS = (",", ".", "'")


def read_numbers(tokens: list[Token]) -> list[Token]:
    """Return the tokens with each run of digits and separators made one number.

    Raises Refused where the separators make no number, or more than one.
    """
    read = []
    here = 0
    while here < len(tokens):
        token, here = tokens[here], here + 1
        if token.text.isdecimal():
            token, here = _number(tokens, token, here)
        read.append(token)
    return read


def _number(tokens: list[Token], first: Token, here: int) -> tuple[Token, int]:
    parts = [first.text]
    separators: list[str] = []
    while step := _next_part(tokens, here, parts, separators):
        separator, width = step
        separators.append(separator)
        parts.append(tokens[here + width - 1].text)
        here += width
    printed = parts[0] + "".join(s + part for s, part in zip(separators, parts[1:], strict=True))
    value, decimal = _interpret(printed, parts, separators)
    return replace(first, text=printed, value=value, decimal=decimal), here


def _next_part(
    tokens: list[Token], here: int, parts: list[str], separators: list[str]
) -> tuple[str, int] | None:
    """Return the separator before the next group of digits and the tokens that both take."""
    ahead = tokens[here : here + 2]
    if ahead and ahead[0].text.isdecimal():
        only_spaces = all(separator == " " for separator in separators)
        in_threes = len(parts[0]) <= 3 and len(ahead[0].text) == 3
        return (" ", 1) if only_spaces and in_threes else None
    if len(ahead) < 2 or ahead[0].text not in _SEPARATORS or not ahead[1].text.isdecimal():
        return None
    return None if ahead[0].spaced or ahead[1].spaced else (ahead[0].text, 2)


def _interpret(
    printed: str, parts: list[str], separators: list[str]
) -> tuple[Fraction, Fraction | None]:
    if not separators:
        if len(parts[0]) > 1 and parts[0][0] == "0":
            raise Refused(Reason.LEADING_ZERO, printed=printed)
        return Fraction(int(parts[0])), None
    *thousands, last = separators
    if all(separator == last for separator in thousands):
        return _one_separator(printed, parts, last)
    if _grouped(parts[:-1]) and last in (",", ".") and len(set(thousands)) == 1:
        return _decimal("".join(parts[:-1]), parts[-1]), None
    raise Refused(Reason.NOT_ONE_NUMBER, printed=printed)


def _one_separator(
    printed: str, parts: list[str], separator: str
) -> tuple[Fraction, Fraction | None]:
    may_be_decimal = len(parts) == 2 and separator in (",", ".")
    if not _grouped(parts):
        if may_be_decimal:
            return _decimal(*parts), None
        raise Refused(Reason.NOT_ONE_NUMBER, printed=printed)
    whole = Fraction(int("".join(parts)))
    if separator == "." and len(parts) == 2 and parts[1] == "000":
        raise Refused(
            Reason.DECIMALS_OR_THOUSANDS, printed=printed, whole=int(parts[0]), thousands=whole
        )
    return whole, _decimal(*parts) if may_be_decimal else None


def _grouped(parts: list[str]) -> bool:
    first, *rest = parts
    return len(first) <= 3 and first[0] != "0" and all(len(part) == 3 for part in rest)


def _decimal(whole: str, places: str) -> Fraction:
    return Fraction(int(whole + places), 10 ** len(places))
