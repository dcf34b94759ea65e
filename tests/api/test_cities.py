"""/cities/"""

import pytest

from detentions.models import CityName
from tests.api.asking import ids, problem, refused, results, told
from tests.factories import make_city, make_region

pytestmark = pytest.mark.django_db


def test_a_city_tells_its_place_and_every_printed_name() -> None:
    region = make_region(slug="homel-region", name="Homel Region", code="BY-HO")
    city = make_city(
        slug="homel",
        name="Homel",
        region=region,
        latitude=52.43,
        longitude=30.98,
        population=526872,
    )
    for name, language, script in (("Гомель", "ru", "Cyrl"), ("Gomel", "", "Latn")):
        CityName.objects.create(
            city=city, name=name, language=language, script=script, key="homel", displayed=True
        )
    told_of = told("cities/homel/")
    assert told_of["region"] == "homel-region"
    assert told_of["region_id"] == region.id
    assert told_of["region_code"] == "BY-HO"
    assert (told_of["latitude"], told_of["population"]) == (52.43, 526872)
    assert [name["name"] for name in told_of["names"]] == ["Gomel", "Гомель"]
    assert set(told_of["names"][0]) == {"name", "language", "script", "displayed"}


def test_a_city_is_found_by_slug_and_by_id() -> None:
    city = make_city(slug="minsk")
    assert told("cities/minsk/") == told(f"cities/{city.id}/")


def test_an_unknown_city_is_not_found() -> None:
    assert problem("cities/atlantis/", 404)["detail"] == "There is no such record."


def test_cities_are_narrowed_by_region_population_and_foreign_ids() -> None:
    region = make_region(slug="homel-region")
    homel = make_city(region=region, population=500_000, geonames_id=627907, wikidata_id="Q2678")
    minsk = make_city(population=2_000_000)
    assert ids("cities/") == {homel.id, minsk.id}
    assert ids("cities/", region="homel-region") == {homel.id}
    assert ids("cities/", region=region.id) == {homel.id}
    assert ids("cities/", population__gte=1_000_000) == {minsk.id}
    assert ids("cities/", population__lte=1_000_000) == {homel.id}
    assert ids("cities/", geonames_id=627907) == {homel.id}
    assert ids("cities/", wikidata_id="Q2678") == {homel.id}


def test_an_unknown_region_is_refused_by_name() -> None:
    (error,) = refused("cities/", region="atlantis")
    assert error["parameter"] == "region"
    assert error["value"] == "atlantis"
    assert error["allowed"] == ["a slug or id from /regions/"]


def test_the_region_can_be_told_in_full() -> None:
    region = make_region(slug="homel-region", name="Homel Region")
    make_city(region=region)
    make_city(region=None)
    expanded = [record["region"] for record in results("cities/", expand="region")]
    assert {found["name"] if found else None for found in expanded} == {"Homel Region", None}


def test_cities_are_ordered_by_name_when_asked() -> None:
    for name in ("Pinsk", "Brest", "Minsk"):
        make_city(name=name)
    ordered = [record["name"] for record in results("cities/", ordering="name")]
    assert ordered == ["Brest", "Minsk", "Pinsk"]
    assert [record["name"] for record in results("cities/", ordering="-name")] == ordered[::-1]
