"""The door as an application of its own: it has models but nothing to migrate."""

import sqlite3
from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.utils.translation import gettext_lazy as _

from detentions.public.router import PUBLIC_ALIAS


class PublicConfig(AppConfig):
    """Models mapped onto views; without migrations, because views are code."""

    name = "detentions.public"
    label = "public"
    verbose_name = _("Public views")

    def ready(self) -> None:
        """Close the one way around a file that is opened read-only."""
        connection_created.connect(_attach_nothing)


def _attach_nothing(connection: Any, **_signal: Any) -> None:
    """Let the public connection of SQLite attach no file, which it might write to."""
    if connection.alias == PUBLIC_ALIAS and connection.vendor == "sqlite":
        connection.connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
