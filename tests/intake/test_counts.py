"""The 117 printed figures: read, entered once, taken back."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from detentions import intake
from detentions.models import IntakeBatch, Organisation, ReportedCount, Source
from tests.intake.files import (
    BOOKKEEPING,
    COUNTS,
    PLACES,
    bring_in,
    bring_some_places,
    contents,
    count_row,
    counts_file,
    problems,
    rows_of,
)
from tests.staff import enter_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


def test_all_117_figures_are_read_and_every_place_is_found() -> None:
    with bring_in("counts", COUNTS) as report:
        assert rows_of(report) == {"new": 117}
        assert problems(report) == []
        assert report.created["reported counts"] == 117
        assert report.summary()["rows"]["total"] == 117


def test_the_dry_run_leaves_every_table_as_it_was() -> None:
    before = contents()
    with bring_in("counts", COUNTS):
        assert contents() == before


def test_figures_are_entered_once_and_taken_back_whole() -> None:
    before = contents(but=BOOKKEEPING, views=True)
    with bring_in("counts", COUNTS, commit=True) as report:
        assert report.committed
    after = contents(but=BOOKKEEPING, views=True)
    assert ReportedCount.objects.count() == 117
    with bring_in("counts", COUNTS, commit=True) as again:
        assert rows_of(again) == {"already_here": 117}
        assert not again.committed
    assert contents(but=BOOKKEEPING, views=True) == after != before
    intake.undo(report.batch)
    assert contents(but=BOOKKEEPING, views=True) == before


def test_the_figures_stand_as_printed() -> None:
    with bring_in("counts", COUNTS, commit=True):
        pass
    counts = ReportedCount.objects.select_related("organisation", "city", "region", "source")
    assert Counter(count.qualifier for count in counts) == {
        "exactly": 60,
        "more_than": 28,
        "at_least": 11,
        "about": 9,
        "unquantified": 7,
        "none_reported": 2,
    }
    assert Counter(count.measure for count in counts) == {
        "detained": 90,
        "names_on_list": 14,
        "held_pending_court": 11,
        "released": 2,
    }
    listed = counts.get(phrase="1,003 (text: more than 1,000)")
    assert (listed.low, listed.high, listed.measure) == (1003, 1003, "names_on_list")
    growing = counts.get(phrase="405 (headline: over 400)")
    assert growing.as_of == datetime(2020, 11, 8, 17, tzinfo=ZoneInfo("Europe/Minsk"))
    assert growing.source.url == (
        "https://www.slovoidilo.ua/2020/11/08/novyna/svit/protestiv-bilorusi-zatrymaly-400-osib"
    )
    assert {count.region.slug for count in counts if count.region} == {
        "outside-minsk",
        "minsk-and-district",
        "vitebsk-region",
        "hrodna-region",
    }
    assert Counter(count.city.slug for count in counts if count.city) == {
        "minsk": 33,
        "hrodna": 1,
        "vitebsk": 2,
        "homel": 1,
        "zhlobin": 1,
    }


def test_one_address_is_one_source_and_known_counters_have_their_names() -> None:
    with bring_in("counts", COUNTS, commit=True) as report:
        assert "Human Rights Center Viasna" in report.new_organisations
    assert Source.objects.exclude(url="").count() == 79
    # An article without an address, and what ten agencies wrote that others repeat.
    unknown = Source.objects.filter(url="")
    assert unknown.get(echoes=None).publisher == Organisation.objects.get(slug="rferl")
    assert unknown.exclude(echoes=None).distinct().count() == 10
    viasna = Organisation.objects.get(slug="viasna")
    assert viasna.counts_towards_headlines
    assert viasna.rank == 1
    assert Source.objects.filter(url__contains="t.me/viasna96", publisher=viasna).count() == 10
    assert Source.objects.get(url="https://t.me/viasna96/1971").kind == "channel_post"


def test_an_organisation_that_is_here_is_found_by_slug_short_name_and_name(tmp_path: Path) -> None:
    first = counts_file(tmp_path / "a.csv", count_row(counted_by="Viasna"))
    with bring_in("counts", first, commit=True):
        pass
    names = ("viasna", "VIASNA", "Human Rights Center Viasna", "Вясна", "Viasna (Telegram)")
    rows = [count_row(counted_by=name, count_text=str(n)) for n, name in enumerate(names)]
    with bring_in("counts", counts_file(tmp_path / "b.csv", *rows)) as report:
        assert rows_of(report) == {"new": 5}
        assert report.new_organisations == []


def test_equal_numbers_in_different_sources_are_different_figures(tmp_path: Path) -> None:
    path = counts_file(tmp_path / "c.csv", count_row(), count_row(url="https://gazette.example/2"))
    with bring_in("counts", path) as report:
        assert rows_of(report) == {"new": 2}


def test_a_row_that_the_file_repeats_is_named_by_the_first_line(tmp_path: Path) -> None:
    path = counts_file(
        tmp_path / "c.csv", count_row(), count_row(obs="2", place_printed="Мінск", seen_in="x")
    )
    with bring_in("counts", path) as report:
        assert rows_of(report) == {"new": 1, "already_here": 1}
        assert [finding["same_as_line"] for finding in report.findings()] == [2]


def test_a_corrected_row_changes_its_figure_and_a_blank_cell_changes_nothing(
    tmp_path: Path,
) -> None:
    first = counts_file(tmp_path / "a.csv", count_row(note="from the headline"))
    with bring_in("counts", first, commit=True):
        pass
    second = counts_file(tmp_path / "b.csv", count_row(count_min="12", count_max="12"))
    with bring_in("counts", second, commit=True) as report:
        assert rows_of(report) == {"changed": 1}
        (finding,) = report.findings()
        assert finding["differences"] == ["low: 10 → 12", "high: 10 → 12"]
        assert "reads as “10”" in finding["notices"][0]["reason"]
    count = ReportedCount.objects.get()
    assert (count.low, count.high, count.remark) == (12, 12, "from the headline")
    intake.undo(report.batch)
    count.refresh_from_db()
    assert (count.low, count.high) == (10, 10)


def test_a_list_that_grows_under_one_address_gives_a_figure_for_each_time(tmp_path: Path) -> None:
    early = count_row(as_of="2020-11-08 15:00")
    late = count_row(as_of="2020-11-08 19:00")
    with bring_in("counts", counts_file(tmp_path / "a.csv", early), commit=True):
        pass
    with bring_in("counts", counts_file(tmp_path / "b.csv", early, late), commit=True) as report:
        assert rows_of(report) == {"already_here": 1, "new": 1}
    assert ReportedCount.objects.count() == 2


def test_where_the_numbers_are_blank_the_words_are_read(tmp_path: Path) -> None:
    blank = {"qualifier": "", "count_min": "", "count_max": ""}
    path = counts_file(tmp_path / "a.csv", count_row(count_text="больш чым 460", **blank))
    with bring_in("counts", path, commit=True):
        pass
    count = ReportedCount.objects.get()
    assert (count.qualifier, count.low, count.high) == ("more_than", 461, None)


def test_a_place_that_several_bear_is_asked_about_and_named_by_its_slug(tmp_path: Path) -> None:
    path = counts_file(tmp_path / "a.csv", count_row(place_printed="Gorodishche"))
    with bring_in("counts", path, commit=True) as report:
        assert rows_of(report) == {"ambiguous": 1}
        ((line, column, value, reason),) = problems(report)
        assert (line, column, value) == (2, "place_printed", "Gorodishche")
        for slug in ("slug:gorodishche", "slug:gorodishche-mi", "slug:gorodishche-ma"):
            assert slug in reason
        assert not report.committed
    path = counts_file(tmp_path / "a.csv", count_row(place_printed="slug:gorodishche-mi"))
    with bring_in("counts", path, commit=True):
        pass
    assert ReportedCount.objects.get().city.slug == "gorodishche-mi"  # type: ignore[union-attr]


def test_one_refused_row_keeps_all_out_unless_it_is_left_out(tmp_path: Path) -> None:
    path = counts_file(tmp_path / "a.csv", count_row(), count_row(count_min="ten", count_text="9"))
    with bring_in("counts", path, commit=True) as report:
        assert rows_of(report) == {"new": 1, "refused": 1}
        assert not report.committed
    assert not IntakeBatch.objects.exists() or ReportedCount.objects.count() == 0
    with bring_in("counts", path, commit=True, skip_refused=True) as report:
        assert report.committed
        assert report.blocked == 1
    batch = IntakeBatch.objects.get(pk=report.batch)
    assert batch.summary["rows"]["refused"] == 1
    assert ReportedCount.objects.count() == 1


def test_a_name_that_several_organisations_bear_is_asked_about(tmp_path: Path) -> None:
    enter_organisation("north", name="Counters North", short_name="Counters")
    enter_organisation("south", name="Counters South", short_name="Counters")
    path = counts_file(tmp_path / "a.csv", count_row(counted_by="Counters"))
    with bring_in("counts", path) as report:
        ((_line, column, _value, reason),) = problems(report)
        assert rows_of(report) == {"ambiguous": 1}
        assert column == "counted_by"
        assert "north, south" in reason


def test_a_declined_place_is_found_and_pointed_out(tmp_path: Path) -> None:
    path = counts_file(tmp_path / "a.csv", count_row(place_printed="в Витебске"))
    with bring_in("counts", path) as report:
        assert rows_of(report) == {"new": 1}
        (finding,) = report.findings()
        assert "declined form of Vitebsk" in finding["notices"][0]["reason"]


def test_every_place_of_the_117_figures_is_found_among_all_of_the_gazetteer() -> None:
    """Twenty-six of its names belong to several places; none of those is guessed."""
    with bring_in("cities", PLACES, commit=True):
        pass
    with bring_in("counts", COUNTS, commit=True) as report:
        assert problems(report) == []
        assert rows_of(report) == {"new": 117}
    found = ReportedCount.objects.exclude(city=None).values_list("city__slug", flat=True)
    assert {"minsk", "hrodna", "homel"} <= set(found)
