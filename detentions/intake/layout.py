"""A mapping laid over the header of one file: where each field stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from fnmatch import fnmatchcase

from django.utils.translation import gettext as _

from detentions.intake.errors import UnusableError
from detentions.intake.mapping import Field, SavedMapping

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
# A piece in square brackets is left out where one of its columns is blank.
_PIECE = re.compile(r"\[([^\[\]]*)\]")
NUMBER = "number"


class Layout:
    """Where the fields of a mapping stand in the rows of one file.

    Raises UnusableError when a column is missing or twice there.
    """

    def __init__(
        self, mapping: SavedMapping, header: Sequence[str], allowed: Mapping[str, bool]
    ) -> None:
        _check_fields(mapping, allowed)
        self.mapping = mapping
        self.header = list(header)
        self._at: dict[str, tuple[int, ...]] = {
            name: self._places(field) for name, field in mapping.fields.items()
        }
        if mapping.number:
            number = Field(column=mapping.number.column, optional=mapping.number.optional)
            self._at[NUMBER] = self._places(number)
        self._in_templates = {
            column: self._one((column,))
            for field in mapping.fields.values()
            for column in _PLACEHOLDER.findall(field.template)
        }
        self._telling = [place for place, name in enumerate(self.header) if not self._ignored(name)]
        self._refuse_twins()
        self._refuse_strangers()
        self.unread = self._unread()

    def field(self, name: str) -> Field | None:
        """Return how a field is read, or None where the mapping does not have it."""
        return self.mapping.fields.get(name)

    def has(self, name: str) -> bool:
        """Tell whether the file has a column for a field."""
        return bool(self._at.get(name))

    def column(self, name: str) -> str:
        """Return the name of the column that a field is read from, for messages."""
        places = self._at.get(name, ())
        return self.header[places[0]] if places else name

    def cells(self, name: str, row: Sequence[str]) -> list[str]:
        """Return what the row holds for a field: its constant, its text, or its cells."""
        field = self.mapping.fields.get(name)
        if field and field.constant:
            return [field.constant]
        if field and field.template:
            return [self._fill(field.template, row)]
        return [row[place].strip() for place in self._at.get(name, ())]

    def distinguishing(self, row: Sequence[str]) -> tuple[str, ...]:
        """Return the cells that tell two rows apart: all but those of ignored columns."""
        return tuple(row[place].strip() for place in self._telling)

    def _places(self, field: Field) -> tuple[int, ...]:
        if field.columns:
            return tuple(self._one((name,)) for name in field.columns)
        if not field.column or (field.optional and not set(field.column) & set(self.header)):
            return ()
        return (self._one(field.column),)

    def _one(self, names: Sequence[str]) -> int:
        for name in names:
            if name in self.header:
                return self.header.index(name)
        lower = {name.casefold(): name for name in self.header if name}
        near = [lower[key] for key in get_close_matches(names[0].casefold(), lower, 3, 0.5)]
        text = _("The file has no column “%(column)s”, which mapping %(mapping)s reads.")
        if near:
            text += " " + _("Near matches: %(near)s.")
        else:
            text += " " + _("Its columns are: %(all)s.")
        raise UnusableError(
            text
            % {
                "column": " / ".join(names),
                "mapping": self.mapping.name,
                "near": ", ".join(near),
                "all": ", ".join(name or "“”" for name in self.header),
            }
        )

    def _refuse_twins(self) -> None:
        counted = Counter(self.header)
        twins = sorted(
            name for name, number in counted.items() if number > 1 and not self._ignored(name)
        )
        if twins:
            raise UnusableError(
                _("The column “%(column)s” is there %(number)d times: rename or remove the others.")
                % {"column": twins[0], "number": counted[twins[0]]}
            )

    def _refuse_strangers(self) -> None:
        """Refuse a file that has none of the columns, where each of them may be missing."""
        if not any(self._at.values()) and not self._in_templates:
            names = (name for field in self.mapping.fields.values() for name in field.column)
            raise UnusableError(
                _("The file has none of the columns that mapping %(mapping)s reads: %(all)s.")
                % {"mapping": self.mapping.name, "all": ", ".join(names)}
            )

    def _ignored(self, name: str) -> bool:
        return not name or any(fnmatchcase(name, pattern) for pattern in self.mapping.ignore)

    def _unread(self) -> list[str]:
        read = {self.header[place] for places in self._at.values() for place in places}
        read |= set(self._in_templates)
        return [name for name in self.header if name not in read and not self._ignored(name)]

    def _fill(self, template: str, row: Sequence[str]) -> str:
        def value(match: re.Match[str]) -> str:
            """Return the cell that a placeholder stands for."""
            return " ".join(row[self._in_templates[match[1]]].split())

        def piece(match: re.Match[str]) -> str:
            """Return an optional piece, where all its cells hold something."""
            inner = match[1]
            full = all(value(found) for found in _PLACEHOLDER.finditer(inner))
            return _PLACEHOLDER.sub(value, inner) if full else ""

        return " ".join(_PLACEHOLDER.sub(value, _PIECE.sub(piece, template)).split())


def _check_fields(mapping: SavedMapping, allowed: Mapping[str, bool]) -> None:
    unknown = sorted(set(mapping.fields) - set(allowed))
    if unknown:
        raise UnusableError(
            _("Mapping %(name)s: %(kind)s have no field %(field)s. They have: %(all)s.")
            % {
                "name": mapping.name,
                "kind": mapping.kind,
                "field": unknown[0],
                "all": ", ".join(allowed),
            }
        )
    missing = [
        name for name, required in allowed.items() if required and name not in mapping.fields
    ]
    if missing:
        raise UnusableError(
            _("Mapping %(name)s lacks the field %(field)s.")
            % {"name": mapping.name, "field": missing[0]}
        )


def fits(mapping: SavedMapping, header: Collection[str], allowed: Mapping[str, bool]) -> bool:
    """Tell whether a mapping finds all its columns in a header."""
    try:
        Layout(mapping, list(header), allowed)
    except UnusableError:
        return False
    return True
