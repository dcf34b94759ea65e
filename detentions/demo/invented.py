"""Invented people for load tests, and what happens to them after a detention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, ClassVar

from detentions import names
from detentions.choices import CustodyKind, NamePublication
from detentions.ids import BITS, id_of

_SYLLABLES = ("Ta", "Bu", "Ro", "Mi", "Lo", "Ne", "Vi", "Du", "Ka", "Zo")
_ENDINGS = ("test", "proba", "demo", "fiktiv")
_DIFFERENT_NAMES = 20_000
_NEW_SHARE = 0.8
_REMEMBERED = 20_000
_PUBLICATION = ("public", "public", "public", "initials", "initials", "pseudonym", "withheld")
_SEXES = ("female", "male", "male", "unknown")

Person = tuple[Any, ...]
Step = tuple[CustodyKind, int]

# What follows a detention, with days after it, and how often of 100.
_COURSES: dict[tuple[Step, ...], int] = {
    (): 4,
    ((CustodyKind.HELD, 0),): 10,
    ((CustodyKind.RELEASED, 0),): 20,
    ((CustodyKind.HELD, 0), (CustodyKind.RELEASED, 1)): 21,
    ((CustodyKind.HELD, 0), (CustodyKind.FINED, 1)): 15,
    ((CustodyKind.HELD, 0), (CustodyKind.ADMINISTRATIVE_ARREST, 1)): 20,
    ((CustodyKind.HELD, 0), (CustodyKind.HOSPITALISED, 1)): 2,
    ((CustodyKind.HELD, 0), (CustodyKind.TRIED, 2), (CustodyKind.ADMINISTRATIVE_ARREST, 2)): 6,
    ((CustodyKind.HELD, 0), (CustodyKind.CHARGED, 9)): 2,
}
_RENUMBERED = date(2021, 3, 1)


class People:
    """Hands out who is detained on a Sunday: mostly new people, some who were before."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        *("name", "key", "initials", "name_publication", "pseudonym", "consent_by"),
        *("sex", "year_of_birth"),
    )

    def __init__(self, rng: Random, detentions: int) -> None:
        self._rng = rng
        self._named = [_named(rng) for _ in range(min(detentions, _DIFFERENT_NAMES))]
        self._known: list[str] = []

    def taken(self, number: int) -> tuple[list[tuple[str, Person]], list[str]]:
        """Return the people who are new, with their ids, and the ids of everybody taken."""
        again = min(round(number * (1 - _NEW_SHARE)), len(self._known))
        fresh = [
            (id_of(self._rng.getrandbits(BITS)), self._person()) for _ in range(number - again)
        ]
        taken = [pk for pk, _person in fresh] + self._rng.sample(self._known, again)
        self._rng.shuffle(taken)
        self._known = [*self._known, *(pk for pk, _person in fresh)][-_REMEMBERED:]
        return fresh, taken

    def _person(self) -> Person:
        publication = self._rng.choice(_PUBLICATION)
        withheld = publication == NamePublication.WITHHELD
        pseudonym = "Invented" if publication == NamePublication.PSEUDONYM else ""
        return (
            *self._rng.choice(self._named),
            *(publication, pseudonym, "" if withheld else "the generator"),
            *(self._rng.choice(_SEXES), self._rng.randint(1940, 2003)),
        )


class Steps:
    """Custody events of the detentions of one day."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        *("detention_id", "kind", "date", "order", "days", "amount", "currency"),
        *("article", "code_edition"),
    )

    def __init__(self, rng: Random, day: date) -> None:
        self._rng = rng
        self._day = day
        # Article 23.34 became 24.23 with the code of 2021.
        self._article = ("23.34", 2003) if day < _RENUMBERED else ("24.23", 2021)
        self._arrests = [10, 13, 15] if day < _RENUMBERED else [10, 15, 30]

    def of(self, detentions: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield the steps of each detention, in order."""
        courses = self._rng.choices(list(_COURSES), list(_COURSES.values()), k=len(detentions))
        for detention, course in zip(detentions, courses, strict=True):
            for order, (kind, after) in enumerate(course):
                day = (self._day + timedelta(days=after)).isoformat()
                yield (detention, kind.value, day, order, *self._penalty(kind))

    def _penalty(self, kind: CustodyKind) -> tuple[Any, ...]:
        if kind == CustodyKind.FINED:
            return (None, 270, "BYN", *self._article)
        if kind == CustodyKind.ADMINISTRATIVE_ARREST:
            return (self._rng.choice(self._arrests), None, "", *self._article)
        return (None, None, "", "", None)


def _named(rng: Random) -> tuple[str, str, str]:
    """Return a name that nobody bears, with its match key and initials."""
    given = "".join(rng.choices(_SYLLABLES, k=2)).capitalize()
    family = ("".join(rng.choices(_SYLLABLES, k=3)) + rng.choice(_ENDINGS)).capitalize()
    name = f"{given} {family}"
    return name, names.person_key(name), names.initials(name)
