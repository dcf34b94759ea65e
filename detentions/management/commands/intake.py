"""`manage.py intake`: the triage of a file, and with --commit its entry as one batch."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from detentions import intake
from detentions.intake.printing import lines

REFUSED, UNUSABLE = 1, 2
_SWITCHES = {
    "--commit": gettext_lazy("enter the rows as one batch; without it nothing is written"),
    "--publish": gettext_lazy("publish what is entered, in the name of --publisher"),
    "--skip-refused": gettext_lazy("enter what can be entered and leave out the other rows"),
}
# Each with its type, and what it takes.
_OPTIONS: dict[str, tuple[type[str] | type[Path], str, Any]] = {
    "--map": (
        *(str, "NAME-OR-FILE"),
        gettext_lazy(
            "a shipped mapping or a JSON file (default: the shipped one whose columns the file has)"
        ),
    ),
    "--by": (str, "USERNAME", gettext_lazy("who enters the file (default: the account intake)")),
    "--publisher": (
        *(str, "USERNAME"),
        gettext_lazy("who answers for what --publish makes public: another person than --by"),
    ),
    "--json": (Path, "FILE", gettext_lazy("where to write the whole report as JSON")),
    "--regions": (
        *(Path, "FILE"),
        gettext_lazy("for cities: the regions, in place of the shipped file"),
    ),
    "--display-names": (
        *(Path, "FILE"),
        gettext_lazy("for cities: names as the press prints them, in place of the shipped file"),
    ),
}


class Command(BaseCommand):
    """Brings in a file; see docs/intake.md."""

    help = str(
        gettext_lazy(
            "Triage a CSV file row by row, and with --commit enter it as one batch. Exit code 0: "
            "every row can be entered; 1: some cannot; 2: the file or an option is unusable."
        )
    )

    # The progress that stands on the terminal.
    _shown = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""
        parser.add_argument(
            "kind", choices=sorted(intake.READERS), help=_("what a row of the file is")
        )
        parser.add_argument("file", type=Path, help=_("the CSV file"))
        for option, help_text in _SWITCHES.items():
            parser.add_argument(option, action="store_true", help=str(help_text))
        for option, (kind, metavar, help_text) in _OPTIONS.items():
            default = "" if kind is str else None
            parser.add_argument(
                option, type=kind, default=default, metavar=metavar, help=str(help_text)
            )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the intake, print its report, and answer with its exit code."""
        if options["json"] and not options["json"].absolute().parent.is_dir():
            raise CommandError(
                _("There is no folder for %(file)s.") % {"file": options["json"]},
                returncode=UNUSABLE,
            )
        try:
            with intake.run(self._request(options)) as report:
                self._wipe()
                for line in lines(report, everything=options["verbosity"] > 1):
                    self.stdout.write(line)
                if options["json"]:
                    with options["json"].open("w", encoding="utf-8") as stream:
                        report.write_json(stream)
                blocked = report.blocked
        except intake.UnusableError as error:
            self._wipe()
            raise CommandError(str(error), returncode=UNUSABLE) from error
        if blocked:
            sentence = ngettext(
                "%(number)d row cannot be entered.", "%(number)d rows cannot be entered.", blocked
            )
            raise CommandError(sentence % {"number": blocked}, returncode=REFUSED)

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
            progress=self._progress if self.stderr.isatty() else None,
        )

    def _progress(self, rows: int) -> None:
        self._shown = ngettext("%(rows)d row", "%(rows)d rows", rows) % {"rows": rows}
        self.stderr.write(f"{self._shown}\r", ending="")

    def _wipe(self) -> None:
        """Take the progress off the terminal, so that no piece of it stays behind the report."""
        if self._shown:
            self.stderr.write(f"{' ' * len(self._shown)}\r", ending="")
            self._shown = ""
