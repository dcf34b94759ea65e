"""FilterSets that refuse what they do not understand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.datastructures import MultiValueDict
from django_filters import Filter, FilterSet

from detentions.filters.problems import BadParametersError, Problem, check_names, problem
from detentions.filters.values import Several, UnreadableValueError, Value
from detentions.records import Words


class ValueFilter(Filter):
    """Narrows by the value of one parameter, strictly read."""

    def __init__(
        self, value: Value, column: str, lookup: str = "exact", *, help_text: Words = ""
    ) -> None:
        super().__init__(field_name=column, lookup_expr=lookup)
        self.value = value
        self.help_text = help_text

    def condition(self, value: Any, today: dt.date) -> Q:
        """Return what the value asks of a row, on a day."""
        return Q(**{f"{self.field_name}__{self.lookup_expr}": value})


class ConditionFilter(ValueFilter):
    """A filter whose condition is more than one comparison."""

    def __init__(
        self, value: Value, make: Callable[[Any, dt.date], Q], *, help_text: Words = ""
    ) -> None:
        super().__init__(value, "id", help_text=help_text)
        self.make = make

    def condition(self, value: Any, today: dt.date) -> Q:
        """Return what the value asks of a row, on a day."""
        return self.make(value, today)


def several(value: Value, column: str, *, help_text: Words = "") -> ValueFilter:
    """Return the filter of a parameter that takes several values, divided by commas."""
    return ValueFilter(Several(value), column, "in", help_text=help_text)


class StrictFilterSet(FilterSet):
    """Narrows a queryset of public rows by parameters, each of which must be understood.

    django-filter alone ignores unknown parameters and applies only the valid ones, so that a
    misspelt city would give the figures of the whole country. It also builds a form of all
    filters for each request, which costs more than the query: only what is given is read here.
    """

    @classmethod
    def parameters(cls) -> dict[str, ValueFilter]:
        """Return the filter of each parameter."""
        return {
            name: found
            for name, found in cls.base_filters.items()
            if isinstance(found, ValueFilter)
        }

    @classmethod
    def narrow(
        cls,
        query: MultiValueDict[str, str],
        queryset: QuerySet[Any],
        *,
        today: dt.date,
        also: Collection[str] = (),
    ) -> QuerySet[Any]:
        """Return what the parameters leave of the queryset.

        `also` names parameters that somebody else reads. Raises BadParametersError with every
        unknown, repeated or malformed parameter.
        """
        filters = cls.parameters()
        check_names(query, {*filters, *also})
        problems: list[Problem] = []
        for name in query:
            if name not in filters:
                continue
            text, found = str(query[name]), filters[name]
            try:
                queryset = queryset.filter(found.condition(found.value.read(text), today))
            except UnreadableValueError as error:
                problems.append(problem(name, text, str(error), found.value.allowed()))
        if problems:
            raise BadParametersError(problems)
        return queryset
