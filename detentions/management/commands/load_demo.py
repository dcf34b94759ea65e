"""`manage.py load_demo`: real figures of organisations and invented detentions."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from detentions import demo, entry


class Command(BaseCommand):
    """Loads the demonstration data; a second time changes nothing."""

    help = str(gettext_lazy("Load the demonstration data: real figures, invented detentions."))

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument(
            "--force",
            action="store_true",
            help=_("load it beside records that people entered; every page then shows the banner"),
        )

    def handle(self, *args: Any, force: bool, **options: Any) -> None:
        """Load, and say what happened."""
        try:
            loaded = demo.load(today=timezone.localdate(), force=force)
        except entry.NotAllowedError as error:
            raise CommandError(
                _("%(why)s Use --force to load it beside.") % {"why": error}
            ) from error
        if options["verbosity"]:
            self.stdout.write(
                _("The demonstration data is loaded.")
                if loaded
                else _("The demonstration data was loaded before: nothing changed.")
            )
