"""The tracker's addresses, and those that only a benchmark has."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path

from tests.benchmarks import control
from tracker import urls


def constant(request: HttpRequest, size: int) -> HttpResponse:
    """Answer with as many bytes as the page that it is compared with."""
    return HttpResponse(_bytes(size))


@cache
def _bytes(size: int) -> bytes:
    return b"x" * size


urlpatterns: list[URLPattern | URLResolver] = [
    path("constant/<int:size>/", constant),
    path("grouped/sundays/<day>/", control.sunday, {"counted": control.grouped}),
    path("tallied/sundays/<day>/", control.sunday, {"counted": control.tallied}),
    path("grouped/sundays/", control.sundays, {"counted": control.grouped}),
    path("tallied/sundays/", control.sundays, {"counted": control.tallied}),
    *urls.urlpatterns,
]
