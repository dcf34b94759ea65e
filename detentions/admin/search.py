"""What the search boxes look in: one function for each thing that a word can match.

Search is written out here and never derived from a list of columns, so that no private text
can be reached through a search box or an autocomplete (one guessed prefix after another).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from detentions.models import City, CityName, Detainee, DetaineeName, EventName, Region, RegionName
from detentions.names import match_key, person_key

LONGEST = 200
MOST_WORDS = 8

WordMatch = Callable[[str], Q]
NOTHING = Q(pk__in=[])


def narrow(queryset: QuerySet[Any], term: str, match: WordMatch) -> QuerySet[Any]:
    """Keep the records in which every word of the term is found; an id finds its record."""
    words = term[:LONGEST].replace("\x00", " ").split()[:MOST_WORDS]
    for word in words:
        queryset = queryset.filter(match(word) | Q(pk=word))
    return queryset


def text(word: str, *paths: str) -> Q:
    """Match columns of public or staff-wide text, whatever the case of the letters.

    SQLite compares only ASCII letters without case, so other scripts are tried in each case.
    """
    forms = {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
    found = NOTHING
    for path in paths:
        for form in forms:
            found |= Q(**{f"{path}__icontains": form})
    return found


def city(word: str, path: str = "pk") -> Q:
    """Match a city by any of its names, in any script and spelling."""
    return _place(City, CityName.objects.values("city"), word, path)


def region(word: str, path: str = "pk") -> Q:
    """Match a region by any of its names, in any script and spelling."""
    return _place(Region, RegionName.objects.values("region"), word, path)


def _place(model: Any, names: QuerySet[Any, Any], word: str, path: str) -> Q:
    key = match_key(word)
    if not key:
        return NOTHING
    named = model.objects.filter(text(word, "name") | Q(pk__in=names.filter(key__contains=key)))
    return Q(**{f"{path}__in": named.values("pk")})


def detainee(word: str, path: str = "pk") -> Q:
    """Match a person by any reported name, in any script and spelling, or by pseudonym."""
    key = match_key(word)
    if not key:
        return NOTHING
    own = Detainee.objects.filter(Q(key__contains=key) | text(word, "pseudonym"))
    other = DetaineeName.objects.filter(key__contains=key)
    return Q(**{f"{path}__in": own.values("pk")}) | Q(**{f"{path}__in": other.values("detainee")})


def whole_city(term: str) -> Q:
    """Match the cities of which the whole term is a name, in any script and spelling."""
    return Q(pk__in=CityName.objects.filter(key=match_key(term)).values("city"))


def whole_detainee(term: str) -> Q:
    """Match the people of whom the whole term is a name, in any script, spelling and order."""
    key = person_key(term)
    return Q(key=key) | Q(pk__in=DetaineeName.objects.filter(key=key).values("detainee"))


def event(word: str, path: str = "pk") -> Q:
    """Match an event by a name it was printed under."""
    named = EventName.objects.filter(text(word, "name")).values("event")
    return Q(**{f"{path}__in": named})


def day(word: str, path: str) -> Q:
    """Match a date written as 2020-11-08."""
    try:
        return Q(**{path: date.fromisoformat(word)})
    except ValueError:
        return NOTHING
