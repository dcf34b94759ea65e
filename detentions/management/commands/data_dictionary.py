"""`manage.py data_dictionary`: writes docs/data-dictionary.md from the help texts."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from detentions import dictionary


class Command(BaseCommand):
    """Writes the data dictionary."""

    help = _("Write docs/data-dictionary.md from the models' help texts.")

    def handle(self, *_args: object, **_options: object) -> None:
        """Write the file and name it."""
        path = Path(settings.BASE_DIR) / "docs" / "data-dictionary.md"
        dictionary.write(path)
        self.stdout.write(str(path))
