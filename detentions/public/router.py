"""Sends every read of a public model to the `public` connection, and nothing else."""

from __future__ import annotations

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

PUBLIC_ALIAS = "public"
_DOOR = "detentions.public"


class PublicRouter:
    """Chooses the connection from the package that a model is defined in."""

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        """Public models read through `public`; all others through `default`."""
        return PUBLIC_ALIAS if model.__module__.startswith(_DOOR) else DEFAULT_DB_ALIAS

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        """Refuse to write through the door; everything else goes to `default`."""
        if model.__module__.startswith(_DOOR):
            message = f"{model.__name__} is a public view: records are written by `entry`."
            raise TypeError(message)
        return DEFAULT_DB_ALIAS

    def allow_relation(self, obj1: Model, obj2: Model, **_hints: Any) -> bool | None:
        """Relations stay on one side of the door."""
        public = [type(obj).__module__.startswith(_DOOR) for obj in (obj1, obj2)]
        return None if public[0] == public[1] else False

    def allow_migrate(self, db: str, *_app: str, **_hints: Any) -> bool:
        """Only the casework database is migrated."""
        return db == DEFAULT_DB_ALIAS
