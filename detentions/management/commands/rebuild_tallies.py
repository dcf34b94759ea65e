"""`manage.py rebuild_tallies [--check]`: the tally table against the records."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from detentions import entry, tallies

DIFFERENT = 1


class Command(BaseCommand):
    """Derives the tally table anew, or with `--check` only names where it differs."""

    help = str(gettext_lazy("Count the published detentions again and mend the tally table."))

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument(
            "--check",
            action="store_true",
            help=_("write nothing; exit 1 when the table differs from the records"),
        )

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Name each difference, then say whether it was mended."""
        found = tallies.differences() if check else entry.rebuild_tallies()
        for difference in found:
            self.stdout.write(_sentence(difference))
        if not found:
            self.stdout.write(_("The tally table is what the published detentions give."))
        elif check:
            raise CommandError(_how_many(found, _REMEDY), returncode=DIFFERENT)
        else:
            self.stdout.write(_how_many(found, _MENDED))


_REMEDY = gettext_lazy("Run manage.py rebuild_tallies to mend it.")
_MENDED = gettext_lazy("Counted again, as a new data version.")


def _how_many(found: tuple[tallies.Difference, ...], what_now: object) -> str:
    text = ngettext(
        "%(number)d row of the tally table is wrong. %(what_now)s",
        "%(number)d rows of the tally table are wrong. %(what_now)s",
        len(found),
    )
    return text % {"number": len(found), "what_now": what_now}


def _sentence(difference: tallies.Difference) -> str:
    """Return one difference as a line: which row, what it holds, what it should hold."""
    text = _("%(period)s %(start)s, %(place)s, %(what)s: stored %(stored)s, counted %(derived)s")
    return text % {
        "period": difference.period,
        "start": difference.start,
        "place": difference.city_slug or _("whole country"),
        "what": f"{difference.dimension} {difference.value}".strip(),
        "stored": _numbers(difference.stored),
        "derived": _numbers(difference.derived),
    }


def _numbers(stored: tallies.Stored | None) -> str:
    if stored is None:
        return _("nothing")
    detentions = ngettext("%(number)d detention", "%(number)d detentions", stored.detentions)
    people = ngettext("%(number)d person", "%(number)d people", stored.people)
    return _("%(detentions)s of %(people)s (%(new)d new)") % {
        "detentions": detentions % {"number": stored.detentions},
        "people": people % {"number": stored.people},
        "new": stored.new_people,
    }
