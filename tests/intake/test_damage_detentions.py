"""Damaged files of detentions."""

from pathlib import Path

import pytest

from tests.intake.damage import (
    OF_A_DAY_IN_A_CITY,
    Fault,
    Sort,
    check_faults,
    check_unusable,
    unusable,
)
from tests.intake.files import bring_in, bring_some_places, problems, rows_of
from tests.staff import enter_detainee

pytestmark = pytest.mark.django_db

DETENTIONS = Sort(
    "detentions",
    (
        *("date", "city", "name", "person", "other_names", "year_of_birth", "age", "sex"),
        *("occupation", "citizenship", "name_publication", "pseudonym", "consent_by"),
        *("publication_reason", "time", "place_detail", "event", "detained_by", "force_used"),
        *("roles", "step", "step_date", "days", "article", "code_edition"),
        *("person_notes", "notes", "links"),
    ),
    {
        "date": "2020-11-08",
        "city": "Minsk",
        "name": "Pavel Invented",
        "person": "new",
        "links": "https://gazette.example/1",
    },
    of_several_lines="notes",
    mapping="detentions",
)
FAULTS: list[Fault] = [
    *OF_A_DAY_IN_A_CITY,
    ({"city": "Gorodishche"}, "city", "Gorodishche", "several places"),
    ({"name": ""}, "name", "", "unnamed people are a figure"),
    ({"name": "n" * 201}, "name", "n" * 201, "at most 200"),
    ({"name": "Nina Namesake", "person": ""}, "name", "Nina Namesake", "people of this name"),
    ({"person": "nobody0000000000"}, "person", "nobody0000000000", "no detainee has this id"),
    ({"other_names": "n" * 201}, "other_names", "n" * 201, "at most 200"),
    ({"year_of_birth": "1820"}, "year_of_birth", "1820", "before 1880"),
    ({"year_of_birth": "3000"}, "year_of_birth", "3000", "larger than 2100"),
    ({"year_of_birth": "’85"}, "year_of_birth", "’85", "digits alone"),
    ({"age": "121"}, "age", "121", "larger than 120"),
    ({"age": "-4"}, "age", "-4", "digits alone"),
    ({"sex": "unclear"}, "sex", "unclear", "not one of"),
    ({"occupation": "o" * 201}, "occupation", "o" * 201, "at most 200"),
    ({"citizenship": "Belarus"}, "citizenship", "Belarus", "ISO 3166-1"),
    ({"name_publication": "perhaps"}, "name_publication", "perhaps", "not one of"),
    ({"name_publication": "public"}, "consent_by", "", "who consented"),
    (
        {"name_publication": "pseudonym", "consent_by": "the person"},
        "pseudonym",
        "",
        "empty",
    ),
    (
        {"name": "", "pseudonym": "Wren", "name_publication": "initials", "consent_by": "kin"},
        "name",
        "",
        "no name to publish",
    ),
    ({"pseudonym": "p" * 101}, "pseudonym", "p" * 101, "at most 100"),
    ({"consent_by": "c" * 201}, "consent_by", "c" * 201, "at most 200"),
    ({"publication_reason": "r" * 301}, "publication_reason", "r" * 301, "at most 300"),
    ({"time": "noon"}, "time", "noon", "write it like 17:00"),
    ({"place_detail": "p" * 301}, "place_detail", "p" * 301, "at most 300"),
    ({"event": "nowhere"}, "event", "nowhere", "no event has this name"),
    ({"detained_by": "aliens"}, "detained_by", "aliens", "not one of"),
    ({"force_used": "magic"}, "force_used", "magic", "not one of"),
    ({"roles": "student; wizard"}, "roles", "wizard", "not one of"),
    ({"step": "vanished"}, "step", "vanished", "not one of"),
    ({"step": "released", "step_date": "2020-11-07"}, "step_date", "2020-11-07", "before"),
    ({"step": "released", "step_date": "9.11.2020"}, "step_date", "9.11.2020", "YYYY-MM-DD"),
    ({"step_date": "2020-11-09"}, "step", "", "say what happened"),
    ({"step": "administrative_arrest", "days": "ten"}, "days", "ten", "digits alone"),
    ({"step": "charged", "article": "23.34"}, "code_edition", "", "name the code's edition"),
    ({"step": "charged", "article": "2" * 41, "code_edition": "2020"}, "article", "2" * 41, "40"),
]


@pytest.fixture(autouse=True)
def _here(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    enter_detainee(name="Nina Namesake")


def test_each_fault_of_a_row_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    check_faults(DETENTIONS, tmp_path / "detentions.csv", FAULTS)


@pytest.mark.parametrize(("content", "said"), unusable(DETENTIONS))
def test_an_unusable_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, said: str
) -> None:
    check_unusable(DETENTIONS, tmp_path / "detentions.csv", content, said)


def test_two_rows_that_take_one_new_person_on_one_day_in_one_city_are_asked_about(
    tmp_path: Path,
) -> None:
    path = tmp_path / "detentions.csv"
    rows = [
        DETENTIONS.line(person="new:7", notes="as the Gazette has it"),
        DETENTIONS.line(person="new:7", notes="as the Herald has it"),
        DETENTIONS.line(person="new:7", date="2020-11-15"),
    ]
    path.write_text("\n".join([DETENTIONS.header, *rows]), encoding="utf-8")
    with bring_in("detentions", path, commit=True) as report:
        assert rows_of(report) == {"new": 2, "ambiguous": 1}
        ((line, column, value, reason),) = problems(report)
        assert (line, column, value) == (3, "person", "new:7")
        assert "line 2 takes the same person" in reason
        assert not report.committed
