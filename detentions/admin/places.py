"""Screens of cities and regions, found by every name they have."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from detentions import models
from detentions.admin import search
from detentions.admin.base import RecordAdmin
from detentions.admin.parts import PartInline
from detentions.admin.supports import Support, support


class CityNameInline(PartInline):
    """The names of a city in every language and script."""

    model = models.CityName


class RegionNameInline(PartInline):
    """The names of a region in every language and script."""

    model = models.RegionName


class PlaceAdmin(RecordAdmin):
    """A place with its names."""

    prepopulated_fields = {"slug": ("name",)}
    search_help_text = _("By any name, in any script or spelling: Гомель, Homel, Gomel.")

    @admin.display(description=_("displayed names"))
    def displayed_names(self, obj: Any) -> str:
        """Return the names shown to readers of each language."""
        return ", ".join(name.name for name in obj.displayed)


@admin.register(models.City)
class CityAdmin(PlaceAdmin):
    """Cities."""

    fieldsets = (
        (None, {"fields": ("name", "slug", "region")}),
        (_("Position"), {"fields": (("latitude", "longitude"), "population")}),
        (_("Elsewhere"), {"fields": (("geonames_id", "wikidata_id"),)}),
    )
    inlines = (CityNameInline,)
    autocomplete_fields = ("region",)
    list_display = ("name", "region", "displayed_names", "population", "slug")
    list_filter = ("region",)
    list_select_related = ("region",)
    linked_by = ("region",)

    def match_word(self, word: str) -> Q:
        """Search all names."""
        return search.city(word) | search.text(word, "slug")

    def match_whole(self, term: str) -> Q:
        """Match a whole name."""
        return search.whole_city(term)

    def for_list(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch the displayed names."""
        return queryset.prefetch_related(_displayed(models.CityName))

    def supported(self, request: HttpRequest, obj: models.City) -> list[Support]:
        """Show what happened there."""
        lookup = f"city__id__exact={obj.pk}"
        site = self.admin_site
        return [
            *support(site, request, obj.events.all(), lookup=lookup),
            *support(site, request, obj.reported_counts.all(), lookup=lookup),
        ]


@admin.register(models.Region)
class RegionAdmin(PlaceAdmin):
    """Regions and other areas that sources count over."""

    fieldsets = ((None, {"fields": ("name", "slug", "kind", "code")}),)
    inlines = (RegionNameInline,)
    list_display = ("name", "kind", "code", "displayed_names", "slug")
    list_filter = ("kind",)

    def match_word(self, word: str) -> Q:
        """Search all names and the code."""
        return search.region(word) | search.text(word, "slug", "code")

    def for_list(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch the displayed names."""
        return queryset.prefetch_related(_displayed(models.RegionName))

    def supported(self, request: HttpRequest, obj: models.Region) -> list[Support]:
        """Show the region's cities."""
        lookup = f"region__id__exact={obj.pk}"
        return support(self.admin_site, request, obj.cities.all(), lookup=lookup)


def _displayed(model: Any) -> Prefetch[Any]:
    names = model.objects.filter(displayed=True).order_by("language")
    return Prefetch("names", queryset=names, to_attr="displayed")
