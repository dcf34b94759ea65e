"""The screen of detainees, whose contacts and notes need a right of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from detentions import models
from detentions.admin import search
from detentions.admin.base import RecordAdmin
from detentions.admin.parts import PartInline
from detentions.admin.supports import Support, support


class DetaineeNameInline(PartInline):
    """Other forms of a person's name, as reported."""

    model = models.DetaineeName
    fields = ("name", "language")


@admin.register(models.Detainee)
class DetaineeAdmin(RecordAdmin):
    """People who were detained."""

    fieldsets = (
        (None, {"fields": ("name", ("year_of_birth", "age", "sex"))}),
        (
            _("Publication of the name"),
            {
                "fields": (
                    "name_publication",
                    ("initials", "pseudonym"),
                    "publication_reason",
                    ("consent_by", "review_on"),
                ),
                "description": _(
                    "A withheld name still counts. Any other form needs somebody's consent."
                ),
            },
        ),
        (_("As reported"), {"fields": (("occupation", "citizenship"),)}),
        (_("Only for staff with the right to see identities"), {"fields": ("contacts", "notes")}),
    )
    inlines = (DetaineeNameInline,)
    list_display = ("person", "name_publication", "year_of_birth", "sex", "detained", "review_on")
    list_filter = ("name_publication", "sex", "review_on")
    search_help_text = _("By any reported name, in any script, spelling and order.")

    def match_word(self, word: str) -> Q:
        """Search the reported names and the pseudonym; never contacts, notes or consents."""
        return search.detainee(word)

    def match_whole(self, term: str) -> Q:
        """Match the whole name."""
        return search.whole_detainee(term)

    def for_list(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Count each person's detentions."""
        own = models.Detention.objects.filter(detainee=OuterRef("pk")).order_by()
        number = own.values("detainee").annotate(number=Count("pk")).values("number")
        counted: QuerySet[Any] = queryset.annotate(detention_number=Subquery(number))
        return counted

    @admin.display(description=_("person"), ordering="name")
    def person(self, obj: models.Detainee) -> str:
        """Return the name as best known."""
        return str(obj)

    @admin.display(description=_("detentions"))
    def detained(self, obj: Any) -> int:
        """Return how many detentions are recorded."""
        return obj.detention_number or 0

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave out a group of fields that the person may not see."""
        return [item for item in super().get_fieldsets(request, obj) if item[1]["fields"]]

    def supported(self, request: HttpRequest, obj: models.Detainee) -> list[Support]:
        """Show the person's detentions."""
        lookup = f"detainee__id__exact={obj.pk}"
        return support(self.admin_site, request, obj.detentions.all(), lookup=lookup)
