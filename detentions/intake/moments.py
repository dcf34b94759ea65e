"""Reading when a count stood there: "2020-08-10 12:36", "2020-10-18/19", "before 2020-10-05".

The forms, and the moment that each is filed under so that figures sort (the words stay beside it):

- a day and a time: that minute; with "(about)", "about" or "~", about then;
- a day and a part of it: morning 9:00, midday or noon 12:00, afternoon 15:00, evening 20:00,
  night 23:00; "earlier" 10:00 and "later" 18:00, which a source says of two figures of one day;
- a day alone: its noon;
- two days, "2020-10-18/19": the midnight between them, about that day;
- "before" a day: the noon of the day before, about that day; "after" a day: the noon of the next;
- nothing, or text that begins with "undated", "not stated" or "unknown": no moment.

Times are local to the instance. Anything else is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from django.utils.translation import gettext as _

from detentions.choices import Precision

_PARTS = {
    "morning": time(9),
    "earlier": time(10),
    "midday": time(12),
    "noon": time(12),
    "afternoon": time(15),
    "later": time(18),
    "evening": time(20),
    "night": time(23),
}
_NOON = time(12)
_DAY = r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
_CLOCK = r"(?P<clock>[0-9]{1,2}:[0-9]{2})"
_ABOUT = r"\(about\)|about|circa|~"
_EXACT = re.compile(rf"{_DAY}[ t]{_CLOCK}")
_ROUGH = re.compile(
    rf"{_DAY} (?:{_CLOCK} ?\(about\)|(?:{_ABOUT}) ?(?P<late>[0-9]{{1,2}}:[0-9]{{2}}))"
)
_PART = re.compile(rf"{_DAY} (?P<part>{'|'.join(_PARTS)})")
_WHOLE = re.compile(_DAY)
_SPAN = re.compile(rf"{_DAY}/(?:[0-9]{{4}}-[0-9]{{2}}-)?(?P<next>[0-9]{{2}})")
_BESIDE = re.compile(rf"(?P<side>before|after) {_DAY}")
_UNDATED = re.compile(r"(?:undated|not stated|unknown)\b.*")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment as printed: the instant it is filed under, how exact that is, the words."""

    at: datetime | None
    precision: str
    text: str


class UnreadableMomentError(ValueError):
    """The text is no moment that the rules read; the message says what to write."""


def read(text: str, zone: tzinfo) -> Moment:
    """Return the moment that a text states, local to `zone`; raises UnreadableMomentError."""
    printed = " ".join(text.split())
    plain = printed.lower()
    if not plain or _UNDATED.fullmatch(plain):
        return Moment(None, Precision.UNKNOWN, printed)
    day, clock, precision = _place(plain)
    at = datetime.combine(day, clock, zone)
    if at.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != at.replace(tzinfo=None):
        raise UnreadableMomentError(
            _("The clocks were put forward then, and this time did not occur: check it.")
        )
    return Moment(at, precision, printed)


def _place(plain: str) -> tuple[date, time, str]:
    if match := _EXACT.fullmatch(plain):
        return _day(match), _time(match["clock"]), Precision.MINUTE
    if match := _ROUGH.fullmatch(plain):
        return _day(match), _time(match["clock"] or match["late"]), Precision.ABOUT
    if match := _PART.fullmatch(plain):
        return _day(match), _PARTS[match["part"]], Precision.PART_OF_DAY
    if match := _WHOLE.fullmatch(plain):
        return _day(match), _NOON, Precision.DAY
    if match := _SPAN.fullmatch(plain):
        return _midnight_after(_day(match), match["next"]), time(0), Precision.ABOUT_DAY
    if match := _BESIDE.fullmatch(plain):
        beside = timedelta(days=-1 if match["side"] == "before" else 1)
        return _day(match) + beside, _NOON, Precision.ABOUT_DAY
    raise UnreadableMomentError(
        _(
            "Not a moment that is understood. Write it like 2020-11-08 17:00, "
            "2020-11-08 17:00 (about), 2020-11-08 evening, 2020-11-08, 2020-11-08/09, "
            "before 2020-11-09, or leave it empty."
        )
    )


def _day(match: re.Match[str]) -> date:
    try:
        return date.fromisoformat(match["day"])
    except ValueError as error:
        raise UnreadableMomentError(
            _("There is no day %(day)s: check it.") % {"day": match["day"]}
        ) from error


def _time(clock: str) -> time:
    hour, minute = clock.split(":")
    if int(hour) > 23 or int(minute) > 59:
        raise UnreadableMomentError(
            _("There is no time %(time)s: write it from 00:00 to 23:59.") % {"time": clock}
        )
    return time(int(hour), int(minute))


def _midnight_after(day: date, following: str) -> date:
    after = day + timedelta(days=1)
    if after.day != int(following):
        raise UnreadableMomentError(
            _("The two days are not next to each other: write the first alone.")
        )
    return after
