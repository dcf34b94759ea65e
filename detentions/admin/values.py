"""Field values as the screens show them and as two versions are compared."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.admin.utils import display_for_field
from django.db.models import Field, Model
from django.utils.text import Truncator

EMPTY = "–"
_LONGEST = 300

# Columns that say when and by whom, or follow from other columns: no part of what a record says.
OF_THE_WRITER = frozenset(
    {
        "id",
        "revision",
        "version",
        "entered_by",
        "entered_at",
        "changed_by",
        "changed_at",
        "published_by",
        "published_at",
        "key",
        "script",
    }
)


def stated_fields(model: type[Model]) -> list[Field[Any, Any]]:
    """Return the columns in which a row of the model says something about the world."""
    return [field for field in model._meta.concrete_fields if field.name not in OF_THE_WRITER]


def plain(value: Any) -> Any:
    """Return a value as its column stores it, so that two versions can be compared."""
    if isinstance(value, Model):
        return value.pk
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


def shown(field: Field[Any, Any], value: Any, related: Model | None = None) -> str:
    """Return a stored value in words; `related` is the record that a foreign key points to."""
    if value in (None, ""):
        return EMPTY
    text = str(related) if related else str(display_for_field(value, field, EMPTY))
    return Truncator(text).chars(_LONGEST)


def look_up(field: Field[Any, Any], value: Any) -> Model | None:
    """Return the record that a stored foreign key points to, if it is one and is still there."""
    if value is None or field.related_model is None:
        return None
    model: Any = field.related_model
    found: Model | None = model._default_manager.filter(pk=value).first()
    return found
