"""Which fields a member of staff does not get to see, in any form, list or history."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Model

from detentions.entry import rights
from detentions.models import Detainee

# Fields that need a right of their own, beside the right to view the record.
RESTRICTED: dict[type[Model], dict[str, str]] = {
    Detainee: {"contacts": rights.VIEW_IDENTITY, "notes": rights.VIEW_IDENTITY},
}


def hidden_fields(user: User | AnonymousUser, model: type[Model]) -> frozenset[str]:
    """Return the names of the model's fields that this person may not see."""
    restricted = RESTRICTED.get(model, {})
    return frozenset(name for name, right in restricted.items() if not user.has_perm(right))
