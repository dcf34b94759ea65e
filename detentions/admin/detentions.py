"""The screen of detentions: one person, one taking, and the steps that followed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from detentions import models
from detentions.admin import filters, search
from detentions.admin.events import CitationInline
from detentions.admin.forms import RecordForm
from detentions.admin.generic import AnyStackedInline
from detentions.admin.parts import PartInline
from detentions.admin.publication import PublishableAdmin
from detentions.choices import CustodyKind, Precision


class RoleInline(PartInline):
    """What the person was at the time."""

    model = models.DetentionRole


class CustodyInline(PartInline):
    """The dated steps that followed; too many fields for one line."""

    model = models.CustodyEvent
    template = AnyStackedInline.template
    fields = (
        ("kind", "date", "time", "order"),
        ("days", "amount", "currency"),
        ("article", "code_edition"),
        ("source", "locator"),
        "quote",
        "notes",
    )
    autocomplete_fields = ("source",)


class DetentionForm(RecordForm):
    """A detention; a time that is typed is known to the minute unless somebody says otherwise."""

    def clean(self) -> dict[str, Any]:
        """Choose the precision where a time is given and the usual one was left as it was."""
        said = self.cleaned_data
        chosen = "precision" in self.changed_data
        if said.get("time") and said.get("precision") == Precision.DAY and not chosen:
            said["precision"] = Precision.MINUTE
            self.derived = frozenset({"precision"})
        return super().clean()


@admin.register(models.Detention)
class DetentionAdmin(PublishableAdmin):
    """Detentions, with roles, steps of custody and sources."""

    form = DetentionForm
    fieldsets = (
        (None, {"fields": ("detainee", ("date", "time", "precision"), "city", "event")}),
        (_("How"), {"fields": (("detained_by", "force_used"),)}),
        (_("For staff"), {"fields": ("place_detail", "notes")}),
    )
    inlines = (RoleInline, CustodyInline, CitationInline)
    autocomplete_fields = ("detainee", "city", "event")
    date_hierarchy = "date"
    list_display = (
        "date",
        "person",
        "city",
        "role_names",
        "latest_step",
        "state",
        "entered_by",
    )
    list_display_links = ("date", "person")
    list_filter = ("state", filters.WhoseTurn, "roles__role", "detained_by", "force_used")
    list_select_related = ("detainee", "city", "city__region", "event", "event__city", "entered_by")
    linked_by = ("detainee", "city", "event")
    search_help_text = _("By the person's names, the city in any script, or the date: 2020-11-08.")

    def match_word(self, word: str) -> Q:
        """Search the person, the city, the event and the date; never the place or notes."""
        return (
            search.detainee(word, "detainee") | search.city(word, "city") | search.day(word, "date")
        )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Show with a stored detention what publishing it would tell of the name."""
        sets = super().get_fieldsets(request, obj)
        if obj:
            title, options = sets[0]
            sets[0] = (
                title,
                {**options, "fields": ["detainee", "name_form", *options["fields"][1:]]},
            )
        return sets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The form of the name is decided with the person."""
        return (*super().get_readonly_fields(request, obj), *(("name_form",) if obj else ()))

    @admin.display(description=_("name as published"))
    def name_form(self, obj: models.Detention) -> str:
        """Return the form in which the name leaves the casework, and who consented to it."""
        person = obj.detainee
        form = person.get_name_publication_display()
        told = [person.consent_by, person.publication_reason]
        return ": ".join([form, *filter(None, ["; ".join(filter(None, told))])])

    def for_list(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch roles and each detention's latest step."""
        steps = models.CustodyEvent.objects.filter(detention=OuterRef("pk"))
        latest = steps.order_by("-date", "-order", "-id").values("kind")[:1]
        told: QuerySet[Any] = queryset.annotate(latest_kind=Subquery(latest))
        return told.prefetch_related("roles")

    @admin.display(description=_("detainee"), ordering="detainee__name")
    def person(self, obj: models.Detention) -> str:
        """Return the person's name as best known."""
        return str(obj.detainee)

    @admin.display(description=_("roles"))
    def role_names(self, obj: models.Detention) -> str:
        """Return what the person was at the time."""
        return ", ".join(str(role) for role in obj.roles.all())

    @admin.display(description=_("latest step"))
    def latest_step(self, obj: Any) -> str:
        """Return the last step that is known."""
        return str(CustodyKind(obj.latest_kind).label) if obj.latest_kind else "–"
