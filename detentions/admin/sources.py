"""Screens of organisations and sources, with what each source supports beside it.

Everybody who may view sources sees confidential ones whole: who enters a record must be able
to find and cite its source. The public sees only that there is a confidential source.
"""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from detentions import models
from detentions.admin import filters, search
from detentions.admin.base import RecordAdmin
from detentions.admin.publication import PublishableAdmin
from detentions.admin.supports import Support, support


@admin.register(models.Organisation)
class OrganisationAdmin(RecordAdmin):
    """Organisations that count or publish."""

    fieldsets = (
        (None, {"fields": ("name", "short_name", "slug", "kind", "url")}),
        (
            _("Figures"),
            {
                "fields": (("rank", "counts_towards_headlines"),),
                "description": _("How its figures stand beside those of others."),
            },
        ),
    )
    prepopulated_fields = {"slug": ("name",)}
    list_display = ("name", "short_name", "kind", "rank", "counts_towards_headlines")
    list_filter = ("kind", "counts_towards_headlines")

    def match_word(self, word: str) -> Q:
        """Search both names."""
        return search.text(word, "name", "short_name", "slug")

    def supported(self, request: HttpRequest, obj: models.Organisation) -> list[Support]:
        """Show its figures and its documents."""
        counts = support(
            self.admin_site,
            request,
            obj.reported_counts.all(),
            lookup=f"organisation__id__exact={obj.pk}",
        )
        documents = support(
            self.admin_site, request, obj.sources.all(), lookup=f"publisher__id__exact={obj.pk}"
        )
        return counts + documents


@admin.register(models.Source)
class SourceAdmin(PublishableAdmin):
    """Sources, with their lineage and what they support."""

    fieldsets = (
        (None, {"fields": ("title", "publisher", ("kind", "language"), "url", "archived_url")}),
        (_("Dates"), {"fields": (("published_on", "accessed_on"),)}),
        (_("Lineage"), {"fields": ("derived_from",)}),
        (_("For staff"), {"fields": ("confidential", "notes")}),
    )
    autocomplete_fields = ("publisher", "derived_from")
    date_hierarchy = "published_on"
    list_display = ("document", "publisher", "kind", "published_on", "state", "entered_by")
    list_filter = ("state", filters.WhoseTurn, "kind", "confidential", "language")
    list_select_related = ("publisher", "entered_by")
    linked_by = ("publisher", "derived_from")
    search_help_text = _("By words of the title, the address or the publisher's name.")

    @admin.display(description=_("document"), ordering="title")
    def document(self, obj: models.Source) -> str:
        """Return the title, or what stands for it."""
        return str(obj)

    def match_word(self, word: str) -> Q:
        """Search what is printed on the document; never notes."""
        return search.text(
            word, "title", "url", "archived_url", "publisher__name", "publisher__short_name"
        )

    def supported(self, request: HttpRequest, obj: models.Source) -> list[Support]:
        """Show every record that rests on the source, and its echoes."""
        pk, show = obj.pk, (self.admin_site, request)
        events = models.Event.objects.filter(
            Q(citations__source=pk) | Q(names__source=pk)
        ).distinct()
        detentions = models.Detention.objects.filter(
            Q(citations__source=pk) | Q(custody_events__source=pk)
        ).distinct()
        series = models.EventSeries.objects.filter(printed_ordinals__source=pk).distinct()
        return [
            *support(*show, obj.reported_counts.all(), lookup=f"source__id__exact={pk}"),
            *support(*show, events),
            *support(*show, detentions),
            *support(*show, series, title=str(_("Printed ordinals of"))),
            *support(
                *show,
                obj.echoes.all(),
                title=str(_("Sources that repeat it")),
                lookup=f"derived_from__id__exact={pk}",
            ),
        ]
