"""The data dictionary, written from the help texts: a column is described once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db.models import Field, Model
from django.utils import translation

from detentions.public.columns import PublicView

_HEAD = """# Data dictionary

Written by `manage.py data_dictionary` from the models' help texts; a test compares it with them.
**Public views** are all that pages, API and downloads can name. **Casework tables** are for staff.
History tables (`detentions_historical…`) repeat the columns of their table, with who, when and why.
"""


def dictionary() -> str:
    """Return the dictionary as Markdown, in English."""
    with translation.override("en"):
        return "\n".join([_HEAD, *_part("Public views", public=True), *_part("Casework tables")])


def write(path: Path) -> None:
    """Write the dictionary to a file."""
    path.write_text(dictionary(), encoding="utf-8")


def _part(title: str, *, public: bool = False) -> Iterator[str]:
    yield f"## {title}\n"
    for model in sorted(_models(public=public), key=lambda model: model._meta.db_table):
        yield from _table(model)


def _models(*, public: bool) -> Iterator[type[Model]]:
    for model in apps.get_models():
        is_public = issubclass(model, PublicView)
        is_casework = model._meta.app_label == "detentions" and not hasattr(model, "history_type")
        if is_public if public else is_casework:
            yield model


def _table(model: type[Model]) -> Iterator[str]:
    yield f"### `{model._meta.db_table}`\n"
    yield (model.__doc__ or "").strip().splitlines()[0] + "\n"
    yield "| column | type | meaning |"
    yield "|---|---|---|"
    for field in model._meta.concrete_fields:
        yield f"| `{field.column}` | {_type(field)} | {_meaning(field)} |"
    yield ""


def _type(field: Field[object, object]) -> str:
    kind = field.get_internal_type().removesuffix("Field")
    if field.is_relation and field.related_model:
        related = field.related_model
        kind = f"→ {related._meta.db_table if not isinstance(related, str) else related}"
    elif field.max_length and kind in {"Char", "Slug", "URL"}:
        kind = f"{kind} {field.max_length}"
    return f"{kind}, may be empty" if field.null or field.blank else kind


def _meaning(field: Field[object, object]) -> str:
    text = str(field.help_text) or "Running number, for the database alone."
    if field.choices:
        values = (f"`{value}`" for value, _label in field.flatchoices if value)
        text += " One of: " + ", ".join(values)
    return text.replace("|", "\\|").replace("\n", " ")
