"""Documents that repeat another: who published them, whom they repeat, and how many sources."""

from pathlib import Path

import pytest
from django.test import Client

from detentions import intake, tallies
from detentions.intake.echoes import split
from detentions.models import Change, DataVersion, Organisation, ReportedCount, Source
from tests.intake.files import (
    BOOKKEEPING,
    COUNTS,
    TODAY,
    bring_in,
    bring_some_places,
    contents,
    count_row,
    counts_file,
    problems,
    rows_of,
    write,
)
from tests.staff import SUNDAY, enter_organisation, enter_source, publish, reviewer

pytestmark = pytest.mark.django_db

ECHO = {"publisher": "Herald citing The Agency", "url": "https://herald.example/1"}


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


@pytest.mark.parametrize(
    ("printed", "publisher", "origin"),
    [
        ("UAWire citing BelTA", "UAWire", "BelTA"),
        ("Herald, quoting The Agency", "Herald", "The Agency"),
        ("Reuters via Devdiscourse", "Devdiscourse", "Reuters"),
        ("AP via Los Angeles Times", "Los Angeles Times", "AP"),
        ("Fronda / PAP", "Fronda / PAP", ""),
        ("Via Appia", "Via Appia", ""),
        ("Exciting News", "Exciting News", ""),
        ("", "", ""),
    ],
)
def test_a_printed_publisher_says_who_published_and_whom_they_repeat(
    printed: str, publisher: str, origin: str
) -> None:
    assert split(printed) == (publisher, origin)


def test_the_printed_figures_have_no_organisation_made_of_two() -> None:
    with bring_in("counts", COUNTS, commit=True):
        pass
    names = Organisation.objects.values_list("name", flat=True)
    assert [name for name in names if " citing " in name or " via " in name] == []
    copies = Source.objects.exclude(derived_from=None).select_related(
        "publisher", "derived_from__publisher"
    )
    assert {
        (str(one.publisher), str(one.derived_from and one.derived_from.publisher)) for one in copies
    } == {
        ("RBC-Ukraine", "TASS"),
        ("Novye Izvestia", "TASS"),
        ("Vecherniy Nikolaev", "UNIAN"),
        ("PledgeTimes", "DW"),
        ("Devdiscourse", "Reuters"),
        ("my.ua", "TUT.BY"),
        ("UrduPoint", "Sputnik"),
        ("Business Standard", "Sputnik"),
        ("Los Angeles Times", "AP"),
        ("UAWire", "BelTA"),
        ("The News", "AFP"),
        ("ukrainetoday.org", "Meduza"),
    }
    assert {one.url != "" for one in copies} == {True}


def test_an_echo_is_entered_once_and_taken_back_with_what_it_repeats(tmp_path: Path) -> None:
    path = counts_file(
        tmp_path / "a.csv",
        count_row(**ECHO),
        count_row(**{**ECHO, "url": "https://herald.example/2"}),
    )
    before = contents(but=BOOKKEEPING, views=True)
    with bring_in("counts", path, commit=True, publisher=reviewer()) as report:
        assert rows_of(report) == {"new": 2}
        assert report.created["sources"] == 3
    origin = Source.objects.get(derived_from=None)
    assert (str(origin.publisher), origin.url, origin.state) == ("The Agency", "", "published")
    with bring_in("counts", path, commit=True, publisher=reviewer()) as again:
        assert rows_of(again) == {"already_here": 2}
        assert not again.committed
    intake.undo(report.batch)
    assert contents(but=BOOKKEEPING, views=True) == before


def test_another_file_and_a_row_of_the_agency_itself_find_the_same_origin(tmp_path: Path) -> None:
    with bring_in("counts", counts_file(tmp_path / "a.csv", count_row(**ECHO)), commit=True):
        pass
    rows = [
        count_row(publisher="The Agency via Gazette", url="https://gazette.example/9"),
        count_row(publisher="The Agency", url="", count_text="10 people"),
    ]
    with bring_in("counts", counts_file(tmp_path / "b.csv", *rows), commit=True) as report:
        assert rows_of(report) == {"new": 2}
    origin = Source.objects.get(derived_from=None)
    assert origin.echoes.count() == 2
    assert ReportedCount.objects.get(phrase="10 people").source == origin


def test_once_somebody_has_named_the_origin_the_file_is_still_here(tmp_path: Path) -> None:
    path = counts_file(tmp_path / "a.csv", count_row(**ECHO))
    with bring_in("counts", path, commit=True):
        pass
    Source.objects.filter(derived_from=None).update(title="The dispatch", url="https://a.example/")
    with bring_in("counts", path, commit=True) as again:
        assert rows_of(again) == {"already_here": 1}


def test_a_name_that_an_organisation_here_bears_whole_is_left_whole(tmp_path: Path) -> None:
    enter_organisation("choir", name="Songs via Radio")
    row = count_row(publisher="Songs via Radio", url="https://songs.example/")
    with bring_in("counts", counts_file(tmp_path / "a.csv", row), commit=True):
        pass
    source = Source.objects.get()
    assert (str(source.publisher), source.derived_from) == ("Songs via Radio", None)


