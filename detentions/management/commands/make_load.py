"""`manage.py make_load --detentions N`: synthetic records for load tests."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from detentions import demo, entry


class Command(BaseCommand):
    """Adds synthetic detentions to a database that holds nobody's work."""

    help = str(gettext_lazy("Add synthetic detentions of invented people, for load tests."))

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument(
            "--detentions", type=int, required=True, metavar="N", help=_("how many to add")
        )
        parser.add_argument(
            "--seed",
            type=int,
            default=1,
            metavar="S",
            help=_("the same number makes the same records again (default: 1)"),
        )

    def handle(self, *args: Any, detentions: int, seed: int, **options: Any) -> None:
        """Make the load, and say when it is done."""
        if detentions < 0 or seed < 0:
            raise CommandError(_("--detentions and --seed are whole numbers from 0 on."))
        try:
            demo.make_load(
                detentions, seed=seed, today=timezone.localdate(), progress=self._progress
            )
        except entry.EntryError as error:
            raise CommandError(str(error)) from error
        if options["verbosity"]:
            sentence = ngettext(
                "%(number)d detention was added.", "%(number)d detentions were added.", detentions
            )
            self.stdout.write(sentence % {"number": detentions})

    def _progress(self, done: int, of: int) -> None:
        if sys.stderr.isatty():
            words = ngettext("%(done)d of %(of)d Sunday", "%(done)d of %(of)d Sundays", of)
            self.stderr.write(words % {"done": done, "of": of} + "\r", ending="")
