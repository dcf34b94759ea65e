"""Addresses of the REST API, below /api/v1/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path, re_path

from api import documentation, tallies
from api.base import Nothing
from api.index import Index
from api.records import RecordDetail, RecordList
from detentions.records import RESOURCES

app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [path("", Index.as_view(), name="index")]
for resource in RESOURCES.values():
    urlpatterns += [
        path(f"{resource.name}/", RecordList.as_view(resource=resource), name=resource.name),
        path(
            f"{resource.name}/<str:key>/",
            RecordDetail.as_view(resource=resource),
            name=f"{resource.name}-one",
        ),
    ]
urlpatterns += [
    path("tallies/sundays/", tallies.SundayList.as_view(), name="tallies-sundays"),
    path("tallies/sundays/<str:day>/", tallies.SundayDetail.as_view(), name="tallies-sunday"),
    path(
        "tallies/sundays/<str:day>/<slug:city>/",
        tallies.CellDetail.as_view(),
        name="tallies-cell",
    ),
    path("tallies/cities/", tallies.CityList.as_view(), name="tallies-cities"),
    path("tallies/cities/<slug:city>/", tallies.CityDetail.as_view(), name="tallies-city"),
    path("tallies/matrix/", tallies.MatrixDetail.as_view(), name="tallies-matrix"),
    path("status/", tallies.StatusDetail.as_view(), name="status"),
    path("schema/", documentation.OpenAPI.as_view(), name="schema"),
    path("docs/", documentation.docs, name="docs"),
    path("docs/console/", documentation.console, name="console"),
    path("docs/schemas/<slug:name>/", documentation.schema, name="docs-schema"),
    path("docs/<slug:name>/", documentation.group, name="docs-group"),
    re_path(r"^(?P<rest>.*)$", Nothing.as_view(), name="nothing"),
]
