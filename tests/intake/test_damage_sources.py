"""Damaged files of sources."""

from pathlib import Path

import pytest

from tests.intake.damage import Fault, Sort, check_faults, check_unusable, unusable
from tests.staff import enter_organisation, enter_source

pytestmark = pytest.mark.django_db

SOURCES = Sort(
    "sources",
    (
        *("url", "title", "publisher", "kind", "language", "archived_url", "published_on"),
        *("accessed_on", "derived_from", "confidential", "notes"),
    ),
    {
        "url": "https://gazette.example/1",
        "title": "Many detained",
        "publisher": "The Invented Gazette",
        "kind": "article",
        "language": "en",
        "published_on": "2020-11-08",
    },
    of_several_lines="notes",
    mapping="sources",
)
_OTHER = "https://gazette.example/other"
FAULTS: list[Fault] = [
    ({"url": "", "title": ""}, "url", "", "no address and no title"),
    ({"url": "gazette"}, "url", "gazette", "no web address"),
    ({"url": "ftp://gazette.example/1"}, "url", "ftp://gazette.example/1", "no web address"),
    ({"url": "https://g.example/ 1"}, "url", "https://g.example/ 1", "no web address"),
    ({"url": f"{_OTHER}/{'x' * 1000}"}, "url", f"{_OTHER}/{'x' * 1000}", "at most 1000"),
    ({"url": "https://twin.example/1"}, "url", "https://twin.example/1", "merge them first"),
    ({"url": _OTHER, "title": "t" * 501}, "title", "t" * 501, "at most 500"),
    ({"url": _OTHER, "publisher": "p" * 201}, "publisher", "p" * 201, "at most 200"),
    ({"url": _OTHER, "publisher": "Twins"}, "publisher", "Twins", "several organisations"),
    ({"url": _OTHER, "kind": "rumour"}, "kind", "rumour", "not one of"),
    ({"url": _OTHER, "language": "Russian"}, "language", "Russian", "code such as ru"),
    ({"url": _OTHER, "language": "e" * 13}, "language", "e" * 13, "at most 12"),
    ({"url": _OTHER, "archived_url": "copy"}, "archived_url", "copy", "no web address"),
    ({"url": _OTHER, "published_on": "8.11.20"}, "published_on", "8.11.20", "YYYY-MM-DD"),
    ({"url": _OTHER, "published_on": "2021-02-29"}, "published_on", "2021-02-29", "not exist"),
    ({"url": _OTHER, "published_on": "2999-01-01"}, "published_on", "2999-01-01", "not come"),
    ({"url": _OTHER, "published_on": "1020-11-08"}, "published_on", "1020-11-08", "1900"),
    ({"url": _OTHER, "accessed_on": "today"}, "accessed_on", "today", "YYYY-MM-DD"),
    ({"url": _OTHER, "accessed_on": "2999-01-01"}, "accessed_on", "2999-01-01", "not come"),
    ({"url": _OTHER, "derived_from": "Viasna"}, "derived_from", "Viasna", "no web address"),
    (
        {"url": _OTHER, "derived_from": "https://nowhere.example/"},
        "derived_from",
        "https://nowhere.example/",
        "no source has this address",
    ),
    (
        {"url": _OTHER, "derived_from": "https://twin.example/1"},
        "derived_from",
        "https://twin.example/1",
        "merge them first",
    ),
    ({"url": _OTHER, "derived_from": _OTHER}, "derived_from", _OTHER, "repeat itself"),
    (
        {"url": "https://here.example/1", "derived_from": "https://here.example/1"},
        "derived_from",
        "https://here.example/1",
        "repeat itself",
    ),
    ({"url": _OTHER, "confidential": "perhaps"}, "confidential", "perhaps", "not one of yes, no"),
    ({"title": "Few detained"}, "url", "https://gazette.example/1", "line 2"),
    ({"publisher": "Another Gazette"}, "url", "https://gazette.example/1", "line 2"),
]


@pytest.fixture(autouse=True)
def _here(db: None) -> None:
    enter_organisation("north", name="Twins North", short_name="Twins")
    enter_organisation("south", name="Twins South", short_name="Twins")
    enter_source(url="https://twin.example/1", title="One")
    enter_source(url="https://twin.example/1", title="Another")
    enter_source(url="https://here.example/1", title="Here")


def test_each_fault_of_a_row_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    check_faults(SOURCES, tmp_path / "sources.csv", FAULTS)


@pytest.mark.parametrize(
    ("content", "said"),
    # Every column of such a file may be missing, so none is missed.
    [case for case in unusable(SOURCES) if "column" not in case[1] and "Near" not in case[1]],
)
def test_an_unusable_file_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, said: str
) -> None:
    check_unusable(SOURCES, tmp_path / "sources.csv", content, said)


def test_a_file_with_none_of_the_columns_enters_nothing(tmp_path: Path) -> None:
    check_unusable(SOURCES, tmp_path / "sources.csv", b"Adresse;Titel\nx;y\n", "none of")
