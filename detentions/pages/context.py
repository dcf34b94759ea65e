"""What every page knows about the instance that serves it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from detentions.public.version import is_demonstration


def instance(_request: HttpRequest) -> dict[str, object]:
    """Return whether individual records are invented, and how to reach whoever runs this."""
    return {"DEMO": SimpleLazyObject(is_demonstration), "CONTACT": settings.CONTACT}
