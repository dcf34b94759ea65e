"""/regions/"""

import pytest

from detentions.models import RegionName
from tests.api.asking import ids, told
from tests.factories import make_region

pytestmark = pytest.mark.django_db


def test_a_region_tells_its_code_kind_and_names() -> None:
    region = make_region(slug="homel-region", code="BY-HO", name="Homel Region")
    RegionName.objects.create(
        region=region, name="Гомельская вобласць", language="be", script="Cyrl", key="homel"
    )
    told_of = told("regions/homel-region/")
    assert told_of == told(f"regions/{region.id}/")
    assert (told_of["code"], told_of["kind"]) == ("BY-HO", "region")
    assert told_of["names"][0]["name"] == "Гомельская вобласць"


def test_areas_that_are_no_regions_of_the_country_are_told_apart() -> None:
    area = make_region(kind="area")
    region = make_region()
    assert ids("regions/") == {area.id, region.id}
    assert ids("regions/", kind="area") == {area.id}
