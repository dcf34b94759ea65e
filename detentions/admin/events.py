"""Screens of events and of the series that they belong to."""

from __future__ import annotations

import calendar
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from detentions import models
from detentions.admin import filters, search
from detentions.admin.base import RecordAdmin
from detentions.admin.parts import PartInline
from detentions.admin.publication import PublishableAdmin
from detentions.admin.supports import Support, support


class CitationInline(PartInline):
    """Where a record is supported, and in which words."""

    model = models.Citation
    fields = ("source", "locator", "quote", "accessed_on")
    autocomplete_fields = ("source",)


class EventNameInline(PartInline):
    """Other names that an event was printed under."""

    model = models.EventName
    autocomplete_fields = ("source",)


class CircumstanceInline(PartInline):
    """What the authorities did around an event."""

    model = models.EventCircumstance


class PrintedOrdinalInline(PartInline):
    """How sources themselves number the days of a series."""

    model = models.PrintedOrdinal
    autocomplete_fields = ("source",)


@admin.register(models.Event)
class EventAdmin(PublishableAdmin):
    """Events, with what was printed about them and what rests on them."""

    fieldsets = (
        (None, {"fields": ("name", ("date", "start_time"), "city", "place_detail", "slug")}),
        (
            _("What it was"),
            {"fields": (("kind", "authorisation", "status"), "series", "description")},
        ),
        (_("End"), {"fields": (("end_date", "end_time"),), "classes": ("collapse",)}),
        (_("For staff"), {"fields": ("notes",)}),
    )
    inlines = (EventNameInline, CircumstanceInline, CitationInline)
    autocomplete_fields = ("city", "series")
    prepopulated_fields = {"slug": ("date", "name")}
    date_hierarchy = "date"
    list_display = ("date", "name", "city", "kind", "state", "entered_by")
    list_display_links = ("date", "name")
    list_filter = ("state", filters.WhoseTurn, "kind", "authorisation", "status", "series")
    list_select_related = ("city", "city__region", "entered_by")
    linked_by = ("city", "series")
    search_help_text = _("By words of its names, its city in any script, or its date: 2020-11-08.")

    def match_word(self, word: str) -> Q:
        """Search all names, the city's names and the date; never notes."""
        return (
            search.text(word, "name", "slug")
            | search.event(word)
            | search.city(word, "city")
            | search.day(word, "date")
        )

    def supported(self, request: HttpRequest, obj: models.Event) -> list[Support]:
        """Show the figures about the event and the detentions at it."""
        show, lookup = (self.admin_site, request), f"event__id__exact={obj.pk}"
        return [
            *support(*show, obj.reported_counts.all(), lookup=lookup),
            *support(*show, obj.detentions.all(), lookup=lookup),
        ]


@admin.register(models.EventSeries)
class EventSeriesAdmin(RecordAdmin):
    """Series of events, with how sources number their days."""

    fieldsets = ((None, {"fields": ("name", "slug", ("weekday", "first_date"))}),)
    inlines = (PrintedOrdinalInline,)
    prepopulated_fields = {"slug": ("name",)}
    list_display = ("name", "weekday_name", "first_date")

    def match_word(self, word: str) -> Q:
        """Search the name and the first date."""
        return search.text(word, "name", "slug") | search.day(word, "first_date")

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Offer weekdays by name."""
        if db_field.name != "weekday":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return forms.TypedChoiceField(
            choices=list(enumerate(calendar.day_name)),
            coerce=int,
            label=capfirst(db_field.verbose_name),
        )

    @admin.display(description=_("weekday"), ordering="weekday")
    def weekday_name(self, obj: models.EventSeries) -> str:
        """Return the weekday by name."""
        return calendar.day_name[obj.weekday]

    def supported(self, request: HttpRequest, obj: models.EventSeries) -> list[Support]:
        """Show the events of the series."""
        lookup = f"series__id__exact={obj.pk}"
        return support(self.admin_site, request, obj.events.all(), lookup=lookup)
