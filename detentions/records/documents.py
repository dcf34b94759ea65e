"""Organisations, sources, and where sources support a record."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from detentions.public.models import PublicCitation, PublicOrganisation, PublicSource
from detentions.records.resource import Resource
from detentions.records.shape import Related, column, columns, or_blank, reference


def citations(own: str) -> Related:
    """Return the sources that support a record, with the places in them."""
    fields = (
        column(PublicCitation, "source_id", "source", "sources"),
        *columns(PublicCitation, "source_confidential", "locator", "quote", "accessed_on"),
    )
    words = _("Sources that support the record, and where in them.")
    order = ("source_id", "locator", "id")
    return Related("sources", words, PublicCitation, fields, "id", own, order)


ORGANISATIONS = Resource(
    "organisations",
    PublicOrganisation,
    columns(
        PublicOrganisation,
        *("id", "version", "slug", "name", "short_name", "kind"),
        *("rank", "counts_towards_headlines", "url"),
    ),
    orderings=("rank", "name"),
)

SOURCES = Resource(
    "sources",
    PublicSource,
    (
        *columns(PublicSource, "id", "version", "title"),
        *reference(PublicSource, "publisher", "organisations"),
        or_blank(column(PublicSource, "kind")),
        *columns(PublicSource, "language", "url", "archived_url"),
        *columns(PublicSource, "published_on", "accessed_on"),
        column(PublicSource, "derived_from_id", "derived_from", "sources"),
        column(PublicSource, "origin_name"),
    ),
)
