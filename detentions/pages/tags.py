"""How templates write what counting hands out: grouping of digits, dates, hedges, moments."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django import template
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language_info, gettext, pgettext_lazy

from detentions import choices
from detentions.quantities import Quantity, in_figures

register = template.Library()

_LEADING_WORDS = re.compile(r"(?P<hedge>\D*?)\s*(?P<number>\d.*)")
_DAY = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:/(?P<next>[0-9]{2}))?(?P<gap> )?")
_RULES = {
    "cities_above_country": 7,
    "documented_above_reported": 8,
    "group_documented_above_reported": 9,
}
# By the last digit.
_ORDINALS = {
    0: pgettext_lazy("ordinal, after its number", "th"),
    1: pgettext_lazy("ordinal, after its number", "st"),
    2: pgettext_lazy("ordinal, after its number", "nd"),
    3: pgettext_lazy("ordinal, after its number", "rd"),
}
_VOCABULARIES = {
    "authorisation": choices.Authorisation,
    "circumstance": choices.CircumstanceKind,
    "custody": choices.CustodyKind,
    "detained_by": choices.DetainedBy,
    "event": choices.EventKind,
    "event_status": choices.EventStatus,
    "force": choices.Force,
    "group": choices.Group,
    "measure": choices.Measure,
    "organisation": choices.OrganisationKind,
    "qualifier": choices.Qualifier,
    "role": choices.Role,
    "source": choices.SourceKind,
}


class Hedged(NamedTuple):
    """A figure's words before its digits, and the digits."""

    hedge: str
    number: str


@register.filter
def number(value: int | None) -> str:
    """Write a whole number with its thousands grouped; nothing for None."""
    return "" if value is None else number_format(value, force_grouping=True)


@register.filter
def long_day(value: dt.date) -> str:
    """Write a day as "Sunday 8 November 2020"."""
    return date_format(value, "l j F Y")


@register.filter
def day(value: dt.date | None) -> str:
    """Write a day as "8 November 2020"; nothing for None."""
    return "" if value is None else date_format(value, "j F Y")


@register.filter
def short_day(value: dt.date) -> str:
    """Write a day as "8 Nov 2020"."""
    return date_format(value, "j M Y")


@register.filter
def hedged(text: str) -> Hedged:
    """Split "at least 340" into its hedge and its number, to set them in two sizes."""
    found = _LEADING_WORDS.fullmatch(text)
    return Hedged(found["hedge"], found["number"]) if found else Hedged("", text)


@register.filter
def called(value: str, vocabulary: str) -> str:
    """Return the reader's word for a value of one of the vocabularies in `choices`."""
    members = _VOCABULARIES[vocabulary]
    return str(members(value).label) if value in members.values else value


@register.filter
def moment(figure: Any) -> str:
    """Write when a figure stood, as its source says it; empty where it does not.

    Takes whatever has `as_of` and `as_of_text`.
    """
    return _moment(figure, "j F Y")


@register.filter
def short_moment(figure: Any) -> str:
    """Write the same with a short month, for narrow cells."""
    return _moment(figure, "j M Y")


def _moment(figure: Any, form: str) -> str:
    at: dt.datetime | None = figure.as_of
    printed: str = figure.as_of_text
    if not printed and at is None:
        return ""
    local = timezone.localtime(at) if at else None
    if local and not printed:
        return f"{date_format(local, form)}, {date_format(local, 'H:i')}"
    if local and not _DAY.search(printed):
        return f"{date_format(local, form)}, {printed}"
    return _DAY.sub(lambda found: _written_out(found, form), printed)


def _written_out(found: re.Match[str], form: str) -> str:
    """Write a day as readers do: "8 Nov 2020, 17:00", "18/19 Oct 2020"."""
    try:
        written = date_format(dt.date.fromisoformat(found["day"]), form)
    except ValueError:
        return found[0]
    if found["next"]:
        first, rest = written.split(" ", 1)
        return f"{first}/{found['next']} {rest}"
    return f"{written}, " if found["gap"] else written


@register.filter
def by_id(rows: Iterable[Any], wanted: str | None) -> Any:
    """Return the row with this id, or None."""
    return next((row for row in rows if row.id == wanted), None)


@register.filter
def other_than(names: Iterable[Any], shown: str) -> list[Any]:
    """Return the printed names that differ from the one shown."""
    return [name for name in names if name["name"].casefold() != shown.casefold()]


@register.filter
def rule_number(code: str) -> int:
    """Return the rule of counting that explains a contradiction."""
    return _RULES[code]


@register.filter
def ordinal(value: int) -> str:
    """Write "13th" in English; other languages write the number with their own mark."""
    last = 0 if value % 100 in (11, 12, 13) else value % 10
    return f"{number(value)}{_ORDINALS.get(last, _ORDINALS[0])}"


@register.filter
def unlocalised(value: int) -> str:
    """Write a number as drawings take it, without grouping."""
    return str(value)


@register.filter
def host(address: str) -> str:
    """Return the host of an address, which tells a reader who serves it."""
    return urlsplit(address).hostname or address


@register.filter
def status(kind: str, since: dt.date | None = None) -> str:
    """Write what became of people: never for ever "detained" (domain.md, CustodyEvent)."""
    if kind != choices.CustodyKind.UNKNOWN:
        return str(choices.CustodyKind(kind).label).capitalize()
    if since is None:
        return gettext("Status unknown")
    return gettext("Status unknown since %(day)s") % {"day": day(since)}


@register.filter
def of(rows: Mapping[str, Any], key: str) -> Any:
    """Return what a mapping holds under a key, or None."""
    return rows.get(key)


@register.filter
def record_moment(record: Mapping[str, Any]) -> str:
    """Write when the figure of a record stood, as `moment` does."""
    return moment(SimpleNamespace(**record))


@register.filter
def record_status(record: Mapping[str, Any]) -> str:
    """Write the status of a detention and since when, as `status` does."""
    return status(record["status"], record["status_since"])


@register.filter
def language(code: str) -> str:
    """Write a language by its name; a code that Django does not know stands as it is."""
    try:
        return gettext(get_language_info(code)["name"])
    except KeyError:
        return code


@register.filter
def short(headline: Any) -> str:
    """Write a headline for a narrow cell: "≥ 340", "~ 30"."""
    return in_figures(Quantity(headline.qualifier, headline.low, headline.high))
