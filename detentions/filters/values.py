"""How the value of one parameter is read: strictly, and with a word on what is allowed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from detentions.records import Resource
from detentions.records.resource import is_key
from detentions.sundays import is_sunday

LARGEST = 2**63 - 1
MOST_VALUES = 100
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMBER = re.compile(r"[0-9]{1,19}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class UnreadableValueError(ValueError):
    """A text that the parameter does not take; the message says why."""


class Value:
    """Reads the text of a parameter."""

    # As the API's schema describes it.
    schema: dict[str, Any] = {"type": "string"}

    def allowed(self) -> tuple[str, ...]:
        """Return what the parameter takes: the values themselves, or a description."""
        raise NotImplementedError

    def read(self, text: str) -> Any:
        """Return the value of a text; raises UnreadableValueError."""
        raise NotImplementedError

    def read_all(self, texts: list[str]) -> list[Any]:
        """Return the value of each text; the message names the one that cannot be taken."""
        found = []
        for text in texts:
            try:
                found.append(self.read(text))
            except UnreadableValueError as error:
                raise UnreadableValueError(f"“{text[:100]}”: {error}") from None
        return found


class Date(Value):
    """A day of the calendar, as ISO 8601 writes it."""

    schema = {"type": "string", "format": "date"}

    def allowed(self) -> tuple[str, ...]:
        """Return the form of a date."""
        return (_("a date as YYYY-MM-DD"),)

    def read(self, text: str) -> dt.date:
        """Return the day."""
        if _DATE.fullmatch(text):
            try:
                return dt.date.fromisoformat(text)
            except ValueError:
                pass
        raise UnreadableValueError(_("This is not a date."))


class Sunday(Date):
    """A day that is a Sunday."""

    def allowed(self) -> tuple[str, ...]:
        """Return the form of a Sunday."""
        return (_("the date of a Sunday as YYYY-MM-DD"),)

    def read(self, text: str) -> dt.date:
        """Return the Sunday."""
        day = super().read(text)
        if not is_sunday(day):
            raise UnreadableValueError(_("This day is not a Sunday."))
        return day


class Number(Value):
    """A whole number from `least` to `most`, in plain digits."""

    def __init__(self, least: int = 0, most: int = LARGEST) -> None:
        self.least = least
        self.most = most
        self.schema = {"type": "integer", "minimum": least, "maximum": most}

    def allowed(self) -> tuple[str, ...]:
        """Return the limits."""
        limits = {"least": self.least, "most": self.most}
        return (_("a whole number from %(least)s to %(most)s") % limits,)

    def read(self, text: str) -> int:
        """Return the number."""
        if not _NUMBER.fullmatch(text) or not self.least <= int(text) <= self.most:
            raise UnreadableValueError(_("This is not a whole number within the limits."))
        return int(text)


class Flag(Value):
    """True or false."""

    schema = {"type": "boolean"}

    def allowed(self) -> tuple[str, ...]:
        """Return both values."""
        return ("true", "false")

    def read(self, text: str) -> bool:
        """Return the truth value."""
        if text not in self.allowed():
            raise UnreadableValueError(_("This is neither true nor false."))
        return text == "true"


class Word(Value):
    """One word of a vocabulary."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)
        self.schema = {"type": "string", "enum": list(self.words)}

    def allowed(self) -> tuple[str, ...]:
        """Return the vocabulary."""
        return self.words

    def read(self, text: str) -> str:
        """Return the word."""
        if text not in self.words:
            raise UnreadableValueError(_("This value is not among those allowed."))
        return text


class Language(Value):
    """A BCP 47 code."""

    schema = {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}

    def allowed(self) -> tuple[str, ...]:
        """Return the form of a code."""
        return (_("a language code such as en or be-tarask"),)

    def read(self, text: str) -> str:
        """Return the code."""
        if not _LANGUAGE.fullmatch(text):
            raise UnreadableValueError(_("This is not a language code."))
        return text


class Text(Value):
    """Any text up to a length."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self.schema = {"type": "string", "minLength": 1, "maxLength": longest}

    def allowed(self) -> tuple[str, ...]:
        """Return the length."""
        return (_("up to %(number)s characters") % {"number": self.longest},)

    def read(self, text: str) -> str:
        """Return the text as it stands."""
        if "\x00" in text or len(text) > self.longest:
            raise UnreadableValueError(_("The text is too long, or holds a NUL."))
        try:
            text.encode()
        except UnicodeEncodeError:
            raise UnreadableValueError(_("The text holds half a character.")) from None
        return text


class Key(Value):
    """The id of a record, whether it exists or not."""

    def allowed(self) -> tuple[str, ...]:
        """Return the form of an id."""
        return (_("an id"),)

    def read(self, text: str) -> str:
        """Return the id."""
        if not is_key(text):
            raise UnreadableValueError(_("This is not an id."))
        return text


class Named(Value):
    """A public record, named by its slug or id; read as the id, which indexes are made of."""

    def __init__(self, resource: Resource) -> None:
        self.resource = resource

    def allowed(self) -> tuple[str, ...]:
        """Return where the values are listed."""
        named = _("a slug or id") if self.resource.has_slug else _("an id")
        return (_("%(named)s from /%(kind)s/") % {"named": named, "kind": self.resource.name},)

    def read(self, text: str) -> str:
        """Return the id of the record."""
        return self._found([text])[text]

    def read_all(self, texts: list[str]) -> list[str]:
        """Return the ids of the records, from one query."""
        found = self._found(texts)
        return [found[text] for text in texts]

    def _found(self, texts: list[str]) -> dict[str, str]:
        found = self.resource.ids_of(texts)
        for text in texts:
            if text not in found:
                message = _("There is no such record: “%(text)s”.") % {"text": text[:100]}
                raise UnreadableValueError(message)
        return found


class Several(Value):
    """Values of another sort, divided by commas."""

    def __init__(self, of: Value) -> None:
        self.of = of
        self.schema = {"type": "array", "items": of.schema, "minItems": 1, "maxItems": MOST_VALUES}

    def allowed(self) -> tuple[str, ...]:
        """Return what each value may be."""
        return self.of.allowed()

    def read(self, text: str) -> list[Any]:
        """Return the values."""
        texts = text.split(",")
        if "" in texts:
            raise UnreadableValueError(_("There is an empty value between the commas."))
        if len(texts) > MOST_VALUES:
            most = {"most": MOST_VALUES}
            raise UnreadableValueError(_("At most %(most)s values are taken at once.") % most)
        return self.of.read_all(texts)
