"""What rests on a record, as links to look at: figures under their source, detentions of a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from detentions.admin.labels import label

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Link:
    """One record: its name, its address, and where it stands."""

    text: str
    url: str
    state: str


@dataclass(frozen=True, slots=True)
class Support:
    """Some of the records of one kind, and the address of all of them."""

    title: str
    links: list[Link]
    all_url: str


def support(
    site: Any,
    request: HttpRequest,
    queryset: QuerySet[Any],
    *,
    title: str = "",
    lookup: str = "",
    name: Callable[[Any], str] = label,
) -> list[Support]:
    """Return links to the first records of a queryset, or nothing where there are none.

    `lookup`, such as `source__id__exact=…`, leads to all of them in their own list.
    """
    model = queryset.model
    model_admin = site.get_model_admin(model)
    if not model_admin.has_view_permission(request):
        return []
    rows = list(queryset.select_related(*model_admin.list_select_related)[: _SHOWN + 1])
    if not rows:
        return []
    address = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    links = [
        Link(name(row), reverse(f"{address}_change", args=[row.pk]), _state(row)) for row in rows
    ]
    return [
        Support(
            title=title or str(capfirst(model._meta.verbose_name_plural)),
            links=links[:_SHOWN],
            all_url=f"{reverse(f'{address}_changelist')}?{lookup}"
            if lookup and len(rows) > _SHOWN
            else "",
        )
    ]


def _state(record: Any) -> str:
    return str(record.get_state_display()) if hasattr(record, "get_state_display") else ""
