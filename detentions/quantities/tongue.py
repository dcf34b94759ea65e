"""Which language the words of a figure are in, where they decide it."""

from collections.abc import Iterator

from .lexicons import LEXICONS
from .printing import is_label, wordings
from .refusal import Refused
from .tokens import normalise, tokenise
from .vocabulary import Item, Sense


def language_of(text: str) -> str:
    """Return the code of the only language that knows all the words of a text, else "".

    Digits are of no language, and words that several share («тысяч» is Russian and Belarusian)
    are not guessed at. A gloss in brackets says nothing about the words before it.
    """
    try:
        found = [_knowing(piece) for piece in _printed(normalise(text)) if _is_word(piece)]
    except Refused:
        return ""
    common = set.intersection(*found) if found else set()
    return common.pop() if len(common) == 1 else ""


def _printed(normal: str) -> Iterator[str]:
    """Yield the wordings, and those that a label quotes: "405 (headline: over 400)"."""
    for wording in wordings(normal):
        yield wording.main
        for note in wording.notes:
            label, colon, quoted = note.partition(":")
            if colon and is_label(label):
                yield quoted


def _knowing(piece: str) -> set[str]:
    """Return the languages that know every word of a piece."""
    tokens = tokenise(piece)
    return {
        code
        for code, lexicon in LEXICONS.items()
        if not any(map(_is_unread_word, lexicon.understand(tokens)))
    }


def _is_unread_word(item: Item) -> bool:
    return item.sense is Sense.UNREAD and _is_word(item.text)


def _is_word(text: str) -> bool:
    return any(sign.isalpha() for sign in text)
