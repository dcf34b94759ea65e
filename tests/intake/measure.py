"""Rows a second and peak memory of a dry run: the 39 monthly sheets in one file, and one sheet.

Run as `python -m tests.intake.measure` with a migrated database (`make run` has made one), or with
`--commit` to enter the rows into the one that
DATABASE_URL names, which has to be a migrated scratch one.
"""

import csv
import os
import sys
import time
import tracemalloc
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import django

SHEETS = Path(__file__).resolve().parents[3] / "shared" / "data" / "ccc_monthly"
COLUMNS = (
    *("CityTown", "Location", "StateTerritory", "Date", "EventType", "ReportedArrests"),
    *("Source1", "Source2", "Source3"),
)


def main(arguments: list[str]) -> int:
    """Measure a small and a large file, or say that the sheets are not there."""
    if not SHEETS.is_dir():
        sys.stderr.write("ccc_monthly is not beside this checkout (looked in ../shared/data)\n")
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    months = sorted(SHEETS.glob("*.csv"))
    with TemporaryDirectory() as directory:
        whole = Path(directory) / "all.csv"
        _join(months, whole)
        for path in (months[0], whole):
            for traced in (False, True):
                print(_measure(path, traced, commit="--commit" in arguments))  # noqa: T201
    return 0


def _join(months: list[Path], target: Path) -> None:
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        for path in months:
            with path.open(encoding="utf-8", newline="") as sheet:
                writer.writerows(csv.DictReader(sheet))


def _measure(path: Path, traced: bool, *, commit: bool) -> str:
    from detentions import intake

    request = intake.Request(
        kind="events",
        path=path,
        today=date(2026, 1, 15),
        mapping="ccc",
        commit=commit and not traced,
        skip_refused=True,
    )
    if traced:
        tracemalloc.start()
    began = time.perf_counter()
    with intake.run(request) as report:
        took = time.perf_counter() - began
        if not traced:
            return f"{path.name}: {report.total} rows, {report.total / took:.0f} rows/s"
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return f"{path.name}: {report.total} rows, peak {peak / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
