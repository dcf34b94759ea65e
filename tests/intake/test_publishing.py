"""Publishing an intake takes a second person by name; what it rests on is published with it."""

from pathlib import Path

import pytest

from detentions import entry, intake
from detentions.intake import UnusableError, named, second_person
from detentions.models import Change, DataVersion, Detention, ReportedCount, Source
from tests.intake.files import (
    bring_in,
    bring_some_places,
    contents,
    count_row,
    counts_file,
    problems,
    rows_of,
    write,
)
from tests.staff import administrator, editor, enter_source, enterer, reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one figure in the invented gazette."""
    return counts_file(tmp_path / "a.csv", count_row())


def test_a_batch_with_a_publisher_is_public_in_one_version(path: Path) -> None:
    before = DataVersion.objects.get().number
    with bring_in("counts", path, commit=True, publisher=reviewer()):
        pass
    count = ReportedCount.objects.get()
    assert (count.state, count.published_by) == ("published", reviewer())
    assert Source.objects.get().state == "published"
    assert {change.version for change in Change.objects.filter(version__gt=before)} == {before + 1}
    assert set(Change.objects.filter(version__gt=before).values_list("kind", flat=True)) == {
        "organisations",
        "sources",
        "reported-counts",
    }


def test_without_a_publisher_everything_stays_a_draft(path: Path) -> None:
    before = DataVersion.objects.get().number
    with bring_in("counts", path, commit=True):
        pass
    assert ReportedCount.objects.get().state == Source.objects.get().state == "draft"
    assert DataVersion.objects.get().number == before


def test_a_draft_source_that_a_figure_rests_on_is_published_with_it(path: Path) -> None:
    enter_source(url="https://gazette.example/1")
    with bring_in("counts", path, commit=True, publisher=reviewer()) as report:
        assert report.published == 1
        assert "sources" not in report.created
    source = Source.objects.get()
    assert (source.state, source.published_by) == ("published", reviewer())
    intake.undo(report.batch)
    source.refresh_from_db()
    assert (source.state, source.published_by) == ("draft", None)
    assert not ReportedCount.objects.exists()


def test_a_draft_that_the_publisher_entered_cannot_be_published_along(path: Path) -> None:
    enter_source(url="https://gazette.example/1")
    publisher = enterer()
    publisher.groups.set(reviewer().groups.all())
    publisher = type(publisher).objects.get(pk=publisher.pk)
    with bring_in("counts", path, commit=True, publisher=publisher) as report:
        assert rows_of(report) == {"refused": 1}
        ((_line, column, _value, reason),) = problems(report)
        assert column == "url"
        assert "somebody else has to publish it" in reason


def test_a_withdrawn_source_supports_nothing_that_is_published(path: Path) -> None:
    source = enter_source(url="https://gazette.example/1")
    source = entry.submit(source, by=enterer(), revision=source.revision)
    source = entry.publish(source, by=reviewer(), revision=source.revision)
    entry.withdraw(source, by=editor(), revision=source.revision, reason="never existed")
    with bring_in("counts", path, publisher=reviewer()) as report:
        ((_line, _column, _value, reason),) = problems(report)
        assert "was withdrawn" in reason
    with bring_in("counts", path) as report:
        assert rows_of(report) == {"new": 1}


def test_only_a_named_editor_changes_what_is_public(tmp_path: Path, path: Path) -> None:
    with bring_in("counts", path, commit=True, publisher=reviewer()):
        pass
    other = counts_file(tmp_path / "b.csv", count_row(note="from the headline"))
    with bring_in("counts", other) as report:
        assert rows_of(report) == {"changed": 1}
        (finding,) = report.findings()
        assert "name an editor with --by" in finding["notices"][0]["reason"]
    with bring_in("counts", other, commit=True) as report:
        assert rows_of(report) == {"refused": 1}
        assert not report.committed
    with bring_in("counts", other, commit=True, by=editor()) as report:
        assert report.committed
    assert ReportedCount.objects.get().remark == "from the headline"


def test_who_has_no_right_to_enter_enters_nothing(path: Path) -> None:
    before = contents(but=("auth_", "django_", "detentions_historical"))
    with pytest.raises(UnusableError, match="may not enter"):
        bring_in("counts", path, commit=True, by=enterer())
    assert contents(but=("auth_", "django_", "detentions_historical")) == before


def test_a_detention_without_a_source_is_not_published(tmp_path: Path) -> None:
    header = ("date", "city", "name", "links")
    rows = [
        ("2020-11-08", "Minsk", "Vydumany Ivan", "https://gazette.example/1"),
        ("2020-11-08", "Minsk", "Vydumanaja Hanna", ""),
    ]
    path = write(tmp_path / "detentions.csv", header, rows)
    with bring_in("detentions", path, publisher=reviewer()) as report:
        ((line, column, _value, reason),) = problems(report)
        assert (line, column) == (3, "links")
        assert "without a source" in reason
    with bring_in("detentions", path) as report:
        assert rows_of(report) == {"new": 2}
    with bring_in("detentions", path, publisher=reviewer(), commit=True, skip_refused=True):
        pass
    assert Detention.objects.get().state == "published"


def test_publishing_needs_a_second_person_with_the_right() -> None:
    # The fixture's commit has made the machine's own account, "intake".
    with pytest.raises(UnusableError, match="--publish needs --publisher"):
        second_person(True, "", None)
    with pytest.raises(UnusableError, match="cannot be both"):
        second_person(True, administrator().username, administrator())
    with pytest.raises(UnusableError, match="may not publish"):
        second_person(True, enterer().username, None)
    with pytest.raises(UnusableError, match="no person's account"):
        second_person(True, "intake", None)
    with pytest.raises(UnusableError, match="no active account"):
        second_person(True, "nobody", None)
    with pytest.raises(UnusableError, match="no effect without --publish"):
        second_person(False, reviewer().username, None)
    assert second_person(True, reviewer().username, named("intake")) == reviewer()
    assert second_person(False, "", None) is None
