"""The scripts that names are written in, and the invisible damage that names arrive with."""

import re
import unicodedata
from functools import lru_cache

# Unicode publishes no script property through the standard library, but begins the name of every
# letter with its script. The codes are ISO 15924.
_CODES = {
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HANGUL": "Hang",
    "HEBREW": "Hebr",
    "HIRAGANA": "Hira",
    "KANNADA": "Knda",
    "KATAKANA": "Kana",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MALAYALAM": "Mlym",
    "MONGOLIAN": "Mong",
    "MYANMAR": "Mymr",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}
# Writing systems that mix scripts by nature; ISO 15924 names the mixtures.
_SYSTEMS = (({"Hani", "Hira", "Kana"}, "Jpan"), ({"Hang", "Hani"}, "Kore"))

# Letters that look alike: a keyboard left in the wrong layout leaves them behind, unseen.
_LATIN = "aAeEoOpPcCxXyYiIjJkKMTHBë"
_CYRILLIC = "аАеЕоОрРсСхХуУіІјЈкКМТНВё"
_REPAIRS = (
    (str.maketrans(_LATIN, _CYRILLIC), "Cyrl"),
    (str.maketrans(_CYRILLIC, _LATIN), "Latn"),
)
_WORD = re.compile(r"\w+")


def clean_text(text: str) -> str:
    """Return `text` composed (NFC), without zero-width and control characters, single-spaced.

    Tabs and newlines count as spaces. Joiners are dropped in every script, so the result is for
    comparing and storing names, not for setting Persian or Indic type.
    """
    spaced = " ".join(text.split())
    kept = (c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script of `text`.

    "Zyyy" stands for no letters at all, "Zzzz" for a script not in the table above; "Jpan" and
    "Kore" for those languages' own mixtures. Any other mixture is "Mixed", which is no ISO code.
    """
    found = {script for c in text if (script := letter_script(c))}
    if len(found) <= 1:
        return found.pop() if found else "Zyyy"
    return next((code for members, code in _SYSTEMS if found <= members), "Mixed")


@lru_cache(maxsize=4096)
def letter_script(character: str) -> str:
    """Return the script of one letter, or "" for anything that belongs to no script."""
    if not unicodedata.category(character).startswith("L"):
        return ""
    words = unicodedata.name(unicodedata.normalize("NFKC", character)[0], "").split(" ")
    if words[0].startswith("KATAKANA-HIRAGANA") or words[0] in ("MODIFIER", "MASCULINE"):
        return ""
    return _CODES.get(words[0], "Zzzz")


def unmix(text: str) -> str:
    """Return `text` with stray Latin letters in Cyrillic words made Cyrillic, and the reverse.

    «Бoбруйск» with a Latin o is Cyrillic, "Mіr" with a Cyrillic і is Latin; a word in which every
    stray letter has its double in either script becomes Cyrillic. Any other mixture is no slip and
    stays as it is.
    """
    return _WORD.sub(lambda word: _unmix_word(word.group()), text)


def _unmix_word(word: str) -> str:
    if word.isascii() or script_of(word) != "Mixed":
        return word
    repaired = ((word.translate(lookalikes), script) for lookalikes, script in _REPAIRS)
    return next((name for name, script in repaired if script_of(name) == script), word)
