"""What a word can mean in a figure, and how a language lists its words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from fractions import Fraction

from .tokens import Token, normalise, tokenise

_SOFT_SIGN = re.compile("ь(?=[бвгджзйклмнпрстфхцчшў])")


class Sense(Enum):
    """The part that a word, phrase or sign plays in a figure."""

    # hedges before a number
    EXACTLY = auto()
    AT_LEAST = auto()
    MORE_THAN = auto()
    ABOUT = auto()
    ALMOST = auto()
    AT_MOST = auto()
    BELOW = auto()
    UP_TO = auto()  # "up to 10"; in Slavic languages also the middle of "от 5 до 10"
    # hedges after a number
    OR_MORE = auto()
    AND_SOME = auto()
    OR_SO = auto()
    # no number
    VAGUE = auto()
    SOME = auto()  # English only: "some 3,000" is about 3,000, "some arrests" is vague
    # between two numbers
    BETWEEN = auto()
    FROM = auto()
    TO = auto()
    AND = auto()
    OR = auto()
    DASH = auto()
    # numbers
    DIGITS = auto()
    NUMBER = auto()
    SCALE = auto()
    AND_A_HALF = auto()
    ARTICLE = auto()
    # the sentence around a number
    NOT = auto()
    NOBODY = auto()
    PEOPLE = auto()
    DETENTION = auto()
    STATED = auto()
    TOTAL = auto()
    OF = auto()  # English only: "hundreds of people", where it makes no part of a group
    PART_OF = auto()
    GLUE = auto()
    COLON = auto()
    UNREAD = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """What one entry of a language's tables means.

    A scale may be counted ("3 тысяч"); `single` ones may also stand for one of themselves ("a
    thousand") and `plural` ones for two or more ("thousands"). `lot` marks words such as dozen,
    which speakers use loosely. A noun and a number word that share a number in `agrees` go together
    as in «две тысячи».
    """

    sense: Sense
    value: Fraction = Fraction(0)
    single: bool = False
    plural: bool = False
    lot: bool = False
    agrees: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """A word of the text with its meaning in one language."""

    word: Word
    text: str
    spaced: bool
    decimal: Fraction | None = None

    @property
    def sense(self) -> Sense:
        """Return the part that the word plays."""
        return self.word.sense


@dataclass(frozen=True, slots=True)
class Scale:
    """The forms of a word that multiplies, separated by spaces (see Word)."""

    value: int
    single: str = ""
    plural: str = ""
    counted: str = ""
    lot: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """A language's tables: phrases by meaning ("; " between them), number words by value."""

    name: str
    phrases: Mapping[Sense, str]
    numbers: Mapping[int, str]
    scales: tuple[Scale, ...]
    loose: Mapping[int, str] = field(default_factory=dict)  # "half a dozen"
    one_and_a_half: str = ""
    # East Slavic says "about" by a number after its noun. The nouns by the number words that ask
    # for them in that form; the numbers from five up all ask for the same form.
    counted_by: Mapping[str, str] = field(default_factory=dict)
    counted_by_many: str = ""
    # Belarusian's older spelling (Radio Svaboda's) writes дзьве where the official one has дзве.
    drop_soft_signs: bool = False

    def entries(self) -> Iterator[tuple[str, Word]]:
        """Yield every phrase of the tables with its meaning."""
        groups = [{*nouns.split(), *numbers.split()} for numbers, nouns in self.counted_by.items()]
        groups.append({*self.counted_by_many.split(), *self._many()})
        for phrase, word in self._entries():
            agrees = frozenset(at for at, group in enumerate(groups) if phrase in group)
            yield phrase, replace(word, agrees=agrees)

    def _many(self) -> list[str]:
        """Return the number words from five up in the case that counts: the first form of each."""
        return [forms.split()[0] for value, forms in self.numbers.items() if value >= 5]

    def _entries(self) -> Iterator[tuple[str, Word]]:
        for sense, phrases in self.phrases.items():
            for phrase in phrases.split("; "):
                yield phrase, Word(sense)
        for value, forms in self.numbers.items():
            for form in forms.split():
                yield form, Word(Sense.NUMBER, Fraction(value))
        for value, phrases in self.loose.items():
            for phrase in phrases.split("; "):
                yield phrase, Word(Sense.NUMBER, Fraction(value), lot=True)
        for form in self.one_and_a_half.split():
            yield form, Word(Sense.NUMBER, Fraction(3, 2))
        for scale in self.scales:
            yield from _forms(scale)


def _forms(scale: Scale) -> Iterator[tuple[str, Word]]:
    single, plural = scale.single.split(), scale.plural.split()
    for form in dict.fromkeys([*single, *plural, *scale.counted.split()]):
        yield (
            form,
            Word(
                Sense.SCALE,
                Fraction(scale.value),
                single=form in single,
                plural=form in plural,
                lot=scale.lot,
            ),
        )


SIGNS: Mapping[str, Sense] = {
    ">": Sense.MORE_THAN,
    "≥": Sense.AT_LEAST,
    "> =": Sense.AT_LEAST,
    "<": Sense.BELOW,
    "≤": Sense.AT_MOST,
    "< =": Sense.AT_MOST,
    "=": Sense.EXACTLY,
    "~": Sense.ABOUT,
    "∼": Sense.ABOUT,
    "≈": Sense.ABOUT,
    "≃": Sense.ABOUT,
    "+": Sense.OR_MORE,
    ":": Sense.COLON,
    **dict.fromkeys("-‐‒–—―−", Sense.DASH),
}


class Lexicon:
    """A language's phrases, cut like the text that they will be looked for in."""

    def __init__(self, language: Language) -> None:
        self.name = language.name
        self._drop_soft_signs = language.drop_soft_signs
        self.words: dict[tuple[str, ...], Word] = {}
        signs = ((sign, Word(sense)) for sign, sense in SIGNS.items())
        for phrase, word in (*signs, *language.entries()):
            key = tuple(self._spell(token.text) for token in tokenise(normalise(phrase)))
            if self.words.setdefault(key, word) != word:
                raise ValueError(f'{language.name} gives "{phrase}" two meanings.')
        self._longest = max(map(len, self.words))

    def understand(self, tokens: list[Token]) -> list[Item]:
        """Return the meaning of each word, taking the longest phrase of the tables each time."""
        words = [self._spell(token.text) for token in tokens]
        items = []
        here = 0
        while here < len(tokens):
            word, length = self._longest_match(words, here)
            token = tokens[here]
            if token.value is not None:
                word = Word(Sense.DIGITS, token.value)
            text = " ".join(part.text for part in tokens[here : here + length])
            items.append(Item(word, text, token.spaced, token.decimal))
            here += length
        return items

    def _longest_match(self, words: list[str], here: int) -> tuple[Word, int]:
        for length in range(min(self._longest, len(words) - here), 0, -1):
            if word := self.words.get(tuple(words[here : here + length])):
                return word, length
        return Word(Sense.UNREAD), 1

    def _spell(self, word: str) -> str:
        return _SOFT_SIGN.sub("", word) if self._drop_soft_signs else word
