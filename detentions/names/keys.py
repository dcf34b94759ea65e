"""Match keys: one spelling for the spellings that one name has.

Belarusian, Russian and Ukrainian Cyrillic, official Belarusian Latin, BGN/PCGN, Polish and the
press's English are folded together where they differ by system of writing, and only there. Where
the languages' forms differ (Vitebsk and Viciebsk, Mogilev and Mahilioŭ), keys differ: the
gazetteer has both names.

What is folded, and why it is safe to:

- case, width and other compatibility forms, zero-width and control characters, diacritics and
  stress marks: typing, not naming;
- Latin lookalikes inside a Cyrillic word: a keyboard slip;
- apostrophes, soft and hard signs, BGN's raised dots: half of all writers leave them out;
- hyphens, other punctuation and runs of spaces, to one space: as above;
- doubled letters, to one (Rossony, Rasony): Russian doubles where Belarusian does not;
- г ґ h g gh, to g: one letter, read h in Belarusian and Ukrainian, g in Russian;
- в ў w v ŭ, and u after a, e or o, to v: Магілёў, Mahilyow, Mahilioŭ, Mahiliou;
- и і ы й ї y i j, to i, and i i to i: Belarusian і and ы both answer Russian и, and -ий, -ы, -y,
  -yj, -yy are one ending;
- е э є ё and i before e or o, to e: Homyel, Homieĺ, Homel; ё is printed е as a rule;
- ц ts tz c, to c; ш sh š sz, to sh; ж zh ž ż, to zh;
- ч č cz and х kh, to ch: "ch" is ч in English and х in Polish and Belarusian Latin (Bychaŭ), and
  nothing in a word says which. In the gazetteer this joins no two places;
- x, to ks (Maxim, Maksim).

Not folded, though often one name: a and o (Barysaŭ, Borisov), c and t, German and French
spellings (Schodsina, Jlobin), rz. Those change the sound, and would join different names.
"""

import re
import unicodedata

from detentions.names.scripts import clean_text, letter_script, unmix

_LETTERS = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "ј": "i", "к": "k", "л": "l",
    "љ": "l", "м": "m", "н": "n", "њ": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ў": "v", "ф": "f", "х": "ch", "ц": "c", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
    "ы": "i", "ь": "", "ѣ": "e", "э": "e", "ю": "iu", "я": "ia",
    "č": "ch", "ĉ": "ch", "š": "sh", "ŝ": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ż": "zh",
    "ĵ": "zh", "ţ": "c", "ț": "c", "ŭ": "v", "ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae",
    "œ": "oe", "ə": "e", "x": "ks",
})  # fmt: skip
_APOSTROPHES = dict.fromkeys(map(ord, "'`´’‘ʼʹʺʻʽʾʿˈ′″·‧"))
_SOUND = re.compile(r"sh|sz(?!h)|ch|cz(?!h)|kh|zh|t[sz](?![hz])|gh|.", re.DOTALL)
_SPELLINGS = {
    "sz": "sh", "cz": "ch", "kh": "ch", "ts": "c", "tz": "c", "gh": "g", "h": "g", "w": "v",
    "y": "i", "j": "i",
}  # fmt: skip


def match_key(text: str) -> str:
    """Return the script- and spelling-neutral key of `text`; "" when it has no letter or digit.

    Never raises, takes time linear in the length, and is its own key: keys may be stored, compared
    and looked up, and folding a key again changes nothing. Words in scripts other than Latin and
    Cyrillic are only normalised (NFKC, caseless, no invisible characters): no folding of theirs
    has been shown to be safe.
    """
    compatible = unicodedata.normalize("NFKC", clean_text(text.translate(_APOSTROPHES)))
    caseless = unicodedata.normalize("NFKC", unmix(compatible).casefold())
    bare = clean_text(caseless.translate(_APOSTROPHES))
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in bare).split()
    return " ".join(filter(None, map(_word_key, words)))


def person_key(text: str) -> str:
    """Return the key of a person's name, the same in whatever order its parts are printed."""
    return " ".join(sorted(match_key(text).split()))


def _word_key(word: str) -> str:
    if not {letter_script(c) for c in word} <= {"Latn", "Cyrl", ""}:
        return word
    # Twice: š is a letter of its own, while ǿ becomes one only when its accent is gone.
    spelled = unicodedata.normalize("NFD", word.replace("ьо", "ё").translate(_LETTERS))
    bare = "".join(c for c in spelled if unicodedata.category(c)[0] != "M")
    folded = bare.translate(_LETTERS)
    # Folding can bring letters together that are a digraph (tzz, tz): a second round meets it.
    while (key := _fold(folded)) != folded:
        folded = key
    return key


def _fold(word: str) -> str:
    sounds: list[str] = []
    for match in _SOUND.finditer(word):
        sound = _SPELLINGS.get(match.group(), match.group())
        before = sounds[-1] if sounds else ""
        if sound == "u" and before in ("a", "e", "o"):
            sound = "v"
        elif sound in ("e", "o") and before == "i":
            sounds.pop()
            sound, before = "e", sounds[-1] if sounds else ""
        if sound != before or sound.isdigit():
            sounds.append(sound)
    return "".join(sounds)
