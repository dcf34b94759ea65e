"""A large file takes the memory of a small one."""

import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from detentions.intake import lots
from detentions.models import Event
from tests.intake.files import bring_in, write

pytestmark = pytest.mark.django_db

HEADER = (
    *("CityTown", "Location", "StateTerritory", "Date", "EventType", "ReportedArrests"),
    *("Source1", "Source2", "Source3"),
)
SMALL, LARGE = 60, 180


@pytest.fixture(autouse=True)
def _small_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sixty rows be more than one lot: tracing memory is slow."""
    monkeypatch.setattr(lots, "LOT", 30)


def _rows(number: int) -> Iterator[tuple[str, ...]]:
    for n in range(number):
        day = f"{n // 200 % 12 + 1}/{n // 20 % 28 + 1}/2019"
        link = f"https://gazette.example/{n}"
        town = f"Testburg {n % 40}"
        yield town, f"Square {n}", "CA", day, "rally", str(n % 3), link, "", ""


def _peak(path: Path, *, commit: bool) -> float:
    tracemalloc.start()
    try:
        with bring_in("events", path, mapping="ccc", commit=commit) as report:
            assert report.blocked == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_the_dry_run_of_three_times_the_rows_takes_no_more_than_a_half_more(tmp_path: Path) -> None:
    small = write(tmp_path / "small.csv", HEADER, _rows(SMALL))
    large = write(tmp_path / "large.csv", HEADER, _rows(LARGE))
    _peak(small, commit=False)
    assert _peak(large, commit=False) < 1.5 * _peak(small, commit=False)


def test_entering_three_times_the_rows_takes_no_more_than_a_half_more(tmp_path: Path) -> None:
    small = write(tmp_path / "small.csv", HEADER, _rows(SMALL))
    large = write(tmp_path / "large.csv", HEADER, _rows(LARGE))
    few = _peak(small, commit=True)
    many = _peak(large, commit=True)
    assert Event.objects.count() == LARGE
    assert many < 1.5 * few
