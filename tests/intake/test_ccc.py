"""The Crowd Counting Consortium's monthly sheets, which stay outside the project."""

import csv
from pathlib import Path

import pytest

from detentions import intake
from detentions.models import Event, ReportedCount
from tests.conftest import shared_data
from tests.intake.files import BOOKKEEPING, bring_in, contents, problems, rows_of, write

pytestmark = pytest.mark.django_db

HEADER = "CityTown,Location,StateTerritory,Date,EventType,ReportedArrests,Source1,Source2,Source3,"

_TALLIES = (
    *("rows", "arrests_blank", "arrests_numeric_cells"),
    *("arrests_numeric_sum", "arrests_text_cells"),
)


def test_each_month_has_exactly_the_rows_blanks_numbers_sum_and_texts_expected() -> None:
    months = sorted(shared_data("ccc_monthly").glob("*.csv"))
    with shared_data("ccc_expected_tallies.csv").open(encoding="utf-8", newline="") as stream:
        expected = {row["month"]: row for row in csv.DictReader(stream)}
    assert [path.stem for path in months] == sorted(expected)
    total = 0
    for path in months:
        want = expected[path.stem]
        with bring_in("events", path, mapping="ccc") as report:
            sums = report.sums
            assert sums is not None
            texts = {value for value, _reading, _rows in sums.texts(report.scratch)}
            found = (sums.rows, sums.blank, sums.numeric_cells, sums.numeric_sum, sums.text_cells)
            total += report.total
        assert found == tuple(int(want[column]) for column in _TALLIES), path.stem
        assert texts == set(filter(None, want["arrests_text_values"].split("|"))), path.stem
    assert total == 24_101


# The shortest of those with each of four headers; all 39 would take minutes.
SHEETS = ("2019-08", "2019-09", "2019-03", "2020-06")


def test_sheets_of_four_headers_are_entered_once_and_taken_back_whole() -> None:
    paths = [shared_data("ccc_monthly") / f"{month}.csv" for month in SHEETS]
    assert len({path.read_text(encoding="utf-8-sig").partition("\n")[0] for path in paths}) == len(
        SHEETS
    )
    options = {"mapping": "ccc", "commit": True, "skip_refused": True}
    states, batches = [contents(but=BOOKKEEPING, views=True)], []
    for path in paths:
        with bring_in("events", path, **options) as report:
            assert report.committed
            assert report.rows["new"] == report.created["events"] > 100
            batches.append(report.batch)
        states.append(contents(but=BOOKKEEPING, views=True))
    for path in paths:
        with bring_in("events", path, **options) as again:
            assert (again.rows["new"], again.rows["changed"], again.committed) == (0, 0, False)
    for batch, before in zip(batches[::-1], states[-2::-1], strict=True):
        intake.undo(batch)
        assert contents(but=BOOKKEEPING, views=True) == before


def _sheet(tmp_path: Path, *rows: str) -> Path:
    cells = [row.split("|") for row in rows]
    return write(tmp_path / "2020-02.csv", HEADER.split(","), cells)


def test_five_date_styles_and_typed_states_are_read(tmp_path: Path) -> None:
    rows = [
        f"Testburg|Town Hall|{state}|{day}|{kind}|{number}|https://gazette.example/{n}|Facebook||"
        for n, (state, day, kind, number) in enumerate(
            [
                ("CA ", "4/2/2017", "protest", "0"),
                ("Ca", "04/12/2017", "Rally", "4 (total pro and anti)"),
                ("CA", "2018-11-03", "march; rally", "several"),
                ("CA", "2018-11-3", "", "DEADLINK"),
                ("TΧ", "12/31/2019", "vigil", ""),
            ]
        )
    ]
    with bring_in("events", _sheet(tmp_path, *rows), commit=True) as report:
        assert report.mapping == "ccc"
        assert rows_of(report) == {"new": 5}
    events = list(Event.objects.order_by("date", "name").select_related("city__region"))
    assert [(event.name, event.kind) for event in events] == [
        ("Protest", "rally"),
        ("Rally", "rally"),
        ("Gathering", "other"),
        ("March; rally", "march"),
        ("Vigil", "other"),
    ]
    assert {(event.city.slug, event.city.region.slug) for event in events if event.city.region} == {
        ("testburg", "us-ca"),
        ("testburg-tx", "us-tx"),
    }
    assert events[0].notes == "Source1: Facebook"
    counts = [(count.qualifier, count.low) for count in ReportedCount.objects.order_by("date")]
    assert counts == [("exactly", 0), ("exactly", 4), ("unquantified", None)]


def test_rows_without_day_place_or_state_are_refused_by_what_they_lack(tmp_path: Path) -> None:
    rows = [
        "Testburg||CA|2019-04|protest|0||||",
        "Testburg||CA|week of August 20, 2018|protest|0||||",
        "Testburg||IA/IL|2019-04-01|protest|0||||",
        "online|||2019-04-01|protest|0||||",
        "|||||913||||",
        "|||||||||",
    ]
    with bring_in("events", _sheet(tmp_path, *rows)) as report:
        assert rows_of(report) == {"refused": 5, "empty": 1}
        assert [found[:2] for found in problems(report)][:4] == [
            (2, "Date"),
            (3, "Date"),
            (4, "region"),
            (5, "region"),
        ]
        assert report.sums is not None
        assert (report.sums.numeric_sum, report.sums.blocked_sum) == (913, 913)
