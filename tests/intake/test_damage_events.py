"""Damaged files of events."""

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
from tests.intake.files import bring_in, bring_some_places, problems, rows_of, write
from tests.staff import enter_organisation

pytestmark = pytest.mark.django_db

EVENTS = Sort(
    "events",
    (
        *("date", "city", "name", "name_ru", "other_names", "kind", "authorisation"),
        *(
            "place_detail",
            "start_time",
            "links",
            "organisation",
            "detained",
            "notes",
            "description",
        ),
    ),
    {
        "date": "2020-11-08",
        "city": "Minsk",
        "name": "March of the Testers",
        "links": "https://gazette.example/1",
        "organisation": "Counters of Testburg",
        "detained": "10",
    },
    of_several_lines="notes",
    mapping="events",
)
FAULTS: list[Fault] = [
    *OF_A_DAY_IN_A_CITY,
    ({"city": "slug:nowhere"}, "city", "slug:nowhere", "no such place"),
    ({"city": "Gorodishche"}, "city", "Gorodishche", "several places"),
    ({"city": "Minsk; Homel"}, "detained", "10", "cannot be divided"),
    ({"name": ""}, "name", "", "empty"),
    ({"name": "n" * 301}, "name", "n" * 301, "at most 300"),
    ({"name_ru": "п" * 301}, "name_ru", "п" * 301, "at most 300"),
    ({"other_names": "n" * 301}, "other_names", "n" * 301, "at most 300"),
    ({"kind": "riot"}, "kind", "riot", "not one of"),
    ({"authorisation": "perhaps"}, "authorisation", "perhaps", "not one of"),
    ({"place_detail": "p" * 301}, "place_detail", "p" * 301, "at most 300"),
    ({"start_time": "5 pm"}, "start_time", "5 pm", "write it like 17:00"),
    ({"start_time": "25:00"}, "start_time", "25:00", "write it like 17:00"),
    ({"links": ""}, "links", "", "needs a source"),
    ({"links": "see the Gazette"}, "links", "", "needs a source"),
    ({"organisation": ""}, "organisation", "", "needs the organisation"),
    ({"organisation": "o" * 201}, "organisation", "o" * 201, "at most 200"),
    ({"organisation": "Twins"}, "organisation", "Twins", "several organisations"),
    ({"detained": "see above"}, "detained", "see above", "another row"),
    ({"detained": "-5"}, "detained", "-5", "fewer than 0"),
    ({"detained": "99999999999"}, "detained", "99999999999", "the largest kept"),
    ({"detained": "1" * 501}, "detained", "1" * 501, "at most 500"),
]


@pytest.fixture(autouse=True)
def _here(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    enter_organisation("north", name="Twins North", short_name="Twins")
    enter_organisation("south", name="Twins South", short_name="Twins")


def test_each_fault_of_a_row_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    check_faults(EVENTS, tmp_path / "events.csv", FAULTS)


@pytest.mark.parametrize(("content", "said"), unusable(EVENTS))
def test_an_unusable_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, said: str
) -> None:
    check_unusable(EVENTS, tmp_path / "events.csv", content, said)


def test_a_number_that_two_different_rows_bear_is_refused(tmp_path: Path) -> None:
    """Else the second run could not tell which of the two events is which."""
    mapping = tmp_path / "numbered.json"
    mapping.write_text(
        """{"kind": "events", "fields": {"reference": "no", "date": "day", "city": "town",
        "name": "what"}, "dataset": {"title": "Our list"}}""",
        encoding="utf-8",
    )
    rows = [
        ("1", "2020-11-08", "Minsk", "March"),
        ("2", "2020-11-08", "Minsk", "Picket"),
        ("1", "2020-11-09", "Homel", "Rally"),
        ("2", "2020-11-08", "Minsk", "Picket"),
    ]
    path = write(tmp_path / "list.csv", ("no", "day", "town", "what"), rows)
    with bring_in("events", path, mapping=str(mapping), commit=True) as report:
        assert rows_of(report) == {"new": 2, "refused": 1, "already_here": 1}
        ((line, column, value, reason),) = problems(report)
        assert (line, column, value) == (4, "no", "1")
        assert "line 2" in reason
        assert not report.committed
