"""Which type an answer has, by what the reader accepts."""

from __future__ import annotations

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.request import Request


class Negotiation(DefaultContentNegotiation):
    """As the framework chooses, but whoever sends an empty `Accept` takes anything."""

    def get_accept_list(self, request: Request) -> list[str]:
        """Return what the reader takes."""
        header: str = request.META.get("HTTP_ACCEPT", "")
        return super().get_accept_list(request) if header.strip() else ["*/*"]
