"""A place as printed, declined or misspelled, is the place that was meant, or it is asked about."""

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from detentions.names import Resolution, clean_alias, match_key, names_in, resolve

TEST_DATA = Path(__file__).resolve().parent.parent / "data"
GAZETTEER = Path(__file__).resolve().parents[2] / "detentions" / "data" / "belarus_places.csv"
NAME_COLUMNS = (
    "name_geonames", "name_be", "name_ru", "aliases_latin", "aliases_cyrillic", "aliases_other",
)  # fmt: skip

Index = dict[str, set[str]]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PLACES = rows_of(GAZETTEER)
PRINTED = rows_of(TEST_DATA / "place_names_as_printed.csv")


def index_by(key: Callable[[str], str]) -> Index:
    """Return the GeoNames ids of the places that bear each key, over all names they have."""
    index: Index = defaultdict(set)
    for place in PLACES:
        for column in NAME_COLUMNS:
            for name in names_in(place[column]):
                index[key(name)].add(place["geonameid"])
    return dict(index)


INDEX = index_by(match_key)


@pytest.mark.parametrize("row", PRINTED, ids=lambda row: f"{row['printed']}-{row['language']}")
def test_a_place_as_news_printed_it_is_the_place_that_was_meant(row: dict[str, str]) -> None:
    meant = set(filter(None, row["geonameid"].split("|")))
    resolution = resolve(row["printed"], INDEX)
    if len(meant) == 1:
        assert {resolution.found} == meant
    elif meant:
        assert resolution.found is None
        assert set(resolution.candidates) == meant
    else:
        # Not in the gazetteer letter by letter; the right place by its key, or none at all.
        right = {"Ivye": "627793", "Mahilyou": "625665", "Smorgon": "621713", "Жодишках": None}
        assert resolution.found == right[row["printed"]]
        assert resolution.candidates == ()


def test_every_city_with_a_figure_is_found_under_its_printed_name() -> None:
    figures = rows_of(TEST_DATA / "belarus_2020_counts.csv")
    printed = {row["place_printed"] for row in figures if row["scope"] == "city"}
    found = {place: resolve(place, INDEX).found for place in printed}
    assert found == {
        "Grodno": "627904", "Homel": "627907", "Minsk": "625144", "Mińsk": "625144",
        "Vitebsk": "620127", "Zhlobin": "618806", "Витебск": "620127", "Минск": "625144",
        "Мінск": "625144", "Мінськ": "625144",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("в Минске 8 ноября", None), ("у Менску", "Minsk"), ("у Мінску", "Minsk"),
        ("у Гомелі", "Homyel'"), ("ў Віцебску", "Vitebsk"), ("у Магілёве", "Mahilyow"),
        ("Баранавічах", "Baranovichi"), ("ў Брэсце", "Brest"), ("у Берасьці", "Brest"),
        ("у Лідзе", "Lida"), ("у Вілейцы", "Vileyka"), ("у Навагрудку", "Novogrudok"),
        ("у Камянцы", "Kamenets"), ("у Слаўгарадзе", "Slawharad"), ("в Глубоком", "Hlybokaye"),
        ("в Старых Дорогах", "Staryye Dorogi"), ("у Мар’інай Горцы", "Mar’ina Gorka"),
        ("в Буда-Кошелёве", "Buda-Kashalyova"), ("в Каменце", "Kamenets"),
        ("из Столбцов", None), ("Столбцов", "Stowbtsy"), ("Минском", "Minsk"),
        ("у Вітебську", "Vitebsk"), ("у Могильові", "Mahilyow"), ("у Турові", "Turaŭ"),
        ("w Grodnie", "Hrodna"), ("w Brześciu", "Brest"), ("w Mohylewie", "Mahilyow"),
        ("we Lidzie", "Lida"), ("w Baranowiczach", "Baranovichi"), ("w Głębokiem", "Hlybokaye"),
        ("г.Минск", "Minsk"), ("в г. Минске", "Minsk"), ("у горадзе Гомель", "Homyel'"),
        ("м. Гомель", "Homyel'"), ("in Minsk", "Minsk"), ("明斯克", "Minsk"), ("מינסק", "Minsk"),
        ("Минской области", None), ("Warszawie", None), ("Москве", None), ("Беларусь", None),
        ("", None), ("в", None), ("—", None),
    ],
)  # fmt: skip
def test_declined_names_and_leading_words(printed: str, meant: str | None) -> None:
    names = {place["geonameid"]: place["name_geonames"] for place in PLACES}
    resolution = resolve(printed, INDEX)
    assert resolution.candidates == ()
    assert names.get(resolution.found or "") == meant


def test_the_printed_form_comes_before_the_forms_it_may_be_declined_from() -> None:
    index = {match_key("Лида"): ["Lida"], match_key("Лид"): ["Lid"]}
    assert resolve("Лида", index) == Resolution("Lida", (), "printed")
    assert resolve("Лиде", index | {match_key("Лид"): []}) == Resolution("Lida", (), "declined")


def test_two_places_of_one_name_are_both_offered_and_none_is_guessed() -> None:
    index = {match_key("Речица"): ["the town", "the village", "the town"]}
    expected = Resolution(None, ("the town", "the village"), "declined")
    assert resolve("в Речице", index) == expected
    assert resolve("Orsha", index) == Resolution(None, (), "")


def test_folding_makes_no_two_places_share_a_name_that_did_not() -> None:
    exactly = {frozenset(ids) for ids in index_by(str).values() if len(ids) > 1}
    by_key = {frozenset(ids) for ids in INDEX.values() if len(ids) > 1}
    assert by_key == exactly


@pytest.mark.parametrize(
    ("alias", "cleaned"),
    [
        ("min\u200ds\u200dka", "minska"),
        ("  Minsk\tosh\u0007 ", "Minsk osh"),
        ("Бoбруйск", "Бобруйск"),
        ("Mіr", "Mir"),
        ("MSQ", None),
        ("gomeል", None),
        ("grwڈnw", None),
        ("\u200b", None),
        ("2", None),
        ("Mir", "Mir"),
        ("برست، بلاروس", "برست، بلاروس"),
    ],
)
def test_junk_among_aliases_is_cleaned_or_dropped(alias: str, cleaned: str | None) -> None:
    assert clean_alias(alias) == cleaned


def test_a_cell_of_names_is_taken_apart() -> None:
    assert names_in("Ryasno, Рясно, Расна") == ("Ryasno", "Рясно", "Расна")
    assert names_in("MSQ|Minsk|Minsk|") == ("Minsk",)
