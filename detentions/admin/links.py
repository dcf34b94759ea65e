"""Links between screens, as columns of lists and facts of records show them."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

from detentions.admin.values import EMPTY
from detentions.models import Source

_LONGEST = 40


def to(record: Model | None) -> str:
    """Return a link to a record's own screen, short enough for a column."""
    if record is None:
        return EMPTY
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
    text = Truncator(str(record)).chars(_LONGEST)
    return format_html('<a href="{}">{}</a>', reverse(name, args=[record.pk]), text)


def to_document(source: Source | None) -> str:
    """Return links to a source's screen and to the document itself."""
    if source is None:
        return EMPTY
    outside = outside_link(source.url)
    return format_html("{} {}", to(source), outside) if outside else to(source)


def outside_link(url: str) -> Any:
    """Return a link that leaves the site, without telling the other site from where."""
    if not url:
        return ""
    return format_html('<a href="{}" rel="noreferrer noopener" target="_blank">↗</a>', url)
