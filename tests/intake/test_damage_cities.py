"""Damaged gazetteers."""

from pathlib import Path

import pytest

from detentions.models import Region
from tests.intake.damage import Fault, Sort, check_faults, check_unusable, unusable
from tests.intake.files import bring_in, bring_some_places, problems, rows_of
from tests.staff import enter_city

pytestmark = pytest.mark.django_db

CITIES = Sort(
    "cities",
    (
        *("geonameid", "name_geonames", "name_be", "name_ru", "iso3166_2", "region_geonames"),
        *("lat", "lon", "population", "wikidata"),
        *("aliases_latin", "aliases_other", "aliases_cyrillic"),
    ),
    {
        "geonameid": "9000001",
        "name_geonames": "Testburg",
        "iso3166_2": "BY-MI",
        "lat": "53.9",
        "lon": "27.5",
        "population": "100",
        "wikidata": "Q2280",
    },
    of_several_lines="aliases_cyrillic",
    mapping="belarus-places",
)
FAULTS: list[Fault] = [
    ({"geonameid": ""}, "geonameid", "", "empty"),
    ({"geonameid": "0"}, "geonameid", "0", "no GeoNames id"),
    ({"geonameid": "12a"}, "geonameid", "12a", "digits alone"),
    ({"geonameid": "-5"}, "geonameid", "-5", "digits alone"),
    ({"geonameid": "٣"}, "geonameid", "٣", "digits alone"),
    ({"geonameid": "99999999999"}, "geonameid", "99999999999", "larger than"),
    ({"name_geonames": ""}, "name_geonames", "", "empty"),
    ({"name_geonames": "n" * 201}, "name_geonames", "n" * 201, "at most 200"),
    ({"name_be": "н" * 201}, "name_be", "н" * 201, "at most 200"),
    ({"name_ru": "н" * 201}, "name_ru", "н" * 201, "at most 200"),
    ({"iso3166_2": ""}, "iso3166_2", "", "empty"),
    ({"iso3166_2": "BY"}, "iso3166_2", "BY", "such as BY-HM"),
    ({"iso3166_2": "MINSK REGION"}, "iso3166_2", "MINSK REGION", "such as BY-HM"),
    ({"region_geonames": "r" * 201}, "region_geonames", "r" * 201, "at most 200"),
    ({"lat": "90.5"}, "lat", "90.5", "no number of degrees"),
    ({"lat": "53,9"}, "lat", "53,9", "no number of degrees"),
    ({"lat": "53°54'N"}, "lat", "53°54'N", "no number of degrees"),
    ({"lat": "nan"}, "lat", "nan", "no number of degrees"),
    ({"lon": "-180.1"}, "lon", "-180.1", "no number of degrees"),
    ({"lon": "1e2"}, "lon", "1e2", "no number of degrees"),
    ({"lon": ""}, "lon", "", "both or neither"),
    ({"population": "1,000"}, "population", "1,000", "digits alone"),
    ({"population": "-3"}, "population", "-3", "digits alone"),
    ({"population": "many"}, "population", "many", "digits alone"),
    ({"population": "99999999999"}, "population", "99999999999", "larger than"),
    ({"wikidata": "2280"}, "wikidata", "2280", "such as Q2280"),
    ({"wikidata": "Q22x"}, "wikidata", "Q22x", "such as Q2280"),
    (
        {"geonameid": "9000002", "name_geonames": "Oldtown", "iso3166_2": "BY-HM"},
        "name_geonames",
        "Oldtown",
        "without a GeoNames id",
    ),
    ({"name_geonames": "Elsewhere"}, "geonameid", "9000001", "line 2"),
    ({"population": "101"}, "geonameid", "9000001", "line 2"),
]


@pytest.fixture(autouse=True)
def _here(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    enter_city("oldtown", name="Oldtown", region=Region.objects.get(code="BY-HM"))


def test_each_fault_of_a_row_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    check_faults(CITIES, tmp_path / "cities.csv", FAULTS)


@pytest.mark.parametrize(("content", "said"), unusable(CITIES))
def test_an_unusable_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, said: str
) -> None:
    check_unusable(CITIES, tmp_path / "cities.csv", content, said)


def test_a_row_that_is_there_twice_word_for_word_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "cities.csv"
    path.write_text(
        "\n".join([CITIES.header, CITIES.line(), CITIES.line(name_geonames=" Testburg ")]),
        encoding="utf-8",
    )
    with bring_in("cities", path) as report:
        assert problems(report) == []
        assert rows_of(report) == {"new": 1, "already_here": 1}
