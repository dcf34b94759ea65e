"""Addresses of the public pages. A page that shows figures has a `.csv` and a `.json` sibling."""

from __future__ import annotations

import datetime as dt

from django.urls import URLPattern, URLResolver, path, register_converter

from detentions.pages import cities, detentions, events, home, matrix, sources, sundays, words


class DayConverter:
    """A day as ISO 8601 writes it; any other text is no address of ours."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> dt.date:
        """Read the day; ValueError makes the address unknown."""
        return dt.date.fromisoformat(value)

    def to_url(self, value: dt.date) -> str:
        """Write the day."""
        return value.isoformat()


class FormConverter:
    """The form of a page that is meant for programs."""

    regex = "csv|json"

    def to_python(self, value: str) -> str:
        """Return the form as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """Return the form as it stands."""
        return value


register_converter(DayConverter, "day")
register_converter(FormConverter, "form")

app_name = "pages"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("sundays/", sundays.every, name="sundays"),
    path("sundays.<form:form>", sundays.every, name="sundays_as"),
    path("sundays/<day:day>/", sundays.one, name="sunday"),
    path("sundays/<day:day>.<form:form>", sundays.one, name="sunday_as"),
    path("sundays/<day:day>/<slug:city>/", sundays.cell, name="cell"),
    path("sundays/<day:day>/<slug:city>.<form:form>", sundays.cell, name="cell_as"),
    path("cities/", cities.every, name="cities"),
    path("cities.<form:form>", cities.every, name="cities_as"),
    path("cities/<slug:city>/", cities.one, name="city"),
    path("cities/<slug:city>.<form:form>", cities.one, name="city_as"),
    path("matrix/", matrix.matrix, name="matrix"),
    path("matrix.<form:form>", matrix.matrix, name="matrix_as"),
    path("events/", events.listed, name="events"),
    path("events/<slug:key>/", events.one, name="event"),
    path("detentions/", detentions.listed, name="detentions"),
    path("detentions/<slug:key>/", detentions.one, name="detention"),
    path("sources/", sources.listed, name="sources"),
    path("sources/<slug:key>/", sources.one, name="source"),
    path("methodology/", words.methodology, name="methodology"),
    path("about/", words.about, name="about"),
]
