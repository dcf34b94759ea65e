"""Regions and cities."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from detentions.public.models import (
    PublicCity,
    PublicCityName,
    PublicRegion,
    PublicRegionName,
)
from detentions.records.resource import Resource
from detentions.records.shape import Related, columns, reference

REGIONS = Resource(
    "regions",
    PublicRegion,
    (
        *columns(PublicRegion, "id", "version", "slug", "code", "kind", "name"),
        Related(
            "names",
            _("Its names in several languages."),
            PublicRegionName,
            columns(PublicRegionName, "name", "language", "script", "displayed"),
            own="id",
            other="region_id",
            order=("language", "name"),
        ),
    ),
    orderings=("name",),
)

CITIES = Resource(
    "cities",
    PublicCity,
    (
        *columns(PublicCity, "id", "version", "slug", "name"),
        *reference(PublicCity, "region", "regions"),
        *columns(PublicCity, "region_code", "latitude", "longitude", "population"),
        *columns(PublicCity, "geonames_id", "wikidata_id"),
        Related(
            "names",
            _("Its names in several languages and scripts, as they are printed."),
            PublicCityName,
            columns(PublicCityName, "name", "language", "script", "displayed"),
            own="id",
            other="city_id",
            order=("language", "name"),
        ),
    ),
    orderings=("name",),
)
