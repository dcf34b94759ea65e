"""`manage.py intake`: the triage of a file, and with --commit its entry as one batch."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from detentions import intake
from detentions.intake.printing import lines

REFUSED, UNUSABLE = 1, 2


class Command(BaseCommand):
    """Brings in a file; see docs/intake.md."""

    help = str(
        gettext_lazy(
            "Triage a CSV file row by row, and with --commit enter it as one batch. Exit code 0: "
            "every row can be entered; 1: some cannot; 2: the file or an option is unusable."
        )
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument("kind", choices=sorted(intake.READERS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--map", default="", metavar="NAME-OR-FILE")
        parser.add_argument("--commit", action="store_true")
        parser.add_argument("--publish", action="store_true")
        parser.add_argument("--skip-refused", action="store_true")
        parser.add_argument("--by", default="", metavar="USERNAME")
        parser.add_argument("--publisher", default="", metavar="USERNAME")
        parser.add_argument("--json", type=Path, metavar="FILE")
        parser.add_argument("--regions", type=Path, metavar="FILE")
        parser.add_argument("--display-names", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the intake, print its report, and answer with its exit code."""
        if options["json"] and not options["json"].absolute().parent.is_dir():
            raise CommandError(
                _("There is no folder for %(file)s.") % {"file": options["json"]},
                returncode=UNUSABLE,
            )
        try:
            with intake.run(self._request(options)) as report:
                for line in lines(report, everything=options["verbosity"] > 1):
                    self.stdout.write(line)
                if options["json"]:
                    with options["json"].open("w", encoding="utf-8") as stream:
                        report.write_json(stream)
                blocked = report.blocked
        except intake.UnusableError as error:
            raise CommandError(str(error), returncode=UNUSABLE) from error
        if blocked:
            raise CommandError(
                _("%(number)d rows cannot be entered.") % {"number": blocked}, returncode=REFUSED
            )

    def _request(self, options: dict[str, Any]) -> intake.Request:
        by = intake.named(options["by"])
        companions = {"regions": options["regions"], "display_names": options["display_names"]}
        return intake.Request(
            kind=options["kind"],
            path=options["file"],
            today=timezone.localdate(),
            mapping=options["map"],
            commit=options["commit"],
            skip_refused=options["skip_refused"],
            by=by,
            publisher=intake.second_person(options["publish"], options["publisher"], by),
            companions={purpose: path for purpose, path in companions.items() if path},
            progress=self._progress if sys.stderr.isatty() else None,
        )

    def _progress(self, rows: int) -> None:
        self.stderr.write(_("%(rows)d rows") % {"rows": rows} + "\r", ending="")
