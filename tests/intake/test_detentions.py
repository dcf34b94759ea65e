"""Files of detentions: people are told apart by asking; names stay withheld unless a row says."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from detentions import intake
from detentions.models import Detainee, Detention
from tests.intake.files import (
    BOOKKEEPING,
    bring_in,
    bring_some_places,
    contents,
    problems,
    rows_of,
    write,
)

pytestmark = pytest.mark.django_db

HEADER = (
    *("date", "time", "city", "name", "other_names", "person", "year_of_birth", "sex", "roles"),
    *("name_publication", "consent_by", "detained_by", "step", "step_date", "days", "article"),
    *("code_edition", "links", "citizenship"),
)
PLAIN = {
    "date": "2020-11-08",
    "city": "Minsk",
    "name": "Vydumany Ivan",
    "year_of_birth": "1990",
    "sex": "m",
    "roles": "doctor, student",
    "detained_by": "riot_police",
    "links": "https://gazette.example/1",
}


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


def _row(**cells: str) -> list[str]:
    return [{**PLAIN, **cells}.get(column, "") for column in HEADER]


def _bring(tmp_path: Path, *rows: Sequence[str], **options: Any) -> intake.Report:
    return bring_in("detentions", write(tmp_path / "detentions.csv", HEADER, rows), **options)


def test_a_row_is_a_person_a_taking_and_what_followed(tmp_path: Path) -> None:
    before = contents(but=BOOKKEEPING, views=True)
    row = _row(
        time="17:20",
        other_names="Выдуманы Іван",
        step="administrative_arrest",
        step_date="2020-11-10",
        days="15",
        article="23.34",
        code_edition="2003",
    )
    with _bring(tmp_path, row, commit=True) as report:
        assert rows_of(report) == {"new": 1}
    detention = Detention.objects.get()
    person = detention.detainee
    assert (person.name, person.name_publication, person.sex) == (
        "Vydumany Ivan",
        "withheld",
        "male",
    )
    assert person.names.get().name == "Выдуманы Іван"
    assert {role.role for role in detention.roles.all()} == {"medical_worker", "student"}
    assert (str(detention.time), detention.precision) == ("17:20:00", "minute")
    step = detention.custody_events.get()
    assert (step.kind, str(step.date), step.days) == ("administrative_arrest", "2020-11-10", 15)
    assert detention.citations.get().source.url == "https://gazette.example/1"
    with _bring(tmp_path, row, row, commit=True) as again:
        assert rows_of(again) == {"already_here": 2}
    intake.undo(report.batch)
    assert contents(but=BOOKKEEPING, views=True) == before


def test_a_name_that_is_here_is_asked_about(tmp_path: Path) -> None:
    with _bring(tmp_path, _row(), commit=True):
        pass
    person = Detainee.objects.get()
    sunday = {"date": "2020-11-15", "name": "Выдуманы Іван"}
    with _bring(tmp_path, _row(**sunday)) as report:
        ((_line, column, _value, reason),) = problems(report)
        assert rows_of(report) == {"ambiguous": 1}
        assert column == "name"
        assert f"{person.pk} (1990)" in reason
    with _bring(tmp_path, _row(**sunday, person=person.pk), commit=True):
        pass
    assert Detention.objects.filter(detainee=person).count() == 2
    with _bring(tmp_path, _row(date="2020-11-22", person="new"), commit=True):
        pass
    assert Detainee.objects.count() == 2


def test_one_name_twice_in_a_file_is_asked_about(tmp_path: Path) -> None:
    sunday = {"date": "2020-11-15"}
    with _bring(tmp_path, _row(), _row(**sunday)) as report:
        assert rows_of(report) == {"new": 1, "ambiguous": 1}
        assert "line 2 has the same name" in problems(report)[0][3]
    rows = [_row(person="new:1"), _row(**sunday, person="new:1"), _row(**sunday, person="new")]
    with _bring(tmp_path, *rows, commit=True) as report:
        assert rows_of(report) == {"new": 3}
    assert (Detainee.objects.count(), Detention.objects.count()) == (2, 3)


def test_what_is_new_about_a_detention_is_added(tmp_path: Path) -> None:
    with _bring(tmp_path, _row(), commit=True):
        pass
    row = _row(roles="minor", step="released", step_date="2020-11-09", time="18:00")
    with _bring(tmp_path, row, commit=True) as report:
        assert rows_of(report) == {"changed": 1}
    detention = Detention.objects.get()
    assert {role.role for role in detention.roles.all()} == {"medical_worker", "student", "minor"}
    assert detention.custody_events.get().kind == "released"
    assert str(detention.time) == "18:00:00"


def test_a_row_makes_no_time_more_exact_than_it_was(tmp_path: Path) -> None:
    with _bring(tmp_path, _row(time="17:20"), commit=True):
        pass
    Detention.objects.update(precision="about")
    with _bring(tmp_path, _row(time="17:20"), commit=True) as report:
        assert rows_of(report) == {"already_here": 1}
    with _bring(tmp_path, _row(time="18:00"), commit=True) as report:
        assert rows_of(report) == {"changed": 1}
    detention = Detention.objects.get()
    assert (str(detention.time), detention.precision) == ("18:00:00", "minute")


def test_each_fault_is_named(tmp_path: Path) -> None:
    faults = [
        ({"date": "yesterday"}, "date"),
        ({"city": "Atlantis"}, "city"),
        ({"name": ""}, "name"),
        ({"person": "nobody"}, "person"),
        ({"year_of_birth": "90"}, "year_of_birth"),
        ({"sex": "x"}, "sex"),
        ({"roles": "plumber"}, "roles"),
        ({"name_publication": "public"}, "consent_by"),
        ({"detained_by": "navy"}, "detained_by"),
        ({"step": "vanished"}, "step"),
        ({"step_date": "2020-11-09"}, "step"),
        ({"step": "released", "step_date": "2020-11-07"}, "step_date"),
        ({"step": "fined", "article": "23.34"}, "code_edition"),
        ({"time": "25:00"}, "time"),
        ({"citizenship": "Belarus"}, "citizenship"),
        ({"citizenship": "ZZ"}, "citizenship"),
    ]
    rows = [_row(**cells) for cells, _column in faults]
    with _bring(tmp_path, *rows) as report:
        found = [(line, column) for line, column, _value, _reason in problems(report)]
    assert found == [(line, column) for line, (_cells, column) in enumerate(faults, start=2)]


def test_two_rows_about_one_detention_that_is_here_are_asked_about(tmp_path: Path) -> None:
    with _bring(tmp_path, _row(), commit=True):
        pass
    with _bring(tmp_path, _row(), _row(time="18:00")) as report:
        assert rows_of(report) == {"already_here": 1, "ambiguous": 1}
        assert "several rows or detentions" in problems(report)[0][3]
