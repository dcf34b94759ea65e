"""`manage.py grant_public ROLE`: what the public processes may read, and nothing else."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.db import NotSupportedError, ProgrammingError
from django.utils.translation import gettext as _

from detentions.public import install


class Command(BaseCommand):
    """Grants a PostgreSQL role the public views, and takes every table from it."""

    help = _("Let a PostgreSQL role read the public views and nothing else.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the role's name."""
        parser.add_argument("role", help=_("an existing role, made with CREATE ROLE … LOGIN"))

    def handle(self, *_args: object, role: str, **_options: object) -> None:
        """Run the grants and print them."""
        try:
            for statement in install.grant(role):
                self.stdout.write(f"{statement};")
        except NotSupportedError as error:
            raise CommandError(str(error)) from error
        except ProgrammingError as error:
            remedy = _("Run it as the database's owner, with CREATEROLE, or as a superuser.")
            raise CommandError(f"{str(error).strip()} {remedy}") from error
