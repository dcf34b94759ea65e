"""The gazetteer: its places, regions and names, once, and as readers know them."""

import csv
from pathlib import Path

import pytest

from detentions import intake, names
from detentions.intake import UnusableError
from detentions.models import City, CityName, Region, RegionName
from tests.intake.files import BOOKKEEPING, PLACES, bring_in, contents, problems, rows_of, write
from tests.staff import administrator, enter_city

pytestmark = pytest.mark.django_db

HEADER = (
    *("geonameid", "name_geonames", "name_be", "name_ru", "iso3166_2", "region_geonames"),
    *("lat", "lon", "population", "wikidata", "aliases_latin", "aliases_cyrillic", "aliases_other"),
)
MINSK = (
    *("625144", "Minsk", "Мінск", "Минск", "BY-HM", "Minsk City", "53.9", "27.5", "1742124"),
    *("Q2280", "MSQ|Minsk|Mińsk", "Минск|Мінск", "min‍s‍ka|минск"),
)


def _file(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    return write(tmp_path / "places.csv", HEADER, rows)


def test_the_gazetteer_is_entered_once_and_taken_back_whole() -> None:
    before = contents(but=BOOKKEEPING, views=True)
    with bring_in("cities", PLACES, commit=True) as report:
        assert rows_of(report) == {"new": 314}
        assert report.created == {"cities": 314, "regions": 9}
    with bring_in("cities", PLACES, commit=True) as again:
        assert rows_of(again) == {"already_here": 314}
        assert not again.committed
    shown = dict(City.objects.values_list("geonames_id", "name"))
    printed = {
        627907: "Homel",
        620127: "Vitebsk",
        618806: "Zhlobin",
        625665: "Mahilyou",
        627904: "Hrodna",
        629634: "Brest",
        630468: "Babruisk",
        618800: "Zhodzina",
    }
    assert {number: shown[number] for number in printed} == printed
    assert set(City.objects.filter(name="Gorodishche").values_list("slug", flat=True)) == {
        "gorodishche",
        "gorodishche-mi",
        "gorodishche-ma",
    }
    regions = dict(Region.objects.values_list("slug", "kind"))
    assert regions.pop("outside-minsk") == regions.pop("minsk-and-district") == "area"
    assert set(regions.values()) == {"region"}
    assert len(regions) == 7
    intake.undo(report.batch)
    assert contents(but=BOOKKEEPING, views=True) == before


def test_names_keep_their_language_and_junk_is_dropped(tmp_path: Path) -> None:
    with bring_in("cities", _file(tmp_path, MINSK), commit=True):
        pass
    rows = set(CityName.objects.values_list("name", "language", "displayed", "script"))
    assert rows == {
        ("Minsk", "en", True, "Latn"),
        ("Мінск", "be", True, "Cyrl"),
        ("Минск", "ru", True, "Cyrl"),
        ("Mińsk", "", False, "Latn"),
        ("минск", "", False, "Cyrl"),
        ("minska", "", False, "Latn"),
    }


def test_other_areas_and_bracketed_remarks_find_their_region(tmp_path: Path) -> None:
    with bring_in("cities", _file(tmp_path, MINSK), commit=True):
        pass
    printed = {
        "other regions": "outside-minsk",
        "regions of Belarus": "outside-minsk",
        "Минск и Минский район": "minsk-and-district",
        "Гродненщина": "hrodna-region",
        "Витебская область": "vitebsk-region",
    }
    for name, slug in printed.items():
        key = names.match_key(name)
        bearers = RegionName.objects.filter(key=key).values_list("region__slug", flat=True)
        assert set(bearers) == {slug}


def test_a_changed_row_changes_its_city_and_never_takes_a_name_away(tmp_path: Path) -> None:
    with bring_in("cities", _file(tmp_path, MINSK), commit=True):
        pass
    row = list(MINSK)
    row[8], row[10] = "2000000", "Minsk|Myensk"
    with bring_in("cities", _file(tmp_path, tuple(row)), commit=True) as report:
        assert rows_of(report) == {"changed": 1}
        (finding,) = report.findings()
        assert finding["differences"] == ["population: 1742124 → 2000000", "new name: Myensk"]
    bears = set(CityName.objects.values_list("name", flat=True))
    assert {"Mińsk", "Myensk", "Минск"} <= bears


def test_another_country_has_its_own_regions(tmp_path: Path) -> None:
    row = ("593116", "Vilnius", "", "", "LT-58", "Vilnius", "54.7", "25.3", "0", "", "", "", "")
    with bring_in("cities", _file(tmp_path, row), commit=True) as report:
        assert report.created == {"cities": 1, "regions": 1}
    city = City.objects.get()
    assert city.region is not None
    assert (city.region.slug, city.region.name) == ("lt-58", "Vilnius")
    # GeoNames writes 0 where it does not know.
    assert city.population is None


def test_a_city_without_geonames_id_is_asked_about(tmp_path: Path) -> None:
    region = Region.objects.create(
        slug="minsk-city",
        code="BY-HM",
        name="Minsk (city)",
        entered_by=administrator(),
        changed_by=administrator(),
        entered_at="2020-11-09T12:00Z",
        changed_at="2020-11-09T12:00Z",
    )
    enter_city("minsk", name="Minsk", region=region)
    with bring_in("cities", _file(tmp_path, MINSK)) as report:
        assert rows_of(report) == {"ambiguous": 1}
        assert "minsk" in problems(report)[0][3]


def test_each_fault_is_named(tmp_path: Path) -> None:
    faults = {0: "x", 1: "", 4: "Minsk", 6: "north", 7: "200", 8: "many", 9: "2280"}
    rows = [tuple(faults[n] if n == at else cell for n, cell in enumerate(MINSK)) for at in faults]
    with bring_in("cities", _file(tmp_path, *rows)) as report:
        assert [(line, column) for line, column, _value, _why in problems(report)] == [
            (line, HEADER[at]) for line, at in enumerate(faults, start=2)
        ]


def test_one_coordinate_places_nothing(tmp_path: Path) -> None:
    rows = [tuple("" if n == at else cell for n, cell in enumerate(MINSK)) for at in (6, 7)]
    with bring_in("cities", _file(tmp_path, *rows)) as report:
        assert [found[:3] for found in problems(report)] == [(2, HEADER[6], ""), (3, HEADER[7], "")]


def test_a_companion_file_with_a_fault_is_named_by_its_line(tmp_path: Path) -> None:
    regions = tmp_path / "regions.csv"
    regions.write_text(
        "slug,code,kind,name,name_be,name_ru,aliases\na,BY-HM,province,A,,,\n", encoding="utf-8"
    )
    with pytest.raises(UnusableError, match="line 2"):
        bring_in("cities", _file(tmp_path, MINSK), companions={"regions": regions})


def test_the_shipped_display_names_belong_to_shipped_places() -> None:
    folder = PLACES.parent
    with (folder / "belarus_display_names.csv").open(encoding="utf-8", newline="") as stream:
        shown = list(csv.DictReader(stream))
    with PLACES.open(encoding="utf-8", newline="") as stream:
        numbers = {row["geonameid"] for row in csv.DictReader(stream)}
    assert {row["geonameid"] for row in shown} <= numbers
    assert len({row["geonameid"] for row in shown}) == len(shown)
