"""`manage.py undo_batch`: take back what one batch entered."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from detentions import intake

REFUSED, UNUSABLE = 1, 2


class Command(BaseCommand):
    """Undoes a batch whole, or refuses, naming the records that were edited since."""

    help = str(gettext_lazy("Take back what a batch entered, unless records were edited since."))

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("batch", help=_("the batch's id, which its report names"))
        parser.add_argument(
            "--by",
            default="",
            metavar="USERNAME",
            help=_("who takes it back (default: the account intake)"),
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Undo the batch and say how many records it had."""
        try:
            number = intake.undo(options["batch"], by=options["by"])
        except intake.UnusableError as error:
            raise CommandError(str(error), returncode=UNUSABLE) from error
        except intake.RefusedError as error:
            raise CommandError(str(error), returncode=REFUSED) from error
        sentence = ngettext(
            "Taken back: %(number)d record.", "Taken back: %(number)d records.", number
        )
        self.stdout.write(sentence % {"number": number})
