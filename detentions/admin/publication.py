"""Bringing records before the public, as buttons on a record and as actions on a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, ActionForm
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from detentions.admin import permissions
from detentions.admin.base import FACTS, REFUSALS, RecordAdmin
from detentions.admin.steps import STEPS, Step, offered
from detentions.entry import rights

MOST_AT_ONCE = 500
_NAMED = 20


class ReasonForm(ActionForm):
    """The actions of a list, with the reason that two of them need."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "action-reason"}),
    )


class PublishableAdmin(RecordAdmin):
    """A kind of record that two people bring before the public."""

    action_form = ReasonForm
    actions = ("submit_chosen", "publish_chosen", "send_back_chosen", "withdraw_chosen")
    facts = (*FACTS[:3], "state", *FACTS[3:], "published_by", "published_at")

    # One record

    def get_urls(self) -> list[Any]:
        """Add the address that the buttons post to."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_step"
        view = self.admin_site.admin_view(self.step_view)
        return [path("<str:object_id>/step/", view, name=name), *super().get_urls()]

    def step_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take one step with one record, in the revision that the person was shown."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        record = self.get_object(request, object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        step = STEPS.get(request.POST.get("step", ""))
        if record is None or step is None:
            raise Http404
        self._take(request, step, record)
        return permissions.to_record(self, object_id)

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Offer the steps that this person may take with the record as it is stored."""
        record = kwargs.get("obj")
        if record is not None and record.pk:
            stored = self.get_object(request, record.pk)
            if stored is not None:
                context["record"] = stored
                context["steps"], context["why_not"] = offered(request.user, stored)
        context["can_hand_in"] = True
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Hand the new record in as well, if the person asked for it."""
        self._hand_in_if_asked(request, obj)
        return super().response_add(request, obj, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        """Hand the changed record in as well, if the person asked for it."""
        self._hand_in_if_asked(request, obj)
        return super().response_change(request, obj)

    def _hand_in_if_asked(self, request: HttpRequest, record: Any) -> None:
        if "_hand_in" in request.POST:
            self._take(request, STEPS["submit"], record, revision=record.revision)

    def _take(self, request: Any, step: Step, record: Any, *, revision: int | None = None) -> None:
        shown = permissions.shown_revision(request, record) if revision is None else revision
        try:
            _act(step, record, request.user, shown, request.POST.get("reason", ""))
        except REFUSALS as refusal:
            self.message_user(request, _in_words(refusal), messages.ERROR)
        else:
            message = f"{step.done}: {record}"
            self.message_user(request, message, messages.SUCCESS)

    # A list

    def action_checkbox(self, obj: Any) -> SafeString:
        """Send along the revision that the list shows, so that nobody publishes a newer one."""
        box = super().action_checkbox(obj)
        return format_html(
            '{}<input type="hidden" name="{}" value="{}">', box, _key(obj), obj.revision
        )

    def has_publish_permission(self, request: Any) -> bool:
        """Tell whether the person is a reviewer."""
        return bool(request.user.has_perm(rights.PUBLISH))

    def has_withdraw_permission(self, request: Any) -> bool:
        """Tell whether the person is an editor."""
        return bool(request.user.has_perm(rights.CHANGE_PUBLISHED))

    @admin.action(description=gettext_lazy("Hand in for review"), permissions=["change"])
    def submit_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Hand the chosen drafts in."""
        self._take_all(request, STEPS["submit"], queryset)

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Publish the chosen records that others entered."""
        self._take_all(request, STEPS["publish"], queryset)

    @admin.action(description=gettext_lazy("Send back (give a reason)"), permissions=["publish"])
    def send_back_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Return the chosen records to their enterers."""
        self._take_all(request, STEPS["send_back"], queryset)

    @admin.action(description=gettext_lazy("Withdraw (give a reason)"), permissions=["withdraw"])
    def withdraw_chosen(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Take the chosen records from the public."""
        self._take_all(request, STEPS["withdraw"], queryset)

    def _take_all(self, request: Any, step: Step, queryset: QuerySet[Any]) -> None:
        records = list(queryset[: MOST_AT_ONCE + 1])
        if len(records) > MOST_AT_ONCE:
            message = _("At most %(number)d records at a time.") % {"number": MOST_AT_ONCE}
            self.message_user(request, message, messages.ERROR)
            return
        done, refused = [], []
        for record in records:
            # Records of other pages, chosen all at once, are taken as they stand.
            shown = request.POST.get(_key(record), "")
            revision = int(shown) if shown.isascii() and shown.isdigit() else record.revision
            try:
                _act(step, record, request.user, revision, request.POST.get("reason", ""))
                done.append(str(record))
            except REFUSALS as refusal:
                refused.append((str(record), _in_words(refusal)))
        self._report(request, step, done, refused)

    def _report(
        self, request: HttpRequest, step: Step, done: list[str], refused: list[tuple[str, str]]
    ) -> None:
        if done:
            message = f"{step.done} ({len(done)}): {_listing(done)}"
            self.message_user(request, message, messages.SUCCESS)
        for name, reason in refused[:_NAMED]:
            message = reason if name in reason else f"{name}: {reason}"
            self.message_user(request, message, messages.ERROR)
        if more := Counter(reason for _name, reason in refused[_NAMED:]):
            message = _("%(number)d more were refused.") % {"number": more.total()}
            self.message_user(request, message, messages.ERROR)


def _act(step: Step, record: Any, user: Any, revision: int, reason: str) -> None:
    step.act(record, by=user, revision=revision, reason=reason[:300])


def _key(record: Any) -> str:
    return f"{ACTION_CHECKBOX_NAME}_revision_{record.pk}"


def _in_words(refusal: Exception) -> str:
    return " ".join(getattr(refusal, "messages", None) or [str(refusal)])


def _listing(names: Iterable[str]) -> str:
    listed = list(names)
    shown = ", ".join(listed[:_NAMED])
    more = len(listed) - _NAMED
    return _("%(shown)s and %(more)d more") % {"shown": shown, "more": more} if more > 0 else shown
