"""Files of sources: one document a row, recognised by its address."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from detentions import intake
from detentions.models import Organisation, Source
from tests.intake.files import bring_in, problems, rows_of, write
from tests.staff import enter_source, reviewer

pytestmark = pytest.mark.django_db

HEADER = ("url", "title", "publisher", "kind", "published_on", "derived_from", "confidential")
FULL = (
    "https://gazette.example/1",
    "Many detained",
    "The Invented Gazette",
    "article",
    "2020-11-08",
    "",
    "",
)


def _bring(tmp_path: Path, *rows: Sequence[str], commit: bool = False) -> intake.Report:
    return bring_in("sources", write(tmp_path / "sources.csv", HEADER, rows), commit=commit)


def test_a_document_is_entered_once_with_its_publisher(tmp_path: Path) -> None:
    with _bring(tmp_path, FULL, commit=True) as report:
        assert rows_of(report) == {"new": 1}
        assert report.new_organisations == ["The Invented Gazette"]
    source = Source.objects.get()
    assert (source.title, str(source.published_on), source.kind) == (
        "Many detained",
        "2020-11-08",
        "article",
    )
    with _bring(tmp_path, FULL, FULL, commit=True) as again:
        assert rows_of(again) == {"already_here": 2}
    intake.undo(report.batch)
    assert not Source.objects.exists()
    assert not Organisation.objects.exists()


def test_an_agency_copy_is_derived_from_what_it_repeats(tmp_path: Path) -> None:
    copy = ("https://agency.example/1", "", "", "agency", "", FULL[0], "yes")
    with _bring(tmp_path, FULL, copy, commit=True):
        pass
    source = Source.objects.get(url="https://agency.example/1")
    assert source.derived_from == Source.objects.get(url=FULL[0])
    assert source.confidential


def test_a_corrected_row_changes_its_source(tmp_path: Path) -> None:
    with _bring(tmp_path, FULL, commit=True):
        pass
    with _bring(tmp_path, (FULL[0], "Hundreds detained", *[""] * 5), commit=True) as report:
        assert rows_of(report) == {"changed": 1}
        (finding,) = report.findings()
        assert finding["differences"] == ["title: Many detained → Hundreds detained"]
    assert Source.objects.get().publisher is not None


def test_two_sources_with_one_address_are_asked_about(tmp_path: Path) -> None:
    enter_source(url=FULL[0])
    enter_source(url=FULL[0], title="The same again")
    with _bring(tmp_path, FULL) as report:
        assert rows_of(report) == {"ambiguous": 1}
        assert "merge them first" in problems(report)[0][3]


def test_no_source_repeats_what_repeats_it(tmp_path: Path) -> None:
    copy = ("https://agency.example/1", "", "", "agency", "", FULL[0], "")
    with _bring(tmp_path, FULL, copy, commit=True):
        pass
    circle = (FULL[0], "", "", "", "", copy[0], "")
    itself = (FULL[0], "", "", "", "", FULL[0], "")
    for row, why in ((circle, "itself derived"), (itself, "repeat itself")):
        with _bring(tmp_path, row, commit=True) as report:
            ((line, column, value, reason),) = problems(report)
        assert (line, column, value) == (2, "derived_from", row[5])
        assert why in reason
    assert Source.objects.get(url=FULL[0]).derived_from is None


def test_rows_that_only_together_make_a_circle_are_refused_whole(tmp_path: Path) -> None:
    one, other = FULL[0], "https://gazette.example/2"
    plain = ["", "", "", ""]
    with _bring(tmp_path, (one, "", *plain, ""), (other, "", *plain, ""), commit=True):
        pass
    rows = [(one, "", "", "", "", other, ""), (other, "", "", "", "", one, "")]
    with pytest.raises(intake.UnusableError, match="itself derived"):
        _bring(tmp_path, *rows, commit=True)
    assert not Source.objects.exclude(derived_from=None).exists()


def test_a_language_is_a_tag(tmp_path: Path) -> None:
    rows = [("https://gazette.example/1", "ru"), ("https://gazette.example/2", "Russian")]
    path = write(tmp_path / "languages.csv", ("url", "language"), rows)
    with bring_in("sources", path) as report:
        ((line, column, value, reason),) = problems(report)
    assert (line, column, value) == (3, "language", "Russian")
    assert "be-tarask" in reason


def test_each_fault_is_named(tmp_path: Path) -> None:
    rows = [
        ("", "", "The Invented Gazette", "", "", "", ""),
        ("gazette", "t", "", "", "", "", ""),
        ("https://gazette.example/2", "", "", "rumour", "", "", ""),
        ("https://gazette.example/3", "", "", "", "2031-01-01", "", ""),
        ("https://gazette.example/4", "", "", "", "", "https://nowhere.example/", ""),
        ("https://gazette.example/5", "", "", "", "", "", "perhaps"),
    ]
    with _bring(tmp_path, *rows) as report:
        assert [found[:2] for found in problems(report)] == [
            (2, "url"),
            (3, "url"),
            (4, "kind"),
            (5, "published_on"),
            (6, "derived_from"),
            (7, "confidential"),
        ]


def test_sources_are_published_by_a_second_person(tmp_path: Path) -> None:
    path = write(tmp_path / "sources.csv", HEADER, [FULL])
    with bring_in("sources", path, commit=True, publisher=reviewer()):
        pass
    assert Source.objects.get().state == "published"
