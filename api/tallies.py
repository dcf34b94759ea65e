"""What `detentions.tallies` counts, as it stands: the API does no arithmetic."""

from __future__ import annotations

import datetime as dt

from django.http import Http404
from rest_framework.request import Request
from rest_framework.response import Response

from api.base import View
from api.schema.columns import Schema
from api.schema.operations import Operation, in_path, query
from detentions import tallies
from detentions.filters import BadParametersError, problem
from detentions.filters.values import Date, Text, UnreadableValueError

RULE = "by"
_RULE = query(
    RULE,
    Text(80),
    "Which figure becomes the headline: highest (the default), lowest, or that of the organisation "
    "with this slug, among those whose figures count towards headlines.",
)
_DAY = in_path("day", {"type": "string", "format": "date"}, "The date of a Sunday.")
_SLUG: Schema = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}
_CITY = in_path("city", _SLUG, "Slug of the city.")


class TallyView(View):
    """A tally under the rule that `by` names."""

    parameters = (RULE,)

    def rule(self, request: Request) -> tallies.Rule:
        """Return the rule of headlines; raises BadParametersError for one that is not."""
        self.check(request)
        text = request.query_params.get(RULE, "")
        try:
            return tallies.Rule.parse(text)
        except ValueError:
            allowed = [str(option) for option in tallies.Rule.options()]
            detail = "There is no such rule."
            raise BadParametersError([problem(RULE, text, detail, allowed)]) from None


class SundayList(TallyView):
    """Every Sunday with anything published."""

    def get(self, request: Request) -> Response:
        """Return a line for each Sunday, oldest first, and the gaps of the series."""
        counted = tallies.sundays(today=self.today, rule=self.rule(request))
        return Response(tallies.as_data(counted))

    def operation(self) -> Operation:
        """Return what the tally is."""
        return Operation(
            id="tallies_sundays",
            tag="tallies",
            summary="Every Sunday",
            description="A line for each Sunday, oldest first, and the gaps of the series.",
            answer=lambda components: components.shape(tallies.SundayIndex),
            parameters=(_RULE,),
        )


class SundayDetail(TallyView):
    """One Sunday."""

    def get(self, request: Request, day: str) -> Response:
        """Return everything counted for a Sunday in the whole country."""
        counted = tallies.sunday(_day(day), today=self.today, rule=self.rule(request))
        return Response(tallies.as_data(counted))

    def operation(self) -> Operation:
        """Return what the tally is."""
        return Operation(
            id="tallies_sunday",
            tag="tallies",
            summary="One Sunday",
            description="Everything counted for a Sunday in the whole country.",
            answer=lambda components: components.shape(tallies.Sunday),
            parameters=(_DAY, _RULE),
            problems=(404,),
        )


class CellDetail(TallyView):
    """One city on one Sunday."""

    def get(self, request: Request, day: str, city: str) -> Response:
        """Return everything counted for a Sunday in one city."""
        counted = tallies.cell(_day(day), city, today=self.today, rule=self.rule(request))
        return Response(tallies.as_data(counted))

    def operation(self) -> Operation:
        """Return what the tally is."""
        return Operation(
            id="tallies_cell",
            tag="tallies",
            summary="One city on one Sunday",
            description="Everything counted for a Sunday in one city.",
            answer=lambda components: components.shape(tallies.Cell),
            parameters=(_DAY, _CITY, _RULE),
            problems=(404, 410),
        )


class CityList(TallyView):
    """Every city that anything published is about."""

    def get(self, request: Request) -> Response:
        """Return a line for each city, by name."""
        counted = tallies.cities(today=self.today, rule=self.rule(request))
        return Response(tallies.as_data(counted))

    def operation(self) -> Operation:
        """Return what the tally is."""
        return Operation(
            id="tallies_cities",
            tag="tallies",
            summary="Every city",
            description="A line for each city, by name.",
            answer=lambda components: components.shape(tallies.CityIndex),
            parameters=(_RULE,),
        )


class CityDetail(TallyView):
    """One city over time."""

    def get(self, request: Request, city: str) -> Response:
        """Return a line for each day with anything published about the city."""
        counted = tallies.city(city, today=self.today, rule=self.rule(request))
        return Response(tallies.as_data(counted))

    def operation(self) -> Operation:
        """Return what the tally is."""
        return Operation(
            id="tallies_city",
            tag="tallies",
            summary="One city over time",
            description="A line for each day with anything published about the city.",
            answer=lambda components: components.shape(tallies.City),
            parameters=(_CITY, _RULE),
            problems=(404, 410),
        )


class MatrixDetail(TallyView):
    """Sundays against cities."""

    def get(self, request: Request) -> Response:
        """Return a row for each Sunday with a cell for each city."""
        counted = tallies.matrix(today=self.today, rule=self.rule(request))
        return Response(tallies.as_data(counted))

    def operation(self) -> Operation:
        """Return what the tally is."""
        return Operation(
            id="tallies_matrix",
            tag="tallies",
            summary="Sundays against cities",
            description="A row for each Sunday with a cell for each city.",
            answer=lambda components: components.shape(tallies.Matrix),
            parameters=(_RULE,),
        )


class StatusDetail(View):
    """The state of the public data."""

    def get(self, request: Request) -> Response:
        """Return data version, latest day, time of the last publication and numbers of records."""
        self.check(request)
        return Response(tallies.as_data(tallies.status()))

    def operation(self) -> Operation:
        """Return what the tally is."""
        return Operation(
            id="status",
            tag="about",
            summary="The state of the public data",
            description="Data version, latest day, last publication and numbers of records.",
            answer=lambda components: components.shape(tallies.Status),
        )


def _day(text: str) -> dt.date:
    try:
        return Date().read(text)
    except UnreadableValueError:
        raise Http404 from None
