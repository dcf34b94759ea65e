"""Pairing rows with the records that are here already, and saying what differs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from detentions.intake.context import Context
from detentions.models.base import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Wanted(Generic[R]):
    """A row that looks for its record: under which identity, and when it says the same."""

    line: int
    key: Hashable
    equals: Callable[[R], bool]


def pair(
    context: Context, wanted: Sequence[Wanted[R]], there: Mapping[Hashable, Sequence[R]]
) -> list[R | None]:
    """Return for each row the record of its identity, each record at most once in the file.

    Rows that say the same as a record come first; what is left of an identity is paired in
    order: those records have changed.
    """
    found: list[R | None] = [None] * len(wanted)
    for same in (True, False):
        for number, row in enumerate(wanted):
            if found[number] is not None:
                continue
            for record in there.get(row.key, ()):
                if context.is_claimed(record) or (same and not row.equals(record)):
                    continue
                context.claim(record.pk, row.line)
                found[number] = record
                break
    return found


def changed(
    record: Record, values: Mapping[str, Any], always: Collection[str] = ()
) -> dict[str, Any]:
    """Return what a row says otherwise than a record.

    A blank cell says nothing and changes nothing, except in the columns `always` compared.
    """
    return {
        name: value
        for name, value in values.items()
        if (name in always or value not in ("", None)) and getattr(record, name) != value
    }


def described(record: Record, values: Mapping[str, Any]) -> list[str]:
    """Return the changes of a record in words: column, what it says, what the file says."""
    return [
        f"{record._meta.get_field(name).verbose_name}: {_shown(getattr(record, name))} → "  # type: ignore[union-attr]
        f"{_shown(value)}"
        for name, value in values.items()
    ]


def _shown(value: Any) -> str:
    return "–" if value in ("", None) else str(value)
