"""The screen of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

from detentions.admin.deletion import BriefDeletion

if TYPE_CHECKING:
    _UserAdmin = UserAdmin[Any]
else:
    _UserAdmin = UserAdmin

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(BriefDeletion, _UserAdmin):
    """Django's own; an account that anything was entered with stays, and can be closed."""
