"""Who gets which screen. The rules are those of `entry`, asked beforehand and without raising."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import ShowFacets
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from detentions.admin.generic import AnyModelAdmin
from detentions.entry import EntryError, rights
from detentions.models.base import PublishableRecord, Record

# Facets count the whole table once for each choice of each filter.
NO_FACETS = ShowFacets.NEVER


def allowed(rule: Any, user: User, record: Record) -> bool:
    """Tell whether a rule of `entry` lets the person do this with the record."""
    try:
        rule(user, record)
    except EntryError:
        return False
    return True


def shown_revision(request: HttpRequest, record: Record) -> int:
    """Return the revision that the person saw when they pressed the button."""
    posted = request.POST.get("opened_revision", "")
    return int(posted) if posted.isascii() and posted.isdigit() else 0


def to_record(model_admin: Any, object_id: str) -> HttpResponseRedirect:
    """Go to a record's own page."""
    opts = model_admin.opts
    name = f"admin:{opts.app_label}_{opts.model_name}_change"
    return HttpResponseRedirect(reverse(name, args=[object_id]))


class RecordPermissions(AnyModelAdmin):
    """Rights over a casework record, as `entry` will enforce them."""

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """Offer a form to those who may change this record in the state it is in.

        Of a posted form, only the right over such records is asked here: the rest is asked by
        `entry`, whose refusal leaves on the screen what the person typed.
        """
        may = super().has_change_permission(request, obj)
        if not may or obj is None or request.method == "POST":
            return may
        return allowed(rights.may_change, request.user, obj)

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Offer deletion to those who may discard this record."""
        if obj is not None:
            return allowed(rights.may_discard, request.user, obj)
        if issubclass(self.model, PublishableRecord):
            return bool(super().has_change_permission(request))
        return bool(super().has_delete_permission(request))
