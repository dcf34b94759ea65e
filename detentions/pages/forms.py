"""Filter forms: plain GET forms whose fields are parameters of the strict filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.text import capfirst

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Option:
    """One value that a field may have."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter; without options it is a date."""

    name: str
    label: Words
    value: str
    options: tuple[Option, ...]


def dated(request: HttpRequest, name: str, label: Words) -> Field:
    """Return a field for a day."""
    return Field(name, label, request.GET.get(name, ""), ())


def chosen(
    request: HttpRequest, name: str, label: Words, choices: Iterable[tuple[str, Words]]
) -> Field:
    """Return a field for one of several values."""
    value = request.GET.get(name, "")
    options = tuple(
        Option(choice, capfirst(str(words)), choice == value) for choice, words in choices
    )
    return Field(name, label, value, options)


def without_blanks(request: HttpRequest, fields: Sequence[str]) -> HttpResponse | None:
    """Lead from what a form sends, blank fields and all, to the address that says the same."""
    query = request.GET.copy()
    blank = [name for name in fields if query.getlist(name) == [""]]
    if not blank:
        return None
    for name in blank:
        del query[name]
    return redirect(f"{request.path}?{query.urlencode()}" if query else request.path)
