"""Saved mappings: which column of a file says what, as data that users can write themselves.

The format is described, with examples, in `docs/intake.md`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from detentions.intake.errors import UnusableError

SHIPPED = Path(__file__).with_name("mappings")

TOP_KEYS = {
    "name",
    "about",
    "kind",
    "delimiter",
    "fields",
    "ignore",
    "number",
    "places",
    "regions",
    "organisations",
    "source",
    "dataset",
    "companions",
}
_ORIGINS = ("column", "columns", "constant", "template")
FIELD_KEYS = {*_ORIGINS, "optional", "default", "values", "otherwise", "dates", "shorten", "split"}
NUMBER_KEYS = {"column", "optional", "measure", "group", "unreadable", "language"}


@dataclass(frozen=True, slots=True)
class Field:
    """Where the value of one field comes from, and how it is read."""

    # One column under any of its names, or several that are all read.
    column: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    constant: str = ""
    template: str = ""
    # Printed value, in lower case -> value of the vocabulary; `otherwise` for all others.
    values: Mapping[str, str] = field(default_factory=dict)
    otherwise: str | None = None
    dates: tuple[str, ...] = ()
    # Whether the file may lack the column.
    optional: bool = False
    # What a blank cell stands for.
    default: str = ""
    # Whether text that is too long is cut, and kept whole in the notes.
    shorten: bool = False
    # Whether a cell holds several places, separated by "|", ";" or ",".
    split: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """The column with the number of people that an events file states."""

    column: tuple[str, ...]
    measure: str
    group: str
    # What happens to a row whose text states no number: the row is "refuse"d, or "no-count".
    unreadable: str
    # Whether the file may lack the column.
    optional: bool = False
    # The language of the column's words, where it is known.
    language: str = ""


@dataclass(frozen=True, slots=True)
class SavedMapping:
    """One mapping, checked."""

    name: str
    kind: str
    fields: Mapping[str, Field]
    delimiter: str = ","
    ignore: tuple[str, ...] = ()
    number: Number | None = None
    # Whether unknown places are created ("create") or refused ("existing").
    places: str = "existing"
    regions: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    source: Mapping[str, Any] = field(default_factory=dict)
    dataset: Mapping[str, Any] = field(default_factory=dict)
    # Files that belong to the kind: what they are for -> name in detentions/data, or path.
    companions: Mapping[str, str] = field(default_factory=dict)


def shipped(kind: str) -> list[str]:
    """Return the names of the mappings of one kind that come with the project."""
    names = sorted(path.stem for path in SHIPPED.glob("*.json"))
    return [name for name in names if load(name).kind == kind]


def load(name_or_file: str) -> SavedMapping:
    """Return a shipped mapping by its name, or one from a JSON file.

    Raises UnusableError, naming the key at fault and the keys that are allowed.
    """
    path = SHIPPED / f"{name_or_file}.json"
    if "/" in name_or_file or not path.exists():
        path = Path(name_or_file)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        known = ", ".join(sorted(item.stem for item in SHIPPED.glob("*.json")))
        raise UnusableError(
            _("No mapping %(name)s: it is neither a JSON file nor one of %(known)s.")
            % {"name": name_or_file, "known": known}
        ) from error
    except ValueError as error:
        raise UnusableError(
            _("Mapping %(name)s is not JSON: %(why)s.") % {"name": name_or_file, "why": error}
        ) from error
    try:
        return _mapping(content, path.stem)
    except (TypeError, AttributeError) as error:
        raise UnusableError(
            _("Mapping %(name)s does not have the form of docs/intake.md: %(why)s.")
            % {"name": name_or_file, "why": error}
        ) from error


def _mapping(content: Mapping[str, Any], stem: str) -> SavedMapping:
    name = str(content.get("name", stem))
    _known(name, "", content, TOP_KEYS)
    places = content.get("places", "existing")
    _one_of(name, "places", places, ("existing", "create"))
    if not content.get("kind") or not content.get("fields"):
        raise UnusableError(_("Mapping %(name)s needs “kind” and “fields”.") % {"name": name})
    return SavedMapping(
        name=name,
        kind=content["kind"],
        fields={
            key: _field(f"{name}: fields.{key}", value) for key, value in content["fields"].items()
        },
        delimiter=_delimiter(name, content),
        ignore=tuple(content.get("ignore", ())),
        number=_number(name, content["number"]) if "number" in content else None,
        places=places,
        regions=dict(content.get("regions", {})),
        organisations=dict(content.get("organisations", {})),
        source=dict(content.get("source", {})),
        dataset=dict(content.get("dataset", {})),
        companions=dict(content.get("companions", {})),
    )


def _field(where: str, value: Any) -> Field:
    if isinstance(value, str):
        return Field(column=(value,))
    _known(where, "", value, FIELD_KEYS)
    origins = [key for key in _ORIGINS if value.get(key)]
    if len(origins) != 1:
        raise UnusableError(
            _("Mapping %(where)s needs exactly one of column, columns, constant and template.")
            % {"where": where}
        )
    column = value.get("column", ())
    return Field(
        column=(column,) if isinstance(column, str) else tuple(column),
        columns=tuple(value.get("columns", ())),
        constant=value.get("constant", ""),
        template=value.get("template", ""),
        values={plain(key): text for key, text in value.get("values", {}).items()},
        otherwise=value.get("otherwise"),
        dates=tuple(value.get("dates", ())),
        optional=bool(value.get("optional", False)),
        default=str(value.get("default", "")),
        shorten=bool(value.get("shorten", False)),
        split=bool(value.get("split", False)),
    )


def _number(name: str, value: Mapping[str, Any]) -> Number:
    _known(name, "number.", value, NUMBER_KEYS)
    unreadable = value.get("unreadable", "refuse")
    _one_of(name, "number.unreadable", unreadable, ("refuse", "no-count"))
    column = value["column"]
    return Number(
        column=(column,) if isinstance(column, str) else tuple(column),
        measure=value.get("measure", "detained"),
        group=value.get("group", "everyone"),
        unreadable=unreadable,
        optional=bool(value.get("optional", False)),
        language=str(value.get("language", "")),
    )


def _delimiter(name: str, content: Mapping[str, Any]) -> str:
    delimiter = content.get("delimiter", ",")
    _one_of(name, "delimiter", delimiter, (",", ";", "\t", "|"))
    return str(delimiter)


def _known(where: str, prefix: str, content: Mapping[str, Any], allowed: Collection[str]) -> None:
    unknown = sorted(set(content) - set(allowed))
    if unknown:
        raise UnusableError(
            _("Mapping %(where)s: unknown key %(key)s. Allowed: %(allowed)s.")
            % {
                "where": where,
                "key": prefix + unknown[0],
                "allowed": ", ".join(sorted(allowed)),
            }
        )


def _one_of(name: str, key: str, value: Any, allowed: Collection[str]) -> None:
    if value not in allowed:
        raise UnusableError(
            _("Mapping %(name)s: %(key)s is %(value)r. Allowed: %(allowed)s.")
            % {"name": name, "key": key, "value": value, "allowed": ", ".join(map(repr, allowed))}
        )


def plain(text: str) -> str:
    """Return a printed value as value tables are keyed: one space, no case."""
    return " ".join(text.split()).casefold()
