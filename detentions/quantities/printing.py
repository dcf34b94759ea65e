"""How a figure lies on the page: wordings divided by a slash, notes in brackets."""

from dataclasses import dataclass

from .reasons import Reason
from .refusal import Refused

# Notes that begin so tell where, or how else, the same figure was printed.
LABELS = (
    "headline",
    "title",
    "subtitle",
    "caption",
    "lead",
    "text",
    "text also",
    "in the text",
    "also",
    "address",
    "link",
    "заголовок",
    "в заголовке",
    "текст",
    "в тексте",
    "загаловак",
    "у загалоўку",
    "тэкст",
    "у тэксце",
    "у заголовку",
    "у тексті",
    "nagłówek",
    "tytuł",
    "w tytule",
    "w tekście",
    "tekst",
)

_OPENING = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a figure and the notes in brackets that belong to it."""

    main: str
    notes: tuple[str, ...]


def wordings(normal: str) -> list[Wording]:
    """Divide a normalised text at its slashes and take the bracketed notes out.

    Raises Refused for brackets that do not close or lie within each other.
    """
    found: list[Wording] = []
    main: list[str] = []
    note: list[str] = []
    notes: list[str] = []
    closing = ""
    for sign in normal:
        if closing:
            if sign == closing:
                notes.append("".join(note).strip())
                note, closing = [], ""
            elif sign in "()[]":
                raise Refused(Reason.UNBALANCED_BRACKETS)
            else:
                note.append(sign)
        elif sign in _OPENING:
            closing = _OPENING[sign]
            main.append(" ")
        elif sign in ")]":
            raise Refused(Reason.UNBALANCED_BRACKETS)
        elif sign == "/":
            found.append(Wording("".join(main).strip(), tuple(notes)))
            main, notes = [], []
        else:
            main.append(sign)
    if closing:
        raise Refused(Reason.UNBALANCED_BRACKETS)
    return [*found, Wording("".join(main).strip(), tuple(notes))]


def is_label(note: str) -> bool:
    """Tell whether a note names a place of printing: "(headline)", "(text also: more than 340)"."""
    return note.partition(":")[0].strip() in LABELS
