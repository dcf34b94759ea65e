"""Damaged files of counts: every fault is named by line, column, value and reason."""

from pathlib import Path

import pytest

from detentions.intake import UnusableError
from tests.intake.damage import Fault, Sort, check_faults, check_unusable, quoted, unusable
from tests.intake.files import (
    COUNT_COLUMNS,
    PLAIN,
    bring_in,
    bring_some_places,
    count_row,
    problems,
    rows_of,
)

pytestmark = pytest.mark.django_db

FAULTS: list[Fault] = [
    ({"event_date": ""}, "event_date", "", "empty"),
    ({"event_date": "08.11.2020"}, "event_date", "08.11.2020", "write it as YYYY-MM-DD"),
    ({"event_date": "2020-11-31"}, "event_date", "2020-11-31", "does not exist"),
    ({"event_date": "2999-11-08"}, "event_date", "2999-11-08", "not come yet"),
    ({"event_date": "1020-11-08"}, "event_date", "1020-11-08", "before 1900"),
    ({"weekday": "Sat"}, "weekday", "Sat", "2020-11-08 was a Sun"),
    ({"scope": "town"}, "scope", "town", "not one of national, city, region"),
    ({"place_printed": ""}, "place_printed", "", "empty"),
    ({"place_printed": "Atlantis"}, "place_printed", "Atlantis", "no such place"),
    ({"scope": "region"}, "place_printed", "Minsk", "no such place"),
    ({"place_printed": "slug:nowhere"}, "place_printed", "slug:nowhere", "no such place"),
    ({"kind": "arrested"}, "kind", "arrested", "not one of"),
    ({"group": "plumbers"}, "group", "plumbers", "not one of"),
    ({"count_min": "ten"}, "count_min", "ten", "no whole number"),
    ({"count_min": "1,024"}, "count_min", "1,024", "digits alone"),
    ({"count_max": "-5"}, "count_max", "-5", "digits alone"),
    ({"count_min": "99999999999"}, "count_min", "99999999999", "larger than"),
    ({"count_max": "9"}, "qualifier", "exact 10–9", "both bounds are the same"),
    ({"qualifier": "at_least"}, "qualifier", "at_least 10–10", "no high bound"),
    ({"qualifier": "roughly"}, "qualifier", "roughly", "not one of"),
    (
        {"qualifier": "", "count_min": "", "count_max": "", "count_text": "see above"},
        "count_text",
        "see above",
        "another row",
    ),
    ({"count_text": "1" * 501}, "count_text", "1" * 501, "at most 500"),
    ({"as_of": "teatime"}, "as_of", "teatime", "Write it like"),
    ({"as_of": "2020-11-08 25:00"}, "as_of", "2020-11-08 25:00", "no time 25:00"),
    ({"as_of": "2020-11-07"}, "as_of", "2020-11-07", "before the day that is counted"),
    ({"counted_by": ""}, "counted_by", "", "empty"),
    ({"url": "gazette"}, "url", "gazette", "no web address"),
    ({"url": "", "publisher": ""}, "url", "", "no source"),
    ({"note": "n" * 501}, "note", "n" * 501, "at most 500"),
]


COUNTS = Sort("counts", COUNT_COLUMNS, PLAIN, of_several_lines="obs", mapping="belarus-counts")


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


def test_each_fault_of_a_row_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    check_faults(COUNTS, tmp_path / "counts.csv", FAULTS)


@pytest.mark.parametrize(("content", "said"), unusable(COUNTS))
def test_an_unusable_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, said: str
) -> None:
    check_unusable(COUNTS, tmp_path / "counts.csv", content, said)


def test_several_faults_of_one_row_are_all_named(tmp_path: Path) -> None:
    path = tmp_path / "damaged.csv"
    row = count_row(event_date="soon", kind="arrested", url="gazette")
    path.write_text(",".join(COUNT_COLUMNS) + "\n" + quoted(row) + "\n", encoding="utf-8")
    with bring_in("counts", path) as report:
        assert [found[:2] for found in problems(report)] == [
            (2, "event_date"),
            (2, "kind"),
            (2, "url"),
        ]


def test_a_quotation_mark_that_is_never_closed_is_named_by_itsquoted(tmp_path: Path) -> None:
    path = tmp_path / "damaged.csv"
    good = quoted(count_row())
    text = "\n".join([",".join(COUNT_COLUMNS), good, '"' + good[1:-1], good])
    path.write_text(text + "\n", encoding="utf-8")
    with bring_in("counts", path) as report:
        ((line, _column, value, reason),) = problems(report)
        assert (line, value) == (3, "lines 3 to 4")
        assert "not closed" in reason


def test_a_file_in_windows_1251_is_told_how_to_be_converted(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"x" * 70_000 + b"\n" + "Минск".encode("cp1251"))
    with pytest.raises(UnusableError) as refused:
        bring_in("counts", path)
    assert "byte 70001 (line 2)" in str(refused.value)
    assert "iconv -f CP1251 -t UTF-8" in str(refused.value)


def test_a_byte_order_mark_and_old_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    text = ",".join(COUNT_COLUMNS) + "\r" + quoted(count_row()) + "\r"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    with bring_in("counts", path) as report:
        assert rows_of(report) == {"new": 1}
