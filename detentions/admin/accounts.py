"""The screen of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

from detentions.admin import lookups
from detentions.admin.deletion import BriefDeletion

if TYPE_CHECKING:
    _UserAdmin = UserAdmin[Any]
else:
    _UserAdmin = UserAdmin

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(BriefDeletion, _UserAdmin):
    """Django's own; an account that anything was entered with stays, and can be closed.

    Administrators give roles. Rights beyond the roles are a superuser's to give, or whoever
    keeps the accounts could give them to themselves.
    """

    def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
        """Allow the parameters of the filters beside the list, and no others."""
        allowed = {*lookups.of_filters(self.list_filter)}
        return lookup in allowed and lookups.is_usable(lookup, value)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> tuple[str, ...]:
        """Show the rights beyond the roles, for a superuser alone to change."""
        fields = tuple(super().get_readonly_fields(request, obj))
        return fields if _superuser(request) else (*fields, "is_superuser", "user_permissions")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Let nobody but a superuser change a superuser's account."""
        if obj is not None and obj.is_superuser and not _superuser(request):
            return False
        return bool(super().has_change_permission(request, obj))


def _superuser(request: HttpRequest) -> bool:
    return isinstance(request.user, User) and request.user.is_superuser
