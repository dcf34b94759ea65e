"""Two people changed one record: show both versions, and lose nothing that was typed.

A field that the person left as it was when the form was opened takes the newer value; of
every other differing field both values are listed and the typed one stays in the form. The
form then bears the newer revision, so that saving it again is a decision.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field, Model
from django.forms import CheckboxInput, MultiWidget
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from detentions.admin import values
from detentions.entry import StaleRecordError
from detentions.models.base import PublishableRecord, Record


def past(record: Record, revision: int) -> Any:
    """Return the record's row in the history at a revision, or None."""
    model: Any = type(record)
    rows = model.history.filter(id=record.pk, revision=revision)
    return rows.order_by("-history_id").first()


def past_rows(model: Any, parent: str, record: Record, at: datetime) -> dict[Any, Any]:
    """Return, by id, the record's child rows as they were at a moment."""
    rows = model.history.filter(**{parent: record.pk}, history_date__lte=at)
    latest = {row.id: row for row in rows.order_by("history_date", "history_id")}
    return {pk: row for pk, row in latest.items() if row.history_type != "-"}


def refuse(form: Any, opened: int | None) -> Any:
    """Add the error that tells of the newer version; return the version that was opened."""
    record = form.instance
    base = past(record, opened) if opened else None
    lines = [str(StaleRecordError(record))]
    if isinstance(record, PublishableRecord) and base and base.state != record.state:
        field: Field[Any, Any] = record._meta.get_field("state")
        lines.append(_line(field, values.shown(field, base.state), record.get_state_display()))
    lines += rebase(form, base)
    form.add_error(None, ValidationError([ValidationError(line) for line in lines]))
    form.data[form.add_prefix("opened_revision")] = str(record.revision)
    return base


def rebase(form: Any, base: Any) -> list[str]:
    """Let untouched fields of a bound form take the stored values; return what differs, in words.

    Fields are those of the form alone: what the person may not see is not spoken of.
    """
    lines = []
    for field in values.stated_fields(type(form.instance)):
        name = field.name
        if name not in form.cleaned_data or name not in form.initial:
            continue
        stored, mine = values.plain(form.initial[name]), values.plain(form.cleaned_data[name])
        if stored == mine:
            continue
        if base is not None and values.plain(getattr(base, field.attname)) == mine:
            _put(form, name, form.initial[name])
            lines.append(_line(field, _in_words(field, mine), _in_words(field, stored)))
        else:
            lines.append(
                _("%(field)s: you entered “%(mine)s”, now stored is “%(stored)s”.")
                % {
                    "field": capfirst(str(field.verbose_name)),
                    "mine": _in_words(field, mine),
                    "stored": _in_words(field, stored),
                }
            )
    return lines


def _line(field: Field[Any, Any], before: str, after: str) -> str:
    return _("%(field)s: changed from “%(before)s” to “%(after)s”, which is taken over.") % {
        "field": capfirst(str(field.verbose_name)),
        "before": before,
        "after": after,
    }


def _in_words(field: Field[Any, Any], value: Any) -> str:
    related: Model | None = values.look_up(field, value)
    return values.shown(field, value, related)


def _put(form: Any, name: str, value: Any) -> None:
    """Make a bound form show a value as if the person had typed it."""
    widget: Any = form.fields[name].widget
    key = form.add_prefix(name)
    prepared = form.fields[name].prepare_value(value)
    if isinstance(widget, MultiWidget):
        several: Any = widget
        pieces = zip(several.widgets_names, several.widgets, several.decompress(value), strict=True)
        for suffix, part, piece in pieces:
            form.data[key + suffix] = part.format_value(piece) or ""
    elif isinstance(widget, CheckboxInput):
        form.data.pop(key, None)
        if prepared:
            form.data[key] = "on"
    else:
        form.data[key] = "" if prepared is None else str(prepared)
