"""A batch opens a name like a single publication: never on the word of its publisher alone."""

from pathlib import Path
from typing import Any

import pytest

from detentions import entry, intake
from detentions.entry import Proposal
from detentions.models import Detainee, Detention
from tests.intake.files import bring_in, bring_some_places, problems, rows_of, write
from tests.staff import (
    SUNDAY,
    administrator,
    editor,
    enter_city,
    enter_detainee,
    enter_detention,
    enterer,
    reviewer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


@pytest.fixture
def person() -> Detainee:
    """Somebody whose name the reviewer, alone, has decided to publish."""
    return _decided_by(reviewer())


def _decided_by(user: Any, **values: str) -> Detainee:
    values = {"name_publication": "public", "consent_by": "herself, by phone", **values}
    there = enter_detainee(pseudonym="Person A")
    return entry.change(there, by=user, revision=there.revision, values=values)


def _bring(tmp_path: Path, person: Detainee, **options: Any) -> intake.Report:
    rows = [("2020-11-08", "Minsk", person.name, person.pk, "https://news.example/list")]
    path = write(tmp_path / "detentions.csv", ("date", "city", "name", "person", "links"), rows)
    return bring_in("detentions", path, commit=True, by=administrator(), **options)


@pytest.mark.parametrize("form", ["public", "initials", "pseudonym"])
def test_the_row_is_refused_by_name_and_nothing_is_written(tmp_path: Path, form: str) -> None:
    person = _decided_by(reviewer(), name_publication=form)
    with _bring(tmp_path, person, publisher=reviewer()) as report:
        ((line, column, value, reason),) = problems(report)
        assert (line, column, value) == (2, "person", person.pk)
        assert "somebody else makes it public" in reason
        assert not report.committed
    assert not Detention.objects.exists()


def test_another_publisher_or_a_draft_is_no_matter(tmp_path: Path, person: Detainee) -> None:
    with _bring(tmp_path, person) as report:
        assert report.committed
        intake.undo(report.batch)
    with _bring(tmp_path, person, publisher=editor()) as report:
        assert report.committed
    assert Detention.objects.get().state == "published"


def test_who_entered_the_batch_may_have_decided_on_the_name(tmp_path: Path) -> None:
    with _bring(tmp_path, _decided_by(administrator()), publisher=reviewer()) as report:
        assert report.committed


def test_a_name_that_stays_withheld_opens_nothing(tmp_path: Path) -> None:
    person = _decided_by(reviewer(), name_publication="withheld")
    with _bring(tmp_path, person, publisher=reviewer()) as report:
        assert report.committed


def test_a_person_who_is_public_already_is_not_opened_again(
    tmp_path: Path, person: Detainee
) -> None:
    detention = enter_detention(person, enter_city(), date=SUNDAY.replace(day=1))
    detention = entry.submit(detention, by=enterer(), revision=detention.revision)
    entry.publish(detention, by=editor(), revision=detention.revision)
    with _bring(tmp_path, person, publisher=reviewer()) as report:
        assert rows_of(report) == {"new": 1}
        assert report.committed


def test_the_writer_itself_refuses_whoever_hands_it_the_record(person: Detainee) -> None:
    proposal = Proposal(Detention, {"detainee_id": person.pk, "city": enter_city(), "date": SUNDAY})
    opened = entry.batch(
        by=administrator(), publisher=reviewer(), kind="demo", file_name="x", file_digest=""
    )
    with pytest.raises(entry.NotAllowedError, match="somebody else makes it public"), opened as new:
        new.create([proposal])
    assert not Detention.objects.exists()
