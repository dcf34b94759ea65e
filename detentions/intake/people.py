"""Who enters and who publishes: accounts by their name, and the machine's own."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from detentions import entry
from detentions.entry import rights
from detentions.intake.errors import UnusableError

_MACHINE, _MACHINE_ROLE = "intake", "Administrator"


def named(name: str) -> User | None:
    """Return an active account by its user name; None where no name is given.

    Raises UnusableError for a name that no active account has.
    """
    if not name:
        return None
    user = User.objects.filter(username=name, is_active=True).first()
    if user is None:
        raise UnusableError(_("There is no active account “%(name)s”.") % {"name": name})
    return user


def machine() -> User:
    """Return the account under which files are entered when no person is named."""
    return entry.machine_account(_MACHINE, _MACHINE_ROLE)


def second_person(publish: bool, name: str, by: User | None) -> User | None:
    """Return who publishes a batch, None when it is not to be published.

    Raises UnusableError unless that is a person, named, other than who enters the file, and
    with the right to publish (docs/decisions/0003).
    """
    publisher = named(name)
    if publisher is None:
        if publish:
            raise UnusableError(
                _(
                    "--publish needs --publisher USERNAME: a person with the right to publish, "
                    "other than whoever enters the file, answers for what becomes public."
                )
            )
        return None
    if not publish:
        raise UnusableError(_("--publisher has no effect without --publish: add it."))
    if by is not None and by.pk == publisher.pk:
        reason = _("%(who)s cannot be both: one person enters the file, another publishes it.")
    elif not publisher.has_usable_password():
        reason = _("%(who)s is no person's account, so it cannot publish.")
    elif not publisher.has_perm(rights.PUBLISH):
        reason = _("%(who)s may not publish.")
    else:
        return publisher
    raise UnusableError(reason % {"who": publisher})
