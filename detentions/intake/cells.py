"""Reading the cells of one row: what cannot be read is noted, by column, value and reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from detentions.intake.files import Row
from detentions.intake.layout import Layout
from detentions.intake.mapping import plain
from detentions.intake.outcome import Outcome, Problem
from detentions.models.base import LANGUAGE
from detentions.quantities import LARGEST

LONGEST_ADDRESS, LONGEST_LANGUAGE = 1000, 12
EARLIEST = date(1900, 1, 1)
_LOST = "\N{REPLACEMENT CHARACTER}"
# An address may hold commas; one before the next address, or before a space, ends it.
_LINK = re.compile(r"https?://[^\s,;]+(?:[,;](?!https?://)[^\s,;]+)*", re.IGNORECASE)
_is_address = URLValidator(schemes=["http", "https"])


class Cells:
    """One row under one layout; problems go to its outcome."""

    def __init__(self, row: Row, layout: Layout, outcome: Outcome) -> None:
        self._row = row.cells
        self._layout = layout
        self.outcome = outcome
        # Texts that were cut, whole, for the notes.
        self.shortened: list[str] = []

    def column(self, field: str) -> str:
        """Return the name of the column that a field is read from."""
        return self._layout.column(field)

    def refuse(self, field: str, value: str, reason: str) -> None:
        """Refuse the row for the value of a field."""
        self.outcome.refuse(self.column(field), value, reason)

    def ask(self, field: str, value: str, reason: str) -> None:
        """Ask about the value of a field."""
        self.outcome.ask(self.column(field), value, reason)

    def notice(self, field: str, value: str, reason: str) -> None:
        """Tell the reader of the report about a value that is entered all the same."""
        self.outcome.notices.append(Problem(self.column(field), value, reason))

    def key(self) -> tuple[str, ...]:
        """Return the cells that tell this row from others of the file."""
        return self._layout.distinguishing(self._row)

    def raw(self, field: str) -> list[str]:
        """Return the cells of a field as they are."""
        return self._layout.cells(field, self._row)

    def text(self, field: str, longest: int = 0, *, required: bool = False) -> str:
        """Return the text of a field on one line; refuses what is missing or too long."""
        spec = self._layout.field(field)
        value = " ".join(" ".join(self.raw(field)).split())
        value = value or (spec.default if spec else "")
        if required and not value:
            self.refuse(field, "", _("the cell is empty: fill it in"))
        if _LOST in value:
            self.notice(field, value, _("a character was lost before this file was saved"))
        if longest and len(value) > longest:
            if spec and spec.shorten:
                self.shortened.append(f"{self.column(field)}: {value}")
                return value[: longest - 1] + "…"
            return self._fitting(field, value, longest)
        return value

    def _fitting(self, field: str, value: str, longest: int) -> str:
        if len(value) > longest:
            reason = ngettext(
                "%(length)d character, at most %(longest)d are kept: shorten it",
                "%(length)d characters, at most %(longest)d are kept: shorten it",
                len(value),
            )
            self.refuse(field, value, reason % {"length": len(value), "longest": longest})
        return value

    def entries(self, field: str) -> list[str]:
        """Return the entries of a field: several where the mapping says that it holds several."""
        value = self.text(field)
        spec = self._layout.field(field)
        parts = re.split(r"[|;,]", value) if spec and spec.split else [value]
        return [part.strip() for part in parts if part.strip()]

    def each(self, field: str, longest: int) -> list[str]:
        """Return the entries of a field; refuses those that are too long."""
        return [self._fitting(field, entry, longest) for entry in self.entries(field)]

    def choice(self, field: str, choices: type[TextChoices], default: str = "") -> str:
        """Return a value of a vocabulary, through the mapping's table where it has one."""
        printed = self.text(field)
        spec = self._layout.field(field)
        value = self.word(field, printed)
        if not printed:
            value = default
        elif value not in choices.values and spec and spec.otherwise:
            value = spec.otherwise
        if value in choices.values:
            return value
        allowed = {*choices.values, *(spec.values if spec else ())}
        self.refuse(
            field, printed, _("not one of %(allowed)s") % {"allowed": ", ".join(sorted(allowed))}
        )
        return ""

    def word(self, field: str, printed: str) -> str:
        """Return what the mapping's table has for one entry of a field."""
        spec = self._layout.field(field)
        return spec.values.get(plain(printed), plain(printed)) if spec else plain(printed)

    def date(self, field: str, *, required: bool = False, today: date | None = None) -> date | None:
        """Return a day, written in exactly one of the mapping's styles.

        Refuses a day of no style, one after `today`, and one before 1900; asks where two
        styles read different days.
        """
        printed = self.text(field, required=required)
        if not printed:
            return None
        spec = self._layout.field(field)
        styles = (spec and spec.dates) or ("%Y-%m-%d",)
        days = sorted({day for style in styles if (day := _day(printed, style))})
        if not days:
            self.refuse(field, printed, _no_day(styles))
        elif len(days) > 1:
            read = _(" or ").join(day.isoformat() for day in days)
            self.ask(field, printed, _("may be %(days)s: write the year first") % {"days": read})
        elif days[0] < EARLIEST:
            self.refuse(field, printed, _("the year is before 1900: write it with four digits"))
        elif today and days[0] > today:
            self.refuse(field, printed, _("the day has not come yet: check the year and month"))
        else:
            return days[0]
        return None

    def time(self, field: str) -> time | None:
        """Return a time of the day, "17:00"."""
        printed = self.text(field)
        try:
            return datetime.strptime(printed, "%H:%M").time() if printed else None  # noqa: DTZ007
        except ValueError:
            self.refuse(field, printed, _("no time of the day: write it like 17:00"))
            return None

    def whole(self, field: str, largest: int = LARGEST) -> int | None:
        """Return a number written in digits alone; blank is None, never 0."""
        printed = self.text(field)
        if not printed:
            return None
        if not (printed.isascii() and printed.isdigit()):
            self.refuse(field, printed, _("no whole number: write digits alone"))
        elif len(printed) > len(str(largest)) or int(printed) > largest:
            self.refuse(
                field, printed, _("larger than %(largest)d: check it") % {"largest": largest}
            )
        else:
            return int(printed)
        return None

    def decimal(self, field: str, largest: float) -> float | None:
        """Return a number of degrees between -largest and largest."""
        printed = self.text(field)
        if not printed:
            return None
        number = float(printed) if re.fullmatch(r"-?\d{1,3}(\.\d{1,12})?", printed, re.A) else None
        if number is None or abs(number) > largest:
            self.refuse(field, printed, _("no number of degrees: write it like 53.90019"))
            return None
        return number

    def address(self, field: str) -> str:
        """Return a web address; refuses what is none."""
        printed = self.text(field, LONGEST_ADDRESS)
        if printed and len(printed) <= LONGEST_ADDRESS and not is_address(printed):
            self.refuse(field, printed, _("no web address: it begins with http:// or https://"))
        return printed

    def language(self, field: str) -> str:
        """Return a BCP 47 tag; refuses what has not the form of one."""
        printed = self.text(field, LONGEST_LANGUAGE)
        if len(printed) <= LONGEST_LANGUAGE and printed and not is_valid(LANGUAGE, printed):
            self.refuse(field, printed, _("no language: write its code such as ru or be-tarask"))
        return printed

    def links(self, field: str) -> tuple[list[str], list[str]]:
        """Return the web addresses in the cells of a field, and the words beside them."""
        found: dict[str, None] = {}
        rest: list[str] = []
        for cell in self.raw(field):
            links = [link for link in _LINK.findall(cell) if is_address(link)]
            found.update(dict.fromkeys(links))
            for link in links:
                cell = cell.replace(link, " ")
            words = " ".join(cell.split()).strip(" ,;")
            rest += [words] if words else []
        return list(found), rest


def is_address(text: str) -> bool:
    """Tell whether a text is a web address that can be kept."""
    return is_valid(_is_address, text) and len(text) <= LONGEST_ADDRESS


def is_valid(validator: Callable[[str], None], text: str) -> bool:
    """Tell whether a validator of the models passes a text."""
    try:
        validator(text)
    except ValidationError:
        return False
    return True


def _day(printed: str, style: str) -> date | None:
    try:
        return datetime.strptime(printed, style).date()  # noqa: DTZ007
    except ValueError:
        return None


def _no_day(styles: Iterable[str]) -> str:
    shown = ", ".join(
        style.replace("%Y", "YYYY").replace("%m", "MM").replace("%d", "DD") for style in styles
    )
    return _("no day, or one that does not exist: write it as %(styles)s") % {"styles": shown}
