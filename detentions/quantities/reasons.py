"""Why a text states no number of people, and what to write instead."""

from .refusal import quoted

_BLANK = (
    "The cell is empty, which is not zero: leave the figure out, or write 0 if the source says "
    "that nobody was detained."
)
_UNKNOWN = (
    "The text says that the number is not known: leave the figure out, or write "
    '"an unstated number" if people were detained.'
)
_ELSEWHERE = "The text points to another row: write that row's figure here if it is meant."
_NO_SOURCE = (
    "The source could not be opened, so it states no number: look for an archived copy, or leave "
    "the figure out."
)
_LETTER_O = "This is the letter o, not a digit: write 0 if zero is meant, else leave it out."

_NO_STATEMENT: dict[str, str] = {
    "": _BLANK,
    "o": _LETTER_O,
    "о": _LETTER_O,
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
        _UNKNOWN,
    ),
    **dict.fromkeys(
        ("see above", "see below", "as above", "above", "ditto", "same", "ibid", "см. выше"),
        _ELSEWHERE,
    ),
}
_DEAD_LINKS = ("dead link", "deadlink", "broken link", "link dead", "paywall")


def no_statement(normal: str) -> str | None:
    """Return the reason why a normalised text states no number, None where it may state one."""
    bare = normal.strip(".,;:!-–—_* ")
    if bare and bare.strip("?") == "":
        bare = "?"
    if bare.startswith(_DEAD_LINKS):
        return _NO_SOURCE
    return _NO_STATEMENT.get(bare)


def not_words_of_a_figure(words: list[str]) -> str:
    """Return the reason for words that are in no table, or that form no figure together."""
    if not words:
        return (
            "The words are known, but do not state a number of people in this order: write the "
            'figure alone, for example 24 or "at least 6".'
        )
    named = ", ".join(quoted(word) for word in words[:3])
    verb = "is not part" if len(words) == 1 else "are not parts"
    return (
        f'{named} {verb} of a figure: write the figure alone, for example 24 or "at least 6", '
        "and keep the rest for its own column or the note."
    )