def test_a_withdrawn_origin_supports_no_echo(tmp_path: Path) -> None:
    agency = enter_organisation("agency", name="The Agency")
    Source.objects.filter(pk=enter_source(title="", url="", publisher=agency).pk).update(
        state="withdrawn"
    )
    path = counts_file(tmp_path / "a.csv", count_row(**ECHO))
    with bring_in("counts", path, publisher=reviewer()) as report:
        ((_line, column, _value, reason),) = problems(report)
        assert (column, "was withdrawn" in reason) == ("publisher", True)


def test_a_file_of_sources_splits_and_takes_back_echoes_too(tmp_path: Path) -> None:
    header = ("url", "title", "publisher", "derived_from")
    rows = [
        ("https://agency.example/1", "Dispatch", "The Agency", ""),
        ("https://herald.example/1", "Copy", "Herald citing The Agency", ""),
        ("https://herald.example/2", "Copy", "Herald", "https://agency.example/1"),
    ]
    path = write(tmp_path / "sources.csv", header, rows)
    before = contents(but=BOOKKEEPING)
    with bring_in("sources", path, commit=True) as report:
        assert rows_of(report) == {"new": 3}
    copy = Source.objects.get(url="https://herald.example/1")
    assert (str(copy.publisher), copy.derived_from and copy.derived_from.title) == ("Herald", "")
    with bring_in("sources", path, commit=True) as again:
        assert rows_of(again) == {"already_here": 3}
    intake.undo(report.batch)
    assert contents(but=BOOKKEEPING) == before


@pytest.mark.parametrize(
    ("publishers", "sources"),
    [
        (["Herald citing The Agency"], 1),
        (["Herald citing The Agency", "Gazette citing The Agency"], 1),
        (["Herald citing The Agency", "The Agency"], 1),
        (["Herald citing The Agency", "Gazette citing Another"], 2),
        (["Herald", "Gazette"], 2),
    ],
)
def test_a_sunday_counts_origins_and_lists_every_document(
    tmp_path: Path, publishers: list[str], sources: int
) -> None:
    rows = [
        count_row(
            publisher=name,
            url="" if name == "The Agency" else f"https://paper.example/{number}",
            count_text=f"10 people, said {number}",
        )
        for number, name in enumerate(publishers)
    ]
    with bring_in(
        "counts", counts_file(tmp_path / "a.csv", *rows), commit=True, publisher=reviewer()
    ):
        pass
    found = tallies.sunday(SUNDAY, today=TODAY, rule=tallies.Rule())
    assert found.sources == sources
    assert len(found.cited_sources) == len(publishers)


def test_a_chain_of_copies_is_one_source_though_its_middle_is_not_on_the_page(
    tmp_path: Path,
) -> None:
    row = count_row(publisher="Herald citing The Agency", url="https://herald.example/1")
    own = count_row(publisher="The Ministry", url="", count_text="10 people")
    with bring_in(
        "counts", counts_file(tmp_path / "a.csv", row, own), commit=True, publisher=reviewer()
    ):
        pass
    ministry = Source.objects.get(publisher__name="The Ministry")
    Source.objects.filter(publisher__name="The Agency").update(derived_from=ministry)
    assert tallies.sunday(SUNDAY, today=TODAY, rule=tallies.Rule()).sources == 1
    # Two that repeat each other, by mistake, are still counted.
    Source.objects.filter(pk=ministry.pk).update(
        derived_from=Source.objects.get(publisher__name="The Agency")
    )
    assert tallies.sunday(SUNDAY, today=TODAY, rule=tallies.Rule()).sources == 1


def test_the_page_names_whom_a_document_cites_and_does_not_count_it_twice(tmp_path: Path) -> None:
    rows = [
        count_row(publisher=f"{name} citing The Agency", url=f"https://paper.example/{name}")
        for name in ("Herald", "Gazette")
    ]
    path = counts_file(tmp_path / "a.csv", *rows)
    with bring_in("counts", path, commit=True, publisher=reviewer()):
        pass
    page = Client().get(f"/sundays/{SUNDAY}/").content.decode()
    assert "Herald</a> (citing The Agency)" in page
    assert "1 source supports this page. Documents that repeat another are listed" in page
    copy = Source.objects.get(publisher__name="Herald")
    assert "The Agency</a> <span" in Client().get(f"/sources/{copy.pk}/").content.decode()


def test_a_copy_is_stamped_when_what_it_repeats_becomes_public() -> None:
    origin = enter_source(title="Dispatch")
    copy = publish(enter_source(title="Copy", derived_from=origin))
    before = DataVersion.objects.get().number
    publish(origin)
    assert set(Change.objects.filter(version__gt=before).values_list("record_id", "action")) == {
        (origin.pk, "created"),
        (copy.pk, "updated"),
    }
