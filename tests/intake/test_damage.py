"""Damaged files: every fault is named by line, column, value and reason; nothing is written."""

from pathlib import Path

import pytest

from detentions.intake import UnusableError
from tests.intake.files import (
    COUNT_COLUMNS,
    bring_in,
    bring_some_places,
    contents,
    count_row,
    problems,
    rows_of,
)

pytestmark = pytest.mark.django_db

# Cells of a row, the column that has to be named, its value, and a piece of the reason.
DAMAGE: list[tuple[dict[str, str], str, str, str]] = [
    ({"event_date": ""}, "event_date", "", "empty"),
    ({"event_date": "08.11.2020"}, "event_date", "08.11.2020", "write it as YYYY-MM-DD"),
    ({"event_date": "2020-11-31"}, "event_date", "2020-11-31", "does not exist"),
    ({"event_date": "2029-11-08"}, "event_date", "2029-11-08", "not come yet"),
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
    ({"publisher": "a\0b"}, "publisher", "a␀b", "NUL"),
]


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


def _line(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def test_each_kind_of_damage_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    lines = [",".join(COUNT_COLUMNS), _line(count_row(note="one\ntwo\nthree"))]
    lines += [_line(count_row(**cells)) for cells, *_said in DAMAGE]
    lines += [
        _line(count_row()[:-3]),
        _line([*count_row(), "left over"]),
        _line(count_row()).replace('"Minsk"', '"Min"sk"'),
        _line(count_row(note="x" * 140_000)),
    ]
    path = tmp_path / "damaged.csv"
    path.write_bytes("\r\n".join(lines).encode())
    before = contents()
    with bring_in("counts", path, commit=True) as report:
        named = {line: (column, value, reason) for line, column, value, reason in problems(report)}
        assert rows_of(report) == {"new": 1, "refused": len(DAMAGE) + 4}
    assert contents() == before
    # The first row takes three lines of the file.
    for line, (_cells, column, value, piece) in enumerate(DAMAGE, start=5):
        assert named[line][:2] == (column, value), (line, named[line])
        assert piece in named[line][2], (line, named[line])
    after = 5 + len(DAMAGE)
    assert named[after][0] == "url"
    assert "14 of 17 cells" in named[after][2]
    assert named[after + 1][1] == "left over"
    assert "cell 18 has no column" in named[after + 1][2]
    assert "quotation mark" in named[after + 2][2]
    assert "more than" in named[after + 3][2]


def test_several_faults_of_one_row_are_all_named(tmp_path: Path) -> None:
    path = tmp_path / "damaged.csv"
    row = count_row(event_date="soon", kind="arrested", url="gazette")
    path.write_text(",".join(COUNT_COLUMNS) + "\n" + _line(row) + "\n", encoding="utf-8")
    with bring_in("counts", path) as report:
        assert [found[:2] for found in problems(report)] == [
            (2, "event_date"),
            (2, "kind"),
            (2, "url"),
        ]


def test_a_quotation_mark_that_is_never_closed_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "damaged.csv"
    good = _line(count_row())
    text = "\n".join([",".join(COUNT_COLUMNS), good, '"' + good[1:-1], good])
    path.write_text(text + "\n", encoding="utf-8")
    with bring_in("counts", path) as report:
        ((line, _column, value, reason),) = problems(report)
        assert (line, value) == (3, "lines 3 to 4")
        assert "not closed" in reason


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n", "is empty"),
        (b"PK\x03\x04xlsx", "XLSX"),
        ("a,b\n".encode("utf-16"), "UTF-16"),
        (b"a,b\nc,d\n" + "Минск, задержано".encode("cp1251"), "byte 8 (line 3)"),
        ("a,b\nMińsk".encode() + b",caf\xe9\n", "Latin-1"),
        (b"event_date;weekday;scope\n", "no column “event_date”"),
        (b'"a,b\n', "no header"),
    ],
)
def test_an_unusable_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(UnusableError) as refused:
        bring_in("counts", path)
    assert said in str(refused.value)


def test_a_file_in_windows_1251_is_told_how_to_be_converted(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"x" * 70_000 + b"\n" + "Минск".encode("cp1251"))
    with pytest.raises(UnusableError) as refused:
        bring_in("counts", path)
    assert "byte 70001 (line 2)" in str(refused.value)
    assert "iconv -f CP1251 -t UTF-8" in str(refused.value)


def test_a_missing_column_is_named_with_near_matches(tmp_path: Path) -> None:
    header = ",".join(COUNT_COLUMNS).replace("count_text", "count_txt")
    path = tmp_path / "file.csv"
    path.write_text(header + "\n", encoding="utf-8")
    with pytest.raises(UnusableError) as refused:
        bring_in("counts", path)
    assert "“count_text”" in str(refused.value)
    assert "count_txt" in str(refused.value)


def test_a_column_that_is_there_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(",".join([*COUNT_COLUMNS, "url"]) + "\n", encoding="utf-8")
    with pytest.raises(UnusableError) as refused:
        bring_in("counts", path)
    assert "“url” is there 2 times" in str(refused.value)


def test_a_byte_order_mark_and_old_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    text = ",".join(COUNT_COLUMNS) + "\r" + _line(count_row()) + "\r"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    with bring_in("counts", path) as report:
        assert rows_of(report) == {"new": 1}


def test_a_line_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(",".join(COUNT_COLUMNS) + "\n" + "x" * 2_100_000, encoding="utf-8")
    with pytest.raises(UnusableError, match="Line 2"):
        bring_in("counts", path)
