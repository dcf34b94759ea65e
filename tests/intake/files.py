"""Files for intake, and what the database holds before and after."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection

from detentions import intake

DATA = Path(__file__).resolve().parent.parent / "data"
SHIPPED = Path(__file__).resolve().parent.parent.parent / "detentions" / "data"
COUNTS = DATA / "belarus_2020_counts.csv"
OVD_INFO = DATA / "ovdinfo_2011_2012.csv"
PLACES = SHIPPED / "belarus_places.csv"
TODAY = date(2026, 1, 15)
# Minsk, Homel, Hrodna, Vitebsk, Zhlobin, and the three places called Gorodishche.
SOME_PLACES = ("625144", "627907", "627904", "620127", "618806", "628175", "628171", "8019633")
COUNT_COLUMNS = [
    *("obs", "event_date", "weekday", "scope", "place_printed", "kind", "group"),
    *("count_text", "count_min", "count_max", "qualifier", "as_of"),
    *("counted_by", "publisher", "url", "seen_in", "note"),
]
# Exactly 10 people in Minsk on 8 November 2020.
PLAIN = {
    "event_date": "2020-11-08",
    "weekday": "Sun",
    "scope": "city",
    "place_printed": "Minsk",
    "kind": "detained",
    "group": "everyone",
    "count_text": "10",
    "count_min": "10",
    "count_max": "10",
    "qualifier": "exact",
    "as_of": "2020-11-08 17:00",
    "counted_by": "Counters of Testburg",
    "publisher": "The Invented Gazette",
    "url": "https://gazette.example/1",
}


def bring_in(kind: str, path: Path, **options: Any) -> intake.Report:
    """Run the intake of a file, as on the day TODAY."""
    return intake.run(intake.Request(kind=kind, path=path, today=TODAY, **options))


def rows_of(report: intake.Report) -> dict[str, int]:
    """Return how many rows have each status that any has."""
    return {str(status): number for status, number in report.rows.items() if number}


def problems(report: intake.Report) -> list[tuple[int, str, str, str]]:
    """Return line, column, value and reason of all that blocks rows."""
    return [
        (finding["line"], problem["column"], problem["value"], problem["reason"])
        for finding in report.findings()
        for problem in finding.get("problems", ())
    ]


def bring_some_places(tmp_path: Path) -> None:
    """Enter the eight places that most tests need, with all their names."""
    with PLACES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))
    chosen = [row for row in rows if row[0] in SOME_PLACES]
    path = write(tmp_path / "places.csv", rows[0], chosen)
    with bring_in("cities", path, commit=True) as report:
        assert report.committed


def write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    """Write a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def count_row(**cells: str) -> list[str]:
    """Return a row of a file of counts: exactly 10 people in Minsk on 8 November 2020."""
    return [{**PLAIN, **cells}.get(column, "") for column in COUNT_COLUMNS]


def counts_file(path: Path, *rows: Sequence[str]) -> Path:
    """Write a file of counts."""
    return write(path, COUNT_COLUMNS, rows)


def contents(*, but: Sequence[str] = (), views: bool = False) -> dict[str, list[str]]:
    """Return every row of every table, as text; `but` are beginnings of tables left out."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_list(cursor)
        wanted = [table.name for table in found if views or table.type != "v"]
        listed: dict[str, list[str]] = {}
        for name in sorted(wanted):
            if name.startswith(tuple(but) or ("-",)):
                continue
            cursor.execute(f'SELECT * FROM "{name}"')
            columns = [column[0] for column in cursor.description]
            listed[name] = sorted(
                repr(
                    [cell for column, cell in zip(columns, row, strict=True) if column != "version"]
                )
                for row in cursor.fetchall()
            )
    return listed


# What the project keeps about its own work, and accounts.
BOOKKEEPING = (
    "auth_",
    "django_",
    "detentions_dataversion",
    "detentions_change",
    "detentions_formerslug",
    "detentions_intakebatch",
    "detentions_batchrecord",
    "detentions_historical",
    "public_data_version",
    "public_changes",
    "public_former_slugs",
    "sqlite_",
)
