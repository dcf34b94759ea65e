"""The staff's site: its name, its order, and what waits on the first page."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import Case, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from detentions import models
from detentions.admin import search
from detentions.admin.labels import label

# The order in which people work, not that of the alphabet.
_GROUPS = (
    (
        _("Casework"),
        (models.ReportedCount, models.Detention, models.Detainee, models.Event, models.Source),
    ),
    (
        _("Reference"),
        (models.Organisation, models.City, models.Region, models.EventSeries),
    ),
    (_("Bookkeeping"), (models.IntakeBatch, models.Change, models.DataVersion)),
)
_REVIEWED = (models.ReportedCount, models.Detention, models.Event, models.Source)


class SearchView(AutocompleteJsonView):
    """What an autocomplete offers: labelled records, fetched without a query for each.

    Those of that very name come first: whoever presses Enter means no namesake.
    """

    def get_queryset(self) -> Any:
        """Join what the labels need, and put in order."""
        admin: Any = self.model_admin
        found: Any = super().get_queryset()
        whole = admin.match_whole(self.term[: search.LONGEST].replace("\x00", " "))
        found = found.annotate(is_other=Case(When(whole, then=0), default=1))
        usual = admin.get_ordering(self.request) or admin.opts.ordering
        found = found.order_by("is_other", *usual, "pk")
        joined = admin.list_select_related
        return found.select_related(*joined) if joined else found

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        """Name each record so that it can be told from its namesakes."""
        return {"id": str(getattr(obj, to_field_name)), "text": label(obj)}


class StaffSite(AdminSite):
    """The admin under the tracker's name."""

    site_header = _("Detention tracker: staff")
    site_title = _("Detention tracker")
    index_title = _("What there is to do")
    index_template = "admin/detentions/index.html"

    def __init__(self, name: str = "admin") -> None:
        """Leave out Django's bulk deletion: it would pass by `entry`."""
        super().__init__(name)
        self.disable_action("delete_selected")

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Search among the records that a foreign key may point to."""
        response: HttpResponse = SearchView.as_view(admin_site=self)(request)  # type: ignore[assignment]
        return response

    def get_app_list(self, request: Any, app_label: str | None = None) -> list[Any]:
        """Group the casework by what it is for; other applications keep their lists."""
        apps = super().get_app_list(request, app_label)
        return [part for app in apps for part in _grouped(app)]

    def index(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Show what waits for review above the lists of records."""
        waiting = [found for model in _REVIEWED if (found := self._waiting(request, model))]
        return super().index(request, {"waiting": waiting, **(extra_context or {})})

    def _waiting(self, request: HttpRequest, model: Any) -> dict[str, Any] | None:
        if not self.get_model_admin(model).has_view_permission(request):
            return None
        address = reverse(f"admin:detentions_{model._meta.model_name}_changelist")
        return {
            "name": model._meta.verbose_name_plural,
            "number": model.objects.awaiting_review().count(),
            "url": f"{address}?state__exact=in_review",
        }


def _grouped(app: dict[str, Any]) -> list[dict[str, Any]]:
    if app["app_label"] != "detentions":
        return [app]
    found = {entry["model"]: entry for entry in app["models"]}
    groups = (
        {**app, "name": name, "models": [found[model] for model in members if model in found]}
        for name, members in _GROUPS
    )
    return [group for group in groups if group["models"]]
