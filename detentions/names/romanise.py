"""Romanisation of Cyrillic names as English-language reference works print it.

Belarusian: BGN/PCGN 1979. Russian: BGN/PCGN 1947. Ukrainian: resolution 55 of the Cabinet of
Ministers of Ukraine, 2010. The raised dots that BGN/PCGN allows ("t·s" for тс) are optional and
left out, as gazetteers do.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

_SHARED = {
    "а": "a", "б": "b", "в": "v", "д": "d", "ж": "zh", "з": "z", "й": "y", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya",
}  # fmt: skip
# The Belarusian apostrophe passes through: it is typed as any of ' ’ ʼ, and the system's ʺ would
# tell apart names that differ only in the keyboard they were typed on.
_BELARUSIAN = _SHARED | {
    "г": "h", "ґ": "g", "е": "ye", "ё": "yo", "і": "i", "ў": "w", "ы": "y", "ь": "ʹ", "э": "e",
}  # fmt: skip
_RUSSIAN = _SHARED | {
    "г": "g", "е": "e", "ё": "ë", "и": "i", "ъ": "ʺ", "ы": "y", "ь": "ʹ", "э": "e",
}  # fmt: skip
_UKRAINIAN = _SHARED | {
    "г": "h", "ґ": "g", "е": "e", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "ь": "",
    "ю": "iu", "я": "ia",
}  # fmt: skip
_UKRAINIAN_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_UKRAINIAN_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_IOTATING = frozenset("аеёиоуыэюяйъь")


def romanise(text: str, language: str) -> str:
    """Return `text`, written in `language` ("be", "ru" or "uk"), in Latin letters.

    Characters outside the language's alphabet pass through. Raises ValueError for any other
    language: a romanisation by another language's rules is a misspelling.
    """
    match language:
        case "be":
            return _spell(text, _BELARUSIAN, lambda before, letter: None)
        case "ru":
            return _spell(text, _RUSSIAN, _russian_context)
        case "uk":
            return _spell(_UKRAINIAN_APOSTROPHE.sub("", text), _UKRAINIAN, _ukrainian_context)
    raise ValueError(f"no romanisation rules for language {language!r}")


def _russian_context(before: str, letter: str) -> str | None:
    if letter in "её" and (not before.isalpha() or before in _IOTATING):
        return "y" + _RUSSIAN[letter]
    return None


def _ukrainian_context(before: str, letter: str) -> str | None:
    if letter == "г" and before == "з":
        return "gh"
    return None if before.isalpha() else _UKRAINIAN_INITIAL.get(letter)


def _spell(text: str, table: Mapping[str, str], context: Callable[[str, str], str | None]) -> str:
    text = unicodedata.normalize("NFC", text)
    spelled = []
    for position, character in enumerate(text):
        letter = character.lower()
        if letter not in table:
            spelled.append(character)
            continue
        before = text[position - 1].lower() if position else ""
        latin = context(before, letter) or table[letter]
        if character != letter:
            latin = latin.upper() if _in_capitals(text, position) else latin.capitalize()
        spelled.append(latin)
    return "".join(spelled)


def _in_capitals(text: str, position: int) -> bool:
    """Tell whether the capital at `position` stands in a word written in capitals."""
    after = text[position + 1 : position + 2]
    if after.isalpha():
        return after.isupper()
    return position > 0 and text[position - 1].isupper()
