"""What happened to a record and its child rows: who, when, why, and what changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from detentions.admin import values, visibility
from detentions.entry.kinds import kind_of
from detentions.models.base import Record

_LONGEST = 200


@dataclass(slots=True)
class Moment:
    """One write: everything that it changed about the record, in words."""

    at: datetime
    who: str
    why: str
    lines: list[str] = field(default_factory=list)


def view(model_admin: Any, request: HttpRequest, object_id: str) -> Any:
    """Show the history of one record to those who may see the record."""
    record = model_admin.get_object(request, object_id)
    if not model_admin.has_view_permission(request, record):
        raise PermissionDenied
    if record is None:
        return model_admin._get_obj_does_not_exist_redirect(request, model_admin.opts, object_id)
    hidden = visibility.hidden_fields(request.user, type(record))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("History: %s") % record,
        "module_name": capfirst(model_admin.opts.verbose_name_plural),
        "object": record,
        "opts": model_admin.opts,
        "moments": moments(record, hidden)[:_LONGEST],
    }
    return TemplateResponse(request, "admin/detentions/object_history.html", context)


def moments(record: Record, hidden: frozenset[str]) -> list[Moment]:
    """Return the record's writes, newest first, without the fields named in `hidden`."""
    rows = _rows(type(record), {"id": record.pk}, "")
    told = list(_told(rows, _Related(rows), hidden, ""))
    for model, parent in kind_of(type(record)).parts.values():
        part_rows = _rows(model, {parent: record.pk}, parent)
        title = str(capfirst(model._meta.verbose_name))
        told += _told(part_rows, _Related(part_rows), frozenset({parent}), title)
    told.sort(key=lambda pair: (pair[0].history_date, pair[0].history_user_id or 0))
    found = []
    for _key, writes in groupby(
        told, key=lambda pair: (pair[0].history_date, pair[0].history_user_id)
    ):
        pairs = list(writes)
        first = pairs[0][0]
        found.append(
            Moment(
                at=first.history_date,
                who=str(first.history_user or ""),
                why=first.history_change_reason or "",
                lines=[line for _row, lines in pairs for line in lines],
            )
        )
    return found[::-1]


def _rows(model: Any, of: dict[str, Any], _parent: str) -> list[Any]:
    rows = model.history.filter(**of).select_related("history_user")
    return list(rows.order_by("history_date", "history_id"))


def _told(
    rows: Iterable[Any], related: _Related, hidden: frozenset[str], title: str
) -> Iterator[tuple[Any, list[str]]]:
    """Pair each row of the history with what it says, compared with the row before it."""
    before: dict[Any, Any] = {}
    for row in rows:
        earlier = before.get(row.id)
        before[row.id] = row
        columns = [
            column
            for column in values.stated_fields(row.instance_type)
            if column.name not in hidden
        ]
        if title and (row.history_type in "+-" or earlier is None):
            stated = ", ".join(_filled(row, columns, related))
            yield row, [_part_line(row.history_type, title, stated)]
        elif row.history_type == "-":
            yield row, [_("Deleted")]
        elif earlier is None:
            yield row, [_("Entered"), *_named(row, columns, related)]
        else:
            changes = _changes(earlier, row, columns, related)
            yield row, [f"{title}: {line}" if title else line for line in changes]


def _part_line(history_type: str, title: str, stated: str) -> str:
    form = (
        _("%(title)s removed: %(stated)s")
        if history_type == "-"
        else _("%(title)s added: %(stated)s")
    )
    return form % {"title": title, "stated": stated}


def _filled(row: Any, columns: Iterable[Any], related: _Related) -> list[str]:
    return [
        related.shown(row, column)
        for column in columns
        if getattr(row, column.attname) not in (None, "", False)
    ]


def _named(row: Any, columns: Iterable[Any], related: _Related) -> list[str]:
    return [
        f"{capfirst(str(column.verbose_name))}: {related.shown(row, column)}"
        for column in columns
        if getattr(row, column.attname) not in (None, "", False)
    ]


def _changes(earlier: Any, row: Any, columns: Iterable[Any], related: _Related) -> list[str]:
    return [
        f"{capfirst(str(column.verbose_name))}: "
        f"{related.shown(earlier, column)} → {related.shown(row, column)}"
        for column in columns
        if getattr(earlier, column.attname) != getattr(row, column.attname)
    ]


class _Related:
    """The records that a history points to, fetched once for all its rows."""

    def __init__(self, rows: Iterable[Any]) -> None:
        wanted: dict[Any, set[Any]] = defaultdict(set)
        for row in rows:
            for column in values.stated_fields(row.instance_type):
                if column.related_model and (pk := getattr(row, column.attname)):
                    wanted[column.related_model].add(pk)
        self._found: dict[Any, dict[Any, Model]] = {
            model: model._default_manager.in_bulk(ids) for model, ids in wanted.items()
        }

    def shown(self, row: Any, column: Any) -> str:
        """Return a column of a row in words; what is gone since is named by its id."""
        value = getattr(row, column.attname)
        return values.shown(column, value, self._found.get(column.related_model, {}).get(value))
