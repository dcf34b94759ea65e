"""What all screens of casework records share: who sees, finds and saves what, and how.

Screens write through `entry` alone. Django's own hooks that would write are empty or call it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError, Q, QuerySet, TextField, URLField
from django.http import HttpRequest, HttpResponseBase
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_protect

from detentions import entry
from detentions.admin import forms, history, lookups, permissions, saving, search, visibility
from detentions.admin.deletion import BriefDeletion
from detentions.admin.lists import RecordList
from detentions.admin.parts import LabelledChoices
from detentions.admin.supports import Support
from detentions.models.base import Record

REFUSALS = (entry.EntryError, ValidationError)

FACTS = ("id", "revision", "version", "entered_by", "entered_at", "changed_by", "changed_at")


class RecordAdmin(LabelledChoices, permissions.RecordPermissions, BriefDeletion):
    """One kind of casework record."""

    form = forms.RecordForm
    actions_on_bottom = False
    list_per_page = 50
    list_select_related: ClassVar[tuple[str, ...]] = ()
    formfield_overrides = {
        TextField: {"widget": AdminTextareaWidget(attrs={"rows": 4})},
        URLField: {"assume_scheme": "https"},
    }
    show_full_result_count = False
    show_facets = permissions.NO_FACETS
    view_on_site = False
    # Turns search boxes on; what they look in is `match_word`, never a list of columns.
    search_fields = ("id",)
    # Foreign keys through which other screens link to this list.
    linked_by: tuple[str, ...] = ()
    facts: tuple[str, ...] = FACTS

    # What is shown

    def match_word(self, word: str) -> Q:
        """Say in which records one word of a search is found."""
        raise NotImplementedError

    def match_whole(self, term: str) -> Q:
        """Say which records have the whole term for a name; an autocomplete offers them first."""
        return search.NOTHING

    def for_list(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Fetch what the columns of the list need."""
        return queryset

    def supported(self, request: HttpRequest, obj: Any) -> list[Support]:
        """Return what rests on the record, as links."""
        return []

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """Use the list that fetches its columns with its rows."""
        return RecordList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Search lists and autocompletes alike; never gives a record twice."""
        return search.narrow(queryset, search_term, self.match_word), False

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """Allow the parameters of this list's own filters, links and dates, and no others."""
        allowed = {
            *lookups.of_filters(self.get_list_filter(request)),
            *lookups.of_links(self.linked_by),
            *lookups.of_hierarchy(self.date_hierarchy),
        }
        return lookup in allowed and lookups.is_usable(lookup, value)

    def to_field_allowed(self, request: HttpRequest, to_field: str) -> bool:
        """Let records be referred to by their id alone."""
        return to_field == self.opts.pk.name

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave out what the person may not see; add the facts of a stored record."""
        hidden = visibility.hidden_fields(request.user, self.model)
        sets: list[Any] = [
            (title, {**options, "fields": _visible(options["fields"], hidden)})
            for title, options in super().get_fieldsets(request, obj)
        ]
        if obj:
            facts = {"fields": self.facts, "classes": ("collapse",)}
            sets.append((gettext_lazy("Record"), facts))
        return sets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Facts about the record are shown and never typed."""
        return (*super().get_readonly_fields(request, obj), *(self.facts if obj else ()))

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Let the form show why `entry` refused it, if it did."""
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Show beside a record what rests on it."""
        if obj := kwargs.get("obj"):
            context["supports"] = self.supported(request, obj)
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Show who changed what, when and why."""
        return history.view(self, request, object_id)

    # What is written

    @method_decorator(csrf_protect)
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Show the form, or save it; a refused form is shown again with all that was typed.

        No transaction is opened here: `entry` opens the one that the write needs.
        """
        view: Any = self._changeform_view  # type: ignore[attr-defined]
        try:
            return view(request, object_id, form_url, extra_context)
        except REFUSALS as refusal:
            request.refusal = refusal  # type: ignore[attr-defined]
            return view(request, object_id, form_url, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write nothing yet: the record and its child rows are one write."""

    def save_related(self, request: Any, form: Any, formsets: Any, change: bool) -> None:
        """Hand the record with its child rows to `entry`."""
        saving.adopt(form.instance, saving.save(form, formsets, by=request.user))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        """Ask and delete; what `entry` refuses is said on the record's own page."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except (*REFUSALS, ProtectedError) as refusal:
            return self._say_why_not(request, object_id, refusal)

    def delete_model(self, request: Any, obj: Record) -> None:
        """Hand the deletion to `entry`, with the revision that the person was shown."""
        entry.discard(
            obj,
            by=request.user,
            revision=permissions.shown_revision(request, obj),
            reason=request.POST.get("change_reason", ""),
        )

    def _say_why_not(self, request: Any, object_id: str, refusal: Exception) -> HttpResponseBase:
        resting = getattr(refusal, "protected_objects", ())
        message = str(refusal)
        if resting:
            names = ", ".join(str(record) for record in list(resting)[:20])
            message = _("Other records rest on this one: %(records)s") % {"records": names}
        self.message_user(request, message, messages.ERROR)
        return permissions.to_record(self, object_id)

    # The history is written by `entry`. A second log would keep names after an erasure.

    def construct_change_message(self, *args: Any, **kwargs: Any) -> Any:
        """Write no log of its own."""
        return []

    def log_addition(self, *args: Any, **kwargs: Any) -> Any:
        """Write no log of its own."""

    def log_change(self, *args: Any, **kwargs: Any) -> Any:
        """Write no log of its own."""

    def log_deletions(self, *args: Any, **kwargs: Any) -> Any:
        """Write no log of its own."""


def _visible(fields: Any, hidden: frozenset[str]) -> list[Any]:
    kept = []
    for item in fields:
        if isinstance(item, (list, tuple)):
            if row := tuple(name for name in item if name not in hidden):
                kept.append(row)
        elif item not in hidden:
            kept.append(item)
    return kept
