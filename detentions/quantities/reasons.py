"""The reasons why a text, or a pair of bounds, states no number of people."""

from enum import StrEnum, auto


class Reason(StrEnum):
    """Each has one sentence in `detentions.wording`, which also says what to write instead."""

    # the text states no number
    BLANK = auto()
    UNKNOWN = auto()
    ELSEWHERE = auto()
    NO_SOURCE = auto()
    LETTER_O = auto()
    # the text as a whole
    TOO_LONG = auto()
    UNBALANCED_BRACKETS = auto()
    SEVERAL_FIGURES = auto()
    SEVERAL_NUMBERS = auto()
    SEVERAL_MEANINGS = auto()
    UNKNOWN_WORDS = auto()
    UNKNOWN_ORDER = auto()
    # notes in brackets
    UNKNOWN_NOTE = auto()
    NOTE_DIFFERS = auto()
    GLOSS_DIFFERS = auto()
    # digits and number words
    SPECIAL_SIGN = auto()
    LEADING_ZERO = auto()
    NOT_ONE_NUMBER = auto()
    DECIMALS_OR_THOUSANDS = auto()
    DECIMALS_BEFORE_SCALE = auto()
    COUNTED_OR_ADDED = auto()
    SEVERAL_UNCOUNTED = auto()
    ABOVE_LARGEST = auto()
    NOT_WHOLE = auto()
    # what looks like a figure and means another one
    MINUS = auto()
    ENDING = auto()
    PART_OF_GROUP = auto()
    SHORT_RANGE = auto()
    RANGE_NOT_ASCENDING = auto()
    NO_ROOM = auto()
    # bounds that do not fit their qualifier
    NO_QUALIFIER = auto()
    BOUND_OUT_OF_RANGE = auto()
    NUMBERS_NOT_TAKEN = auto()
    LOW_MISSING = auto()
    HIGH_MISSING = auto()
    HIGH_NOT_TAKEN = auto()
    MORE_THAN_NOTHING = auto()
    HIGH_NOT_ABOVE_LOW = auto()
    BOUNDS_DIFFER = auto()


_NO_STATEMENT: dict[str, Reason] = {
    "": Reason.BLANK,
    "o": Reason.LETTER_O,
    "о": Reason.LETTER_O,
    **dict.fromkeys(
        (
            "unknown",
            "not known",
            "unclear",
            "uncertain",
            "not stated",
            "not specified",
            "not reported",
            "n/a",
            "na",
            "n.a",
            "tbd",
            "no data",
            "no information",
            "?",
            "неизвестно",
            "нет данных",
            "нет информации",
            "невядома",
            "няма звестак",
            "няма дадзеных",
            "невідомо",
            "немає даних",
            "немає інформації",
            "nieznana",
            "nieznane",
            "nie wiadomo",
            "brak danych",
            "brak informacji",
        ),
        Reason.UNKNOWN,
    ),
    **dict.fromkeys(
        ("see above", "see below", "as above", "above", "ditto", "same", "ibid", "см. выше"),
        Reason.ELSEWHERE,
    ),
}
_DEAD_LINKS = ("dead link", "deadlink", "broken link", "link dead", "paywall")


def no_statement(normal: str) -> Reason | None:
    """Return the reason why a normalised text states no number, None where it may state one."""
    bare = normal.strip(".,;:!-–—_* ")
    if bare and bare.strip("?") == "":
        bare = "?"
    if bare.startswith(_DEAD_LINKS):
        return Reason.NO_SOURCE
    return _NO_STATEMENT.get(bare)
