"""What the question before a deletion names: a few of the records that stand in the way.

Django's own page reads every record that rests on the one to be deleted. On the capital rest all
its detentions, on an account all that was ever entered with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import CASCADE, PROTECT, Model, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst

from detentions.admin.generic import AnyModelAdmin
from detentions.admin.labels import label

_NAMED = 20


class BriefDeletion(AnyModelAdmin):
    """A screen whose deletion costs the same, however many records rest on the record."""

    def get_deleted_objects(
        self, objs: Iterable[Model], request: HttpRequest
    ) -> tuple[list[Any], dict[str, int], set[str], list[str]]:
        """Name the record, what was entered with it, and some of what stands in the way."""
        records = list(objs)
        named = [part for record in records for part in (label(record), list(_parts(record)))]
        in_the_way = [line for record in records for line in self._in_the_way(record)]
        return named, {str(self.opts.verbose_name_plural): len(records)}, set(), in_the_way

    def _in_the_way(self, record: Model) -> Iterator[str]:
        for relation, rows in _resting(record, PROTECT):
            joined: list[str] = [relation.field.name]
            if self.admin_site.is_registered(relation.related_model):
                screen: Any = self.admin_site.get_model_admin(relation.related_model)
                joined += screen.list_select_related
            for row in rows.select_related(*joined)[:_NAMED]:
                yield f"{capfirst(row._meta.verbose_name)}: {label(row)}"


def _parts(record: Model) -> Iterator[str]:
    """Yield how many rows of each kind go with the record."""
    for relation, rows in _resting(record, CASCADE):
        if number := rows.count():
            yield f"{capfirst(relation.related_model._meta.verbose_name_plural)}: {number}"


def _resting(record: Model, on_delete: Any) -> Iterator[tuple[Any, QuerySet[Any]]]:
    """Yield each foreign key that points at such records, with the rows that point at this one."""
    for relation in record._meta.get_fields(include_hidden=True):
        if relation.auto_created and getattr(relation, "on_delete", None) is on_delete:
            model: Any = relation.related_model
            yield relation, model._default_manager.filter(**{relation.field.name: record})  # type: ignore[union-attr]
