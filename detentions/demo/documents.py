"""The documents that the demonstration's records rest on: found where they are, else entered."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit

from django.db.models import Count
from django.utils.text import slugify

from detentions import names
from detentions.choices import OrganisationKind
from detentions.entry import Batch, Proposal
from detentions.models import Organisation, Source


class Documents:
    """Sources by address, and publishers by any of their names."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._by_url: dict[str, Source] = {}
        self._organisations = {
            names.match_key(name): organisation
            for organisation in Organisation.objects.order_by("-rank")
            for name in (organisation.name, organisation.short_name, organisation.slug)
            if name
        }

    def at(self, url: str, publisher: str = "") -> Source:
        """Return the source with an address, published."""
        if url not in self._by_url:
            found = Source.objects.filter(url=url).order_by("entered_at", "id").first()
            if found:
                self._batch.publish(found, line=None)
            self._by_url[url] = found or self._enter(
                url=url, publisher=self.organisation(publisher) if publisher else self._at(url)
            )
        return self._by_url[url]

    def without_address(self, *, publisher: str, **values: Any) -> Source:
        """Return the publisher's only source without an address, saying what the values say."""
        by = self.organisation(publisher)
        found = Source.objects.filter(url="", publisher=by).order_by("entered_at", "id").first()
        if found is None:
            return self._enter(publisher=by, **values)
        self._batch.publish(found, line=None)
        found.refresh_from_db()
        return cast(Source, self._batch.change(found, values=values, parts={}, line=None))

    def titled(self, **values: Any) -> Source:
        """Return a source that has a title alone."""
        found = Source.objects.filter(title=values["title"], url="").first()
        return found or self._enter(**values)

    def organisation(self, printed: str) -> Organisation:
        """Return the organisation that is printed under a name, entered as a newsroom if new."""
        key = names.match_key(printed)
        if key not in self._organisations:
            values = {
                "slug": slugify(printed.replace(".", " ")),
                "name": printed,
                "kind": OrganisationKind.NEWSROOM,
            }
            (created,) = self._batch.create([Proposal(Organisation, values)])
            self._organisations[key] = cast(Organisation, created)
        return self._organisations[key]

    def _at(self, url: str) -> Organisation:
        """Return who published most else at the host; one that is new is called after the host."""
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        there = Organisation.objects.filter(sources__url__contains=host)
        known = there.annotate(times=Count("sources")).order_by("-times", "name").first()
        return known or self.organisation(host)

    def _enter(self, **values: Any) -> Source:
        (created,) = self._batch.create([Proposal(Source, values)])
        return cast(Source, created)
