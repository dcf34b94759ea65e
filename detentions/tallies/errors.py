"""What can be asked for and does not exist."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from detentions.sundays import sunday_of


class NotASundayError(LookupError):
    """The day is another weekday. `sunday` is the Sunday that ends its week, if there is one."""

    def __init__(self, day: date) -> None:
        self.day = day
        try:
            self.sunday: date | None = sunday_of(day)
        except OverflowError:
            self.sunday = None
        super().__init__(_("%(day)s is not a Sunday.") % {"day": day.isoformat()})


class OutsideCalendarError(LookupError):
    """The Sunday lies before the first or after the last that the calendar has."""

    def __init__(self, day: date, first: date, last: date) -> None:
        self.day, self.first, self.last = day, first, last
        super().__init__(
            _("%(day)s lies outside the Sundays from %(first)s to %(last)s.")
            % {"day": day.isoformat(), "first": first.isoformat(), "last": last.isoformat()}
        )


class UnknownCityError(LookupError):
    """No city has this slug."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(_("There is no city “%(slug)s”.") % {"slug": slug})
