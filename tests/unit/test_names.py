"""Names are read as people print them: in four languages, three spellings and any case."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detentions.names import (
    clean_alias,
    initials,
    match_key,
    person_key,
    place_keys,
    resolve,
    romanise,
    script_of,
)

TEST_DATA = Path(__file__).resolve().parent.parent / "data"
ROMANISED = list(
    csv.DictReader((TEST_DATA / "translit_bgn.csv").read_text(encoding="utf-8").splitlines())
)


def one_key(*spellings: str) -> bool:
    return len({match_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("row", ROMANISED, ids=lambda row: row["icu_be_bgn"])
def test_a_city_is_romanised_as_bgn_and_pcgn_do(row: dict[str, str]) -> None:
    assert romanise(row["name_be"], "be") == row["icu_be_bgn"]
    assert romanise(row["name_ru"], "ru") == row["icu_ru_bgn"]


@pytest.mark.parametrize(
    ("text", "language", "romanised"),
    [
        ("Єнакієве, Їжакевич, Знам'янка", "uk", "Yenakiieve, Yizhakevych, Znamianka"),
        ("Згурський", "uk", "Zghurskyi"),
        ("ЩУЧИН и Щучин", "ru", "SHCHUCHIN i Shchuchin"),
        ("подъезд", "ru", "podʺyezd"),
        ("Ж. Ёлкин", "ru", "Zh. Yëlkin"),
        ("Новополоцк-2 / Polotsk", "ru", "Novopolotsk-2 / Polotsk"),
        ("Мартынаў" + "И\u0306", "be", "MartynawY"),
    ],
)
def test_capitals_contexts_and_foreign_characters(text: str, language: str, romanised: str) -> None:
    assert romanise(text, language) == romanised


def test_a_language_without_rules_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'pl'"):
        romanise("Мінск", "pl")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Homieĺ", "Latn"),
        ("Гомель 2", "Cyrl"),
        ("gomeል", "Mixed"),
        ("ミンスク", "Kana"),
        ("東京タワー", "Jpan"),
        ("민스크", "Hang"),
        ("2020-11-08", "Zyyy"),
        ("", "Zyyy"),
        ("𞤀𞤁", "Zzzz"),
    ],
)
def test_a_script_is_told_by_its_letters(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    "spellings",
    [
        ("Гомель", "Gomelʹ", "Homyelʹ", "Homieĺ", "Homel", "Homiel", "gomel'", "ГОМЕЛЬ"),
        ("Віцебск", "Viciebsk", "Vitsyebsk", "Vitsebsk"),
        ("Магілёў", "Mahilyow", "Mahilioŭ", "Mahiliou", "Mahilyou"),
        ("Могилёв", "Могилев", "Mogilëv", "Mogilev", "Mogilyov", "Mogilew"),
        ("Мінск", "Минск", "Мінськ", "Mińsk", "Minsk", "Ｍｉｎｓｋ"),
        # A zero-width space, a Cyrillic i and a Latin c: slips that no reader sees.
        ("Minsk", "M\u200binsk", "M\u0456nsk", "Мин\u0063к"),
        ("Быхаў", "Bychaŭ", "Bykhaw", "Bykhau"),
        ("Шчучын", "Щучин", "Ščučyn", "Szczuczyn", "Shchuchyn"),
        ("Іўе", "Ивье", "Iŭje", "Iwye", "Iwie", "Ivye"),
        ("Буда-Кошелёво", "Буда Кошелево", "Buda-Koshelëvo"),
        ("Россоны", "Rossony", "Rosony"),
        ("Лесной", "Lesnoy", "Lesnoj", "Lesnoi"),
        ("Ту́раў", "Тураў", "Turaŭ", "Turau"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_the_spellings_of_one_place_name_share_a_key(spellings: tuple[str, ...]) -> None:
    assert one_key(*spellings)


def test_a_name_has_the_key_of_its_romanisation() -> None:
    for row in ROMANISED:
        for language in ("be", "ru"):
            name = row[f"name_{language}"]
            assert one_key(name, romanise(name, language))


def test_different_names_keep_different_keys() -> None:
    names = ["Брест", "Бреста", "Лида", "Леда", "Минск", "Пинск", "Николаевка-2", "Николаевка-22"]
    assert len({match_key(name) for name in names}) == len(names)


def test_names_in_other_scripts_are_only_cleaned() -> None:
    assert match_key("ﾐﾝｽｸ") == match_key("ミンスク") == "ミンスク"
    assert match_key("मिन्‍स्‍क") == match_key("मिन्स्क")


def test_a_person_has_one_key_in_any_order_and_spelling() -> None:
    printed = ("Наталля Прыдуманая", "Прыдуманая, Наталля", "Natallia Prydumanaya")
    assert len({person_key(name) for name in printed}) == 1
    assert person_key("PRYDUMANAJA Natalia") == person_key(printed[0])
    assert person_key("Ян Прыдуманы") != person_key("Іван Прыдуманы")


@settings(deadline=None)
@given(st.text() | st.text("цзсшхьоёіеуt'szchkgiejou -", max_size=20))
def test_a_key_is_its_own_key(text: str) -> None:
    key = match_key(text)
    assert match_key(key) == key
    assert person_key(person_key(text)) == person_key(text)


@settings(deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    assert resolve(text, {}).candidates == ()
    assert script_of(text)
    initials(text)
    clean_alias(text)
    for language in ("be", "ru", "uk"):
        romanise(text, language)


@pytest.mark.parametrize("unit", ["tz", "ье", "ш ", "a\u0301", "\u200b", "в ", "tzzh", "ミ", "-"])
def test_fifty_kilobytes_of_a_name_cost_no_more_than_their_length(unit: str) -> None:
    long = unit * (50_000 // len(unit))
    started = time.process_time()
    match_key(long)
    place_keys(long)
    assert time.process_time() - started < 2.5


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ivan Ivanavich Ivanou", "I. I. I."),
        ("Іван Іванавіч Прыдуманы", "І. І. П."),
        ("Anna-Maria Prydumanaja", "A.-M. P."),
        ("И.И. Выдуманный", "И. И. В."),
        ("шчаўе", "Ш."),
        ("M\u030cari", "M."),
        ("გიორგი", "გ."),
        ("", ""),
        ("— 12", ""),
    ],
)
def test_initials_keep_script_and_order(name: str, expected: str) -> None:
    assert initials(name) == expected
