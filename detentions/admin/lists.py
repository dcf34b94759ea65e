"""Lists that fetch their columns with their rows and show dates without reading all rows."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

from detentions.admin.hierarchy import Hierarchy, hierarchy


class DatedList(ChangeList):
    """A list with the calendar above it."""

    @cached_property
    def hierarchy(self) -> Hierarchy | None:
        """Return the periods that the list can be narrowed to."""
        return hierarchy(self)


class RecordList(DatedList):
    """A list whose extra columns are fetched with its rows and not with every count of them."""

    def get_queryset(self, request: HttpRequest, *args: Any, **kwargs: Any) -> QuerySet[Any]:
        """Add what the columns of the list need."""
        queryset = super().get_queryset(request, *args, **kwargs)
        model_admin: Any = self.model_admin
        found: QuerySet[Any] = model_admin.for_list(queryset)
        return found
