"""From a place as printed to the one place meant, or to the honest answer that it is not known."""

import itertools
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from detentions.names.declension import nominatives
from detentions.names.keys import match_key
from detentions.names.scripts import clean_text, script_of, unmix

T = TypeVar("T")

# What is printed before a place: "in" and "town" in the languages of the sources.
_LEADING = re.compile(
    r"(?:(?:(?:в|во|у|ў|w|we|v|u|in|г)\s+|(?:г|м|m)\.\s*"
    r"|(?:город|городе|города|горад|горадзе|горада|місто|місті|міста|miasto|mieście|miasta)\s+)"
    r"(?=\S))+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s\-‐-―]+")
# Longer phrases are no place names, and the forms of their words multiply.
_MOST_WORDS = 3
_LONGEST_NAME = 80
_AIRPORT_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True)
class Resolution(Generic[T]):
    """What a printed place stands for.

    `found` is the one place; `candidates` are the places between which only a person can decide.
    With neither, the place is unknown. `by` says which form decided: the "printed" one or one
    that it may be "declined" from, which is worth a second look; "" where nothing matched.
    """

    found: T | None
    candidates: tuple[T, ...]
    by: Literal["printed", "declined", ""]


def place_keys(printed: str) -> tuple[str, ...]:
    """Return the match keys to look `printed` up by, best first, without repetition.

    The first is the key of the printed form, less a leading preposition or word for town; the rest
    are those of the nominatives that it may be declined from. Empty when no letter is left.
    """
    text = clean_text(printed)
    leading = _LEADING.match(text)
    name = text[leading.end() :] if leading else text
    own = match_key(name)
    declined = _declined_keys(name) if own else []
    return tuple(dict.fromkeys(filter(None, [own, *declined])))


def _declined_keys(name: str) -> Iterable[str]:
    words = _WORD.findall(unmix(name).lower())
    if len(words) > _MOST_WORDS or len(name) > _LONGEST_NAME:
        return []
    # Any word may be declined or not: «Новым Сверженем», «Буда-Кошелёве».
    forms = [dict.fromkeys(map(match_key, [word, *nominatives(word)])) for word in words]
    return map(" ".join, itertools.product(*forms))


def resolve(printed: str, index: Mapping[str, Collection[T]]) -> Resolution[T]:
    """Look `printed` up in `index`, which maps match keys to the places that bear them.

    The first of `place_keys` that any place bears decides. One that several places bear is
    answered with all of them: neither their size nor a later, rarer form breaks the tie.
    """
    for position, key in enumerate(place_keys(printed)):
        if places := tuple(dict.fromkeys(index.get(key, ()))):
            by: Literal["printed", "declined"] = "declined" if position else "printed"
            if len(places) == 1:
                return Resolution(places[0], (), by)
            return Resolution(None, places, by)
    return Resolution(None, (), "")


def clean_alias(alias: str) -> str | None:
    """Return a gazetteer's `alias` as a name, or None where it is none.

    Zero-width and control characters go, Latin lookalikes in Cyrillic words are made Cyrillic.
    Junk is: an airport code (three capitals: "MSQ"), a word that mixes scripts, left behind by
    half-done transliteration ("gomeል", "grwڈnw"), and what has no letter.
    """
    name = unmix(clean_text(alias))
    scripts = {script_of(word) for word in name.split()}
    if _AIRPORT_CODE.fullmatch(name) or "Mixed" in scripts or scripts <= {"Zyyy"}:
        return None
    return name


def names_in(cell: str) -> tuple[str, ...]:
    """Return the clean names in a gazetteer's cell, which "|" or ", " separates, each once.

    GeoNames itself once packs a place's names into one ("Ryasno, Рясно, Расна"). The Arabic comma
    separates nothing: what follows it is the country.
    """
    cleaned = map(clean_alias, re.split(r"\||, ", cell))
    return tuple(dict.fromkeys(name for name in cleaned if name))
