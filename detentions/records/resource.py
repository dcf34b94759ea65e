"""One kind of public record: its list, its single record, and what became of a gone one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models

from detentions.choices import ChangeAction
from detentions.ids import digest_of
from detentions.public.columns import PublicView
from detentions.public.models import PublicChange, PublicFormerSlug
from detentions.records.shape import Key, Row, assemble

LONGEST_KEY = 120
_KEY_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


class RecordMissingError(LookupError):
    """There is no such record, and never was one that the public saw."""


class RecordGoneError(LookupError):
    """The public saw this record once. `successor` is the id of the one it was merged into."""

    def __init__(self, kind: str, key: str, successor: str, at: dt.datetime) -> None:
        super().__init__(f"{kind} {key}")
        self.successor = successor
        self.at = at


@dataclass(frozen=True)
class Resource:
    """One kind of record, under the name that addresses and changes have for it."""

    name: str
    model: type[PublicView]
    fields: tuple[Key, ...]
    # What lists can be ordered by beside the data version.
    orderings: tuple[str, ...] = ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of its records, in order."""
        return tuple(field.key for field in self.fields)

    @cached_property
    def has_slug(self) -> bool:
        """Whether its records are found by slug as well as by id."""
        return "slug" in self.keys

    def all(self) -> models.QuerySet[Any]:
        """Return every record that is public, in order of the data version."""
        return self.model._default_manager.order_by("version", "id")

    def rows(
        self, queryset: models.QuerySet[Any], *, today: dt.date, keys: Collection[str] | None = None
    ) -> list[Row]:
        """Return the records of a queryset, or of a slice of one, with what belongs to them.

        The number of queries does not depend on the number of records. `keys` leaves out what
        is not wanted, and does not fetch it. `today` decides which statuses are unknown by now.
        """
        wanted = [field for field in self.fields if keys is None or field.key in keys]
        return [record for _row, record in assemble(queryset, wanted, today)]

    def by_id(
        self, ids: Iterable[str], *, today: dt.date, keys: Collection[str] | None = None
    ) -> dict[str, Row]:
        """Return the records of the given ids, by id; those that are not public are left out."""
        queryset = self.all().filter(pk__in=set(ids))
        wanted = [field for field in self.fields if keys is None or field.key in keys]
        return {row["id"]: record for row, record in assemble(queryset, wanted, today, "id")}

    def one(self, key: str, *, today: dt.date, keys: Collection[str] | None = None) -> Row:
        """Return the record of an id or slug, with what belongs to it.

        Raises RecordGoneError when the public saw it once, else RecordMissingError.
        """
        if not is_key(key):
            raise RecordMissingError(key)
        found = self.rows(self._named([key]), today=today, keys=keys)
        if not found:
            raise self.gone(key) or RecordMissingError(key)
        return found[0]

    def gone(self, key: str) -> RecordGoneError | None:
        """Return what became of a record that the public saw once under an id or slug, if any."""
        if not is_key(key):
            return None
        change = self._last_change(key)
        if change is None and self.has_slug and (pk := self._once_named(key)):
            change = self._last_change(pk)
        if change is None or change.action not in (ChangeAction.WITHDRAWN, ChangeAction.MERGED):
            return None
        return RecordGoneError(self.name, key, change.successor_id, change.at)

    def withdrawn(self, key: str) -> RecordGoneError | None:
        """Return the same where the record was withdrawn, and not merged into another."""
        found = self.gone(key)
        return None if found and found.successor else found

    def ids_of(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the id for each of the keys, ids or slugs, that names a public record."""
        possible = [key for key in keys if is_key(key)]
        columns = ("id", "slug") if self.has_slug else ("id", "id")
        found = list(self._named(possible).values_list(*columns)) if possible else []
        # An id wins over a slug that looks like it.
        return {slug: pk for pk, slug in found} | {pk: pk for pk, _slug in found}

    def _named(self, keys: Collection[str]) -> models.QuerySet[Any]:
        named = models.Q(pk__in=keys)
        if self.has_slug:
            named |= models.Q(slug__in=keys)
        return self.all().filter(named)

    def _last_change(self, pk: str) -> PublicChange | None:
        changes = PublicChange.objects.filter(kind=self.name, record_id=pk)
        return changes.order_by("-version").first()

    def _once_named(self, slug: str) -> str:
        """Return the id of the record that had a slug before it was withdrawn; empty if none."""
        named = PublicFormerSlug.objects.filter(kind=self.name, digest=digest_of(slug))
        return named.values_list("record_id", flat=True).first() or ""


def is_key(key: str) -> bool:
    """Tell whether a text can be an id or a slug at all."""
    return 0 < len(key) <= LONGEST_KEY and _KEY_SIGNS.issuperset(key)
