"""`manage.py prepare`: everything between a fresh checkout and a page that can be served."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from detentions.management.preparation import HOST, PortTaken, prepare


class Command(BaseCommand):
    """Prepares static files, database, demonstration data and the first account."""

    help = str(gettext_lazy("Prepare this checkout for serving; does only what is not done yet."))

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, then say where the site will be."""
        try:
            prepare(self.stdout.write)
        except PortTaken as taken:
            raise CommandError(str(taken)) from taken
        address = f"http://{HOST}:{settings.PORT}/"
        self.stdout.write(_("Serving on %(address)s (Ctrl-C stops)") % {"address": address})
