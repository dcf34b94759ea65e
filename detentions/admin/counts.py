"""The screen of reported counts: one figure, as one organisation gave it in one source."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from detentions import models, quantities, wording
from detentions.admin import filters, labels, links, search
from detentions.admin.forms import RecordForm
from detentions.admin.publication import PublishableAdmin
from detentions.admin.supports import Support, support
from detentions.choices import Group

_READ = ("", _("as the phrase says"))


class CountForm(RecordForm):
    """A figure: typed as a phrase that is read by the published rules, or as its bounds."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        qualifier: Any = self.fields.get("qualifier")
        if qualifier is not None:
            qualifier.required = False
            qualifier.choices = [_READ, *qualifier.choices]
            if self.instance._state.adding:
                self.initial.setdefault("qualifier", "")

    def clean(self) -> dict[str, Any]:
        """Read the phrase where nobody chose a qualifier."""
        if "qualifier" in self.fields and not self.cleaned_data.get("qualifier"):
            self._read_phrase()
        return super().clean()

    def _read_phrase(self) -> None:
        try:
            figure = quantities.read(self.cleaned_data.get("phrase", ""))
        except quantities.UnreadableQuantity as error:
            self.add_error("phrase", wording.why(error.refusal))
            return
        self.cleaned_data.update(qualifier=figure.qualifier, low=figure.low, high=figure.high)
        self.derived = frozenset({"qualifier", "low", "high"})


@admin.register(models.ReportedCount)
class ReportedCountAdmin(PublishableAdmin):
    """Reported counts, each with its figure in words and its source."""

    form = CountForm
    fieldsets = (
        (None, {"fields": ("organisation", "source", "locator")}),
        (
            _("What was counted"),
            {"fields": ("date", ("city", "region"), "event", ("measure", "group"))},
        ),
        (
            _("The figure"),
            {
                "fields": (("phrase", "language"), ("qualifier", "low", "high")),
                "description": _(
                    "Copy the words of the source; left at “as the phrase says”, the qualifier "
                    "and the bounds are read from them. Or choose a qualifier and give the "
                    "bounds yourself."
                ),
            },
        ),
        (
            _("When it stood there"),
            {"fields": (("as_of", "as_of_precision"), "as_of_text", "supersedes")},
        ),
        (_("For readers and for staff"), {"fields": ("remark", "notes")}),
    )
    autocomplete_fields = ("organisation", "source", "city", "region", "event", "supersedes")
    date_hierarchy = "date"
    list_display = (
        "date",
        "figure",
        "organisation",
        "place",
        "counted",
        "state",
        "document",
    )
    list_display_links = ("date", "figure")
    list_filter = (
        "state",
        filters.WhoseTurn,
        "measure",
        "group",
        filters.Place,
        "qualifier",
        "organisation",
    )
    list_select_related = (
        "organisation",
        "source",
        "source__publisher",
        "city",
        "region",
    )
    linked_by = ("organisation", "source", "city", "region", "event", "supersedes")
    search_help_text = _(
        "By organisation, place in any script, words of the phrase, or date: 2020-11-08."
    )

    def match_word(self, word: str) -> Q:
        """Search what is printed; never notes."""
        return (
            search.text(word, "organisation__name", "organisation__short_name", "phrase", "remark")
            | search.city(word, "city")
            | search.region(word, "region")
            | search.day(word, "date")
        )

    @admin.display(description=_("figure"), ordering="low")
    def figure(self, obj: models.ReportedCount) -> str:
        """Return the figure in words."""
        return labels.in_words(obj)

    @admin.display(description=_("counted"), ordering="measure")
    def counted(self, obj: models.ReportedCount) -> str:
        """Return the measure, and the group unless it is everyone."""
        measure = obj.get_measure_display()
        return measure if obj.group == Group.EVERYONE else f"{measure}: {obj.get_group_display()}"

    @admin.display(description=_("place"))
    def place(self, obj: models.ReportedCount) -> str:
        """Return the city, the region or the country."""
        return str(obj.city or obj.region or _("the country"))

    @admin.display(description=_("source"))
    def document(self, obj: models.ReportedCount) -> str:
        """Return links to the source."""
        return links.to_document(obj.source)

    def supported(self, request: HttpRequest, obj: models.ReportedCount) -> list[Support]:
        """Show the figures that replace it, and the organisation's others of that day."""
        show = (self.admin_site, request)
        others = models.ReportedCount.objects.filter(
            organisation=obj.organisation_id, date=obj.date
        )
        return [
            *support(*show, obj.superseded_by.all(), title=str(_("Superseded by"))),
            *support(
                *show,
                others.exclude(pk=obj.pk),
                title=str(_("Other figures of this organisation for the day")),
            ),
        ]
