"""Columns of the public models, described once: where the casework describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise


class PublicView(models.Model):
    """A view: never migrated, never written."""

    class Meta:
        abstract = True
        managed = False
        default_permissions = ()


def like(model: type[models.Model], name: str, *, key: bool = False) -> Any:
    """Return a read-only copy of a casework column: type, choices, label and help text.

    `key` makes it the primary key. Constraints, indexes and defaults stay behind, because
    a view has none. The return type is open: it is whatever field the casework has.
    """
    field: Any = cast(Any, model._meta.get_field(name)).clone()
    field.remote_field = None
    field._unique = key
    field.primary_key = key
    field.db_index = False
    field.default = models.NOT_PROVIDED
    field.editable = False
    return field


def ref(help_text: StrOrPromise, *, null: bool = False) -> models.CharField[str, str]:
    """Return a column that holds the id of another record."""
    return models.CharField(max_length=16, null=null, help_text=help_text)


def text(help_text: StrOrPromise, length: int = 300) -> models.CharField[str, str]:
    """Return a column of text that a view joins in for display."""
    return models.CharField(max_length=length, help_text=help_text)


def row_key() -> models.CharField[str, str]:
    """Return the key of a child row, which the view builds from its public columns."""
    return models.CharField(
        primary_key=True, max_length=800, help_text=_("Built from the row's public columns.")
    )
