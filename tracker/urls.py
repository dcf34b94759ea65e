"""Which addresses this process answers; a public site has no staff screens at all."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from api.base import Nothing
from tracker import health

handler400 = "detentions.pages.faults.malformed"
handler404 = "detentions.pages.faults.missing"
handler500 = "detentions.pages.faults.fault"

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive),
    path("readyz", health.ready),
    path("api/v1/", include("api.urls")),
    path("api", Nothing.as_view(), {"rest": ""}),
    path("api/<path:rest>", Nothing.as_view()),
    path("api/", Nothing.as_view(), {"rest": ""}),
    path("", include("detentions.pages.urls")),
]

if settings.HAS_STAFF:
    from django.contrib import admin

    urlpatterns.insert(0, path("admin/", admin.site.urls))
