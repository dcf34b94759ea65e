"""Screens that only show: batches, which can be undone, changes, and the data version."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from detentions import entry, models
from detentions.admin import lookups, permissions
from detentions.admin.generic import AnyModelAdmin
from detentions.admin.lists import DatedList
from detentions.entry import rights
from detentions.entry.kinds import KINDS
from detentions.intake.outcome import Status
from detentions.intake.printing import WORDS

_SHOWN = 200


class ReadOnlyAdmin(AnyModelAdmin):
    """A table that people look at and programs write."""

    actions = None
    show_full_result_count = False
    show_facets = permissions.NO_FACETS
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Use the list with the calendar above it."""
        return DatedList

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """Allow the parameters of this list's own filters and dates, and no others."""
        allowed = {
            *lookups.of_filters(self.get_list_filter(request)),
            *lookups.of_hierarchy(self.date_hierarchy),
        }
        return lookup in allowed and lookups.is_usable(lookup, value)


@admin.register(models.IntakeBatch)
class IntakeBatchAdmin(ReadOnlyAdmin):
    """Files that were brought in, each of which can be taken back whole."""

    fields = (
        "kind",
        "file_name",
        "file_digest",
        "mapping",
        "summary_in_words",
        "entered_by",
        "committed_at",
        "undone_by",
        "undone_at",
        "records_written",
    )
    readonly_fields = ("summary_in_words", "records_written")
    date_hierarchy = "committed_at"
    list_display = (
        "committed_at",
        "file_name",
        "kind",
        "summary_in_words",
        "entered_by",
        "undone_at",
    )
    list_filter = ("kind",)
    list_select_related = ("entered_by",)

    def get_urls(self) -> list[Any]:
        """Add the address that the button posts to."""
        view = self.admin_site.admin_view(self.undo_view)
        name = "detentions_intakebatch_undo"
        return [path("<str:object_id>/undo/", view, name=name), *super().get_urls()]

    def undo_view(self, request: Any, object_id: str) -> HttpResponse:
        """Take a batch back, or say which records stand in the way."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        batch = self.get_object(request, object_id)
        if batch is None:
            raise Http404
        try:
            number = entry.undo_batch(batch, by=request.user)
        except entry.EntryError as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            message = ngettext(
                "The batch was undone: %(number)d record.",
                "The batch was undone: %(number)d records.",
                number,
            ) % {"number": number}
            self.message_user(request, message, messages.SUCCESS)
        return permissions.to_record(self, object_id)

    def render_change_form(self, request: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Offer the undoing to editors."""
        batch = kwargs.get("obj")
        may = request.user.has_perm(rights.CHANGE_PUBLISHED)
        context["can_undo"] = bool(batch and not batch.undone_at and may)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=gettext_lazy("outcome"))
    def summary_in_words(self, obj: models.IntakeBatch) -> str:
        """Return the rows per outcome of the triage."""
        rows = obj.summary.get("rows", {})
        found = [f"{rows[status]} {WORDS[status]}" for status in Status if rows.get(status)]
        return ", ".join(found) or "–"

    @admin.display(description=gettext_lazy("records"))
    def records_written(self, obj: models.IntakeBatch) -> str:
        """Return links to what the batch wrote, as far as it still is there."""
        notes = list(obj.records.all()[: _SHOWN + 1])
        lines = [_record_link(note) for note in notes[:_SHOWN]]
        if len(notes) > _SHOWN:
            lines.append(_("and %(number)d more") % {"number": obj.records.count() - _SHOWN})
        return format_html('<ul class="batch-records">{}</ul>', _items(lines))


@admin.register(models.Change)
class ChangeAdmin(ReadOnlyAdmin):
    """What happened to public records, by data version. Carries no names."""

    date_hierarchy = "at"
    list_display = ("version", "kind", "record_id", "action", "at")
    list_filter = ("kind", "action")
    ordering = ("-version", "-id")


@admin.register(models.DataVersion)
class DataVersionAdmin(ReadOnlyAdmin):
    """The number of the newest public state."""

    list_display = ("number", "published_at")


def _record_link(note: models.BatchRecord) -> str:
    name = KINDS[note.kind].model._meta.model_name
    address = reverse(f"admin:detentions_{name}_change", args=[note.record_id])
    return format_html('<a href="{}">{}/{}</a>', address, note.kind, note.record_id)


def _items(lines: list[str]) -> str:

    return format_html_join("", "<li>{}</li>", ((line,) for line in lines))
