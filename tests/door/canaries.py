"""Values that stand for private ones: no two alike, and known again wherever they come out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any
from urllib.parse import unquote_plus

from django.db import models as db
from django.db.models import Model

# What a reader may ask for to find every canary there is, without naming one.
PREFIX = "vogel"
LONG_AGO = date(1917, 3, 14)
_SMALL = 31917
_AGE = 117
# Columns whose value a constraint or the planting itself sets, and what no canary can be put in.
_NOT_TEXT = {"state", "name_publication", "qualifier", "history_type"}
_THOUSANDS = re.compile(r"(?<=\d)(?:[,.\s\u00a0\u2009\u202f]|&nbsp;|&#160;)(?=\d{3}(?!\d))")
# What is short stands alone: ids and tokens are random, and hold any two letters now and then.
_CANARY = re.compile(
    rf"{PREFIX}\d{{4}}x|(?<![\w-])(?:xq)+x?(?![\w-])"  # words, and words in a few characters
    r"|1917\d{6}|(?<!\d)31917(?!\d)"  # large and small numbers
    rf"|(?<!\w)1917(?!\w)|(?<![\w.#-]){_AGE}(?![\w%])"  # years of dates and of birth, and the age
    r"|(?<!\d)03:14(?!\d)",
    re.IGNORECASE,
)


def told(text: str) -> set[str]:
    """Return every canary in a text, however it writes large numbers."""
    joined = _THOUSANDS.sub("", text)
    return {word.casefold() for word in _CANARY.findall(text) + _CANARY.findall(joined)}


def told_unasked(text: str, address: str) -> set[str]:
    """Return the canaries that an answer tells; what was asked for may be said back.

    A canary stands in one column of one record: the others of a record that is told betray it.
    """
    return told(text) - told(unquote_plus(address))


@dataclass
class Canaries:
    """Hands out canaries, and remembers which columns hold one and which words were used."""

    columns: set[tuple[str, str]] = field(default_factory=set)
    words: list[str] = field(default_factory=list)

    def plant(self, model: type[Model], **shown: Any) -> Any:
        """Write a row with a canary in every column but those named; return the row.

        Past `entry`, which would refuse most of it, and in bulk, which writes no history.
        """
        values = {**self._for(model, set(shown)), **shown}
        return model._default_manager.bulk_create([model(**values)])[0]

    def overwrite(self, record: Model, *shown: str) -> None:
        """Write a canary over every column of a row but its id and those named."""
        values = self._for(type(record), {*shown, "id"})
        type(record)._default_manager.filter(pk=record.pk).update(**values)

    def word(self) -> str:
        """Return a word that no other column holds, fit for an id and an address too."""
        self.words.append(f"{PREFIX}{len(self.words):04}x")
        return self.words[-1]

    def _for(self, model: type[Model], shown: set[str]) -> dict[str, Any]:
        values = {}
        for column in model._meta.concrete_fields:
            if not {column.name, column.attname} & shown and takes_canary(column):
                values[column.name] = self._value(column)
                self.columns.add((model.__name__, column.name))
        return values

    def _value(self, column: db.Field[Any, Any]) -> Any:
        kind = column.get_internal_type()
        if kind in {"CharField", "SlugField", "TextField"}:
            return self._text(column.max_length or 200)
        if kind == "URLField":
            return f"https://{self.word()}.example/"
        return _FIXED[kind] if kind in _FIXED else self._number(column.name)

    def _text(self, room: int) -> str:
        return self.word() if room >= len(PREFIX) + 5 else ("xq" * room)[:room]

    def _number(self, name: str) -> Any:
        if name in _SMALL_NUMBERS:
            return _SMALL_NUMBERS[name]
        self.word()
        return 1_917_000_000 + len(self.words)


_SMALL_NUMBERS = {"year_of_birth": 1917, "age": _AGE}
_FIXED: dict[str, Any] = {
    "DateField": LONG_AGO,
    "DateTimeField": datetime(1917, 3, 14, 3, 14, 15, tzinfo=UTC),
    "DecimalField": Decimal(1_917_000_000),
    "JSONField": {f"{PREFIX}9999x": 1},
    "PositiveSmallIntegerField": _SMALL,
    "TimeField": time(3, 14, 15),
}


def takes_canary(column: db.Field[Any, Any]) -> bool:
    """Tell whether a column can hold a value to be known again: not a reference or a yes."""
    return (
        not column.is_relation
        and column.name not in _NOT_TEXT
        and column.get_internal_type() != "BooleanField"
    )
