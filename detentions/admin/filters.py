"""Filters beside the lists that no column gives by itself."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from detentions.choices import PublicationState


class WhoseTurn(SimpleListFilter):
    """What waits for the person who looks: own drafts, or others' records to review."""

    title = _("whose turn")
    parameter_name = "turn"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        """Offer the two heaps on a person's desk."""
        return [("drafts", _("my drafts")), ("review", _("to review, by others"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the chosen heap."""
        if self.value() == "drafts":
            return queryset.filter(state=PublicationState.DRAFT, entered_by=request.user.pk)
        if self.value() == "review":
            own = Q(entered_by=request.user.pk) | Q(changed_by=request.user.pk)
            return queryset.filter(state=PublicationState.IN_REVIEW).exclude(own)
        return queryset


class Place(SimpleListFilter):
    """Which sort of place a figure is for."""

    title = _("place")
    parameter_name = "place"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        """Offer the three sorts of place that a figure can have."""
        return [("city", _("a city")), ("region", _("a region")), ("country", _("the country"))]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep figures of that sort of place."""
        if self.value() == "country":
            return queryset.filter(city=None, region=None)
        if self.value() in {"city", "region"}:
            return queryset.filter(**{f"{self.value()}__isnull": False})
        return queryset
