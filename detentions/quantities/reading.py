"""Reading a printed figure: five languages, brackets, several wordings, one answer or none."""

from fractions import Fraction
from functools import lru_cache

from .digits import read_numbers
from .lexicons import LEXICONS
from .numerals import figures_at
from .pitfalls import names_a_group
from .printing import Wording, is_label, wordings
from .quantity import Quantity, UnreadableQuantity
from .reasons import Reason, no_statement
from .refusal import Refused
from .statements import AROUND, readings
from .tokens import Token, normalise, tokenise
from .vocabulary import Item, Sense

LONGEST_TEXT = 500
_WORDS_NAMED = 3

_ENGLISH = LEXICONS["en"]
_LEXICONS = tuple(LEXICONS.values())


class _UnknownWords(Refused):
    """The words are in no table; an English gloss in brackets may still say what they mean."""


def read(text: str) -> Quantity:
    """Return the number of people that a printed text states, by `docs/reading-figures.md`.

    Raises UnreadableQuantity, with the reason, for a text that states no number, states two
    without a rule that joins them, or holds words of no rule.
    """
    try:
        _check_length(text)
        return _read_text(text)
    except Refused as refused:
        raise UnreadableQuantity(text, refused.refusal) from None


# A sheet of 24,101 events holds 98 different values.
@lru_cache(maxsize=1024)
def _read_text(text: str) -> Quantity:
    normal = normalise(text)
    # One sign of another script may stand for many letters.
    _check_length(normal)
    return _read(normal)


def _check_length(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise Refused(Reason.TOO_LONG, count=len(text), length=len(text), longest=LONGEST_TEXT)


def _read(normal: str) -> Quantity:
    if reason := no_statement(normal):
        raise Refused(reason)
    printed = wordings(normal)
    if len(printed) == 1 and not printed[0].main and len(printed[0].notes) == 1:
        return _read(printed[0].notes[0])
    read_as = [_read_wording(wording) for wording in printed]
    if all(quantity == read_as[0] for quantity in read_as):
        return read_as[0]
    if all(any(map(is_label, wording.notes)) for wording in printed):
        for quantity in read_as:
            if all(other is quantity or _allows(quantity, other) for other in read_as):
                return quantity
    raise Refused(Reason.SEVERAL_FIGURES, figures=tuple(read_as))


def _allows(weak: Quantity, strong: Quantity) -> bool:
    """Tell whether everyone who prints `strong` could also have printed `weak`."""
    if weak.low is None or strong.low is None or weak.low > strong.low or weak == strong:
        return False
    return weak.high is None or (strong.high is not None and weak.high > strong.high)


def _read_wording(wording: Wording) -> Quantity:
    try:
        quantity = _read_piece(wording.main)
    except _UnknownWords:
        if gloss := _gloss(wording):
            return gloss
        raise
    for note in wording.notes:
        if is_label(note) or _is_neutral(note):
            continue
        try:
            second = _read_piece(note)
        except Refused:
            raise Refused(Reason.UNKNOWN_NOTE, note=note) from None
        if second != quantity:
            raise Refused(Reason.NOTE_DIFFERS, figure=quantity, in_brackets=second)
    return quantity


def _is_neutral(note: str) -> bool:
    """Tell whether a note only says who is counted: "(detained)", "(total pro and anti)"."""
    tokens = tokenise(note)
    return any(
        all(item.sense in AROUND or item.sense is Sense.AND for item in items)
        and not names_a_group(items)
        for items in (lexicon.understand(tokens) for lexicon in _LEXICONS)
    )


def _gloss(wording: Wording) -> Quantity | None:
    """Read the English in brackets after words of another language: "več kot 200 (more than 200)".

    The gloss must be in words, and the digits outside and inside must be the same ones.
    """
    notes = [note for note in wording.notes if not is_label(note)]
    if len(notes) != 1:
        return None
    outside, inside = _tokens(wording.main), _tokens(notes[0])
    items = _ENGLISH.understand(inside)
    in_plain_words = {item.sense for item in items} - {Sense.DIGITS}
    if Sense.UNREAD in in_plain_words or not in_plain_words - AROUND:
        return None
    found = readings(items)
    if len(found) != 1:
        return None
    numbers = [token.value for token in outside if token.value is not None]
    if numbers != [token.value for token in inside if token.value is not None]:
        raise Refused(Reason.GLOSS_DIFFERS, gloss=notes[0])
    return found[0]


def _tokens(piece: str) -> list[Token]:
    tokens = read_numbers(tokenise(piece.strip().rstrip(" .,;!")))
    return [token for token in tokens if token.text != "'"]


def _read_piece(piece: str) -> Quantity:
    """Read a text without brackets in whichever language knows all its words."""
    tokens = _tokens(piece)
    found: list[Quantity] = []
    refused: list[Refused] = []
    known: list[list[Item]] = []
    for items in (lexicon.understand(tokens) for lexicon in _LEXICONS):
        known.append(items)
        if any(item.sense is Sense.UNREAD for item in items):
            continue
        try:
            found += [quantity for quantity in readings(items) if quantity not in found]
        except Refused as refusal:
            refused.append(refusal)
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(Reason.SEVERAL_MEANINGS, text=piece, figures=tuple(found))
    if refused:
        raise refused[0]
    raise _unread(min(known, key=lambda items: len(_unread_words(items))))


def _unread_words(items: list[Item]) -> list[str]:
    return [item.text for item in items if item.sense is Sense.UNREAD]


def _unread(items: list[Item]) -> Refused:
    """Say why the items make no figure, in the language that knows the most of them."""
    words = _unread_words(items)
    kind = _UnknownWords if words else Refused
    numbers: list[Fraction] = []
    here = 0
    while here < len(items):
        figures = figures_at(items, here)
        if figures:
            figure, here = figures[0]
            numbers += [] if figure.value in numbers else [figure.value]
        else:
            here += 1
    if len(numbers) > 1:
        return kind(Reason.SEVERAL_NUMBERS, numbers=tuple(numbers))
    if words:
        named = tuple(words[:_WORDS_NAMED])
        return kind(Reason.UNKNOWN_WORDS, count=len(named), words=named)
    return kind(Reason.UNKNOWN_ORDER)
