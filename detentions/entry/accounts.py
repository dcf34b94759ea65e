"""Roles of the staff as groups, and accounts that are not persons."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission, User

_CASEWORK = ("source", "event", "detainee", "detention", "reportedcount")
_REFERENCE = ("city", "region", "organisation", "eventseries")

ENTERER, REVIEWER, EDITOR, ADMINISTRATOR = "Enterer", "Reviewer", "Editor", "Administrator"

_RIGHTS: dict[str, list[str]] = {
    ENTERER: [
        *(f"{act}_{name}" for name in _CASEWORK for act in ("view", "add", "change")),
        *(f"view_{name}" for name in _REFERENCE),
    ],
    REVIEWER: ["publish_record", "view_identity", "view_intakebatch", "view_change"],
    EDITOR: ["change_published", *(f"delete_{name}" for name in _CASEWORK)],
    ADMINISTRATOR: [f"{act}_{name}" for name in _REFERENCE for act in ("add", "change", "delete")],
}
_ORDER = (ENTERER, REVIEWER, EDITOR, ADMINISTRATOR)
_ACCOUNT_RIGHTS = [f"{act}_user" for act in ("view", "add", "change")]


def make_roles() -> list[Group]:
    """Make the four roles with their rights, or bring them up to date.

    Each role has the rights of those before it (interfaces.md, Staff), and the
    Administrator manages accounts as well.
    """
    rights: list[str] = []
    groups = []
    for name in _ORDER:
        rights += _RIGHTS[name] + (_ACCOUNT_RIGHTS if name == ADMINISTRATOR else [])
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.set(
            Permission.objects.filter(
                codename__in=rights, content_type__app_label__in=["detentions", "auth"]
            )
        )
        groups.append(group)
    return groups


def machine_account(name: str, role: str) -> User:
    """Return the account under which a file or a program enters records.

    It has a role but no password and no access to the admin: nobody can sign in as it.
    """
    group = next(group for group in make_roles() if group.name == role)
    user, created = User.objects.get_or_create(username=name, defaults={"is_staff": False})
    if created:
        user.set_unusable_password()
        user.save()
    user.groups.add(group)
    return user
