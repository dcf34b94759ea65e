"""The language of a figure's words: stated, decided by them, or that of the source."""

from collections import Counter
from pathlib import Path

import pytest
from django.test import Client

from detentions.models import ReportedCount, Source
from tests.intake.files import (
    COUNT_COLUMNS,
    COUNTS,
    OVD_INFO,
    bring_in,
    bring_some_places,
    count_row,
    counts_file,
    rows_of,
    write,
)
from tests.staff import SUNDAY, enter_source, reviewer

pytestmark = pytest.mark.django_db

_WORDS = {"qualifier": "", "count_min": "", "count_max": ""}


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


def _language(path: Path, **cells: str) -> str:
    with bring_in("counts", counts_file(path / "a.csv", count_row(**cells)), commit=True) as done:
        assert done.committed
    return ReportedCount.objects.get().language


def test_words_of_one_language_decide_it_whatever_the_source(tmp_path: Path) -> None:
    enter_source(url="https://gazette.example/1", language="ru")
    assert _language(tmp_path, count_text="больш за 10", **_WORDS) == "be"


def test_words_that_two_languages_share_are_in_that_of_the_source(tmp_path: Path) -> None:
    enter_source(url="https://gazette.example/1", language="uk")
    assert _language(tmp_path, count_text="як мінімум 10", **_WORDS) == "uk"


@pytest.mark.parametrize("phrase", ["як мінімум 10", "10"])
def test_what_neither_words_nor_source_say_stays_open(tmp_path: Path, phrase: str) -> None:
    assert _language(tmp_path, count_text=phrase, **_WORDS) == ""


def test_a_mapping_knows_the_language_of_a_channel_or_host(tmp_path: Path) -> None:
    rows = [
        count_row(url="https://t.me/viasna96/1"),
        count_row(url="https://t.me/pressmvd/1"),
        count_row(url="https://t.me/elsewhere/1"),
        count_row(url="https://tass.com/world/1"),
    ]
    with bring_in("counts", counts_file(tmp_path / "a.csv", *rows), commit=True):
        pass
    for model, column in ((ReportedCount, "source__url"), (Source, "url")):
        found = model.objects.order_by(column).values_list("language", flat=True)
        assert list(found) == ["", "ru", "be", "en"]


def test_a_column_of_the_file_is_taken_at_its_word(tmp_path: Path) -> None:
    mapping = tmp_path / "ours.json"
    fields = {
        "date": "event_date",
        "scope": "scope",
        "place": "place_printed",
        "measure": "kind",
        "phrase": "count_text",
        "organisation": "counted_by",
        "url": "url",
        "language": "obs",
    }
    mapping.write_text(f'{{"kind": "counts", "fields": {fields}}}'.replace("'", '"'))
    path = write(tmp_path / "a.csv", COUNT_COLUMNS, [count_row(obs="lt", count_text="at least 10")])
    with bring_in("counts", path, mapping=str(mapping), commit=True):
        pass
    assert ReportedCount.objects.get().language == "lt"


def test_a_language_that_somebody_entered_is_not_changed_by_the_same_file(tmp_path: Path) -> None:
    assert _language(tmp_path, count_text="more than 10", **_WORDS) == "en"
    ReportedCount.objects.update(language="en-GB")
    with bring_in("counts", tmp_path / "a.csv") as again:
        assert rows_of(again) == {"already_here": 1}


def test_most_of_the_printed_figures_have_a_language() -> None:
    with bring_in("counts", COUNTS, commit=True):
        pass
    found = Counter(ReportedCount.objects.values_list("language", flat=True))
    assert found == {"en": 50, "ru": 30, "": 19, "be": 12, "uk": 3, "it": 1, "pl": 1, "sl": 1}


def test_a_constant_of_the_mapping_holds_for_bare_numbers_too() -> None:
    with bring_in("events", OVD_INFO, commit=True, skip_refused=True):
        pass
    assert set(ReportedCount.objects.values_list("language", flat=True)) == {"ru"}


def test_the_words_are_marked_with_their_language_on_the_page(tmp_path: Path) -> None:
    path = counts_file(tmp_path / "a.csv", count_row(count_text="больш за 10", **_WORDS))
    with bring_in("counts", path, commit=True, publisher=reviewer()):
        pass
    for address in (f"/sundays/{SUNDAY}/", f"/sundays/{SUNDAY}/minsk/"):
        assert '<q lang="be">больш за 10</q>' in Client().get(address).content.decode()
    (figure,) = Client().get("/api/v1/reported-counts/").json()["results"]
    assert (figure["phrase"], figure["language"]) == ("больш за 10", "be")
