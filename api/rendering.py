"""JSON as the API writes it: compact, UTF-8, with moments in the instance's time zone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from rest_framework.renderers import BaseRenderer

from detentions.tallies.json_form import plain


def encode(data: object) -> bytes:
    """Return data as JSON. A text that UTF-8 cannot hold has its bad signs replaced."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    """Return what the encoder does not know itself in the form that tallies have too."""
    return str(value) if isinstance(value, Decimal | Promise) else plain(value)


class JSONRenderer(BaseRenderer):
    """Renders what a view returns."""

    media_type = "application/json"
    format = "json"
    charset = None
    render_style = "binary"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """Return the bytes of an answer; none where there is nothing to say."""
        return b"" if data is None else encode(data)
