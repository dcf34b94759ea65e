"""Files of events under saved mappings: OVD-Info's list, and what a row may hold."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from detentions import intake
from detentions.models import Event, EventName, ReportedCount, Source
from tests.intake.files import (
    BOOKKEEPING,
    OVD_INFO,
    bring_in,
    bring_some_places,
    contents,
    problems,
    rows_of,
    write,
)
from tests.staff import reviewer

pytestmark = pytest.mark.django_db

MAPPING: dict[str, Any] = {
    "name": "testburg",
    "kind": "events",
    "fields": {
        "date": {"column": "day", "dates": ["%d/%m/%Y", "%Y-%m-%d"]},
        "city": {"column": "town", "split": True},
        "name": "what",
        "kind": {"column": "what", "values": {"sit-in": "other"}, "otherwise": "rally"},
        "place_detail": {"column": "where", "shorten": True},
        "links": {"columns": ["links"]},
        "organisation": {"constant": "Counters of Testburg"},
    },
    "number": {"column": "taken", "unreadable": "no-count"},
    "dataset": {"title": "The list of Testburg", "publisher": "Counters of Testburg"},
}
HEADER = ("day", "town", "what", "where", "links", "taken")
ROW = ("2020-11-08", "Minsk", "march", "Central Square", "https://gazette.example/1", "5")


def _bring(tmp_path: Path, *rows: Sequence[str], **options: Any) -> intake.Report:
    changed = options.pop("mapping", {})
    mapping = tmp_path / "testburg.json"
    mapping.write_text(json.dumps({**MAPPING, **changed}), encoding="utf-8")
    path = write(tmp_path / "events.csv", HEADER, rows)
    return bring_in("events", path, mapping=str(mapping), **options)


def _row(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(name, cell) for name, cell in zip(HEADER, ROW, strict=True))


def test_ovd_info_s_own_sums_come_out_of_the_api(client: Client) -> None:
    with bring_in("events", OVD_INFO, commit=True, publisher=reviewer()) as report:
        assert report.mapping == "ovd-info"
        assert rows_of(report) == {"new": 228}
        assert report.sums is not None
        assert (report.sums.numeric_cells, report.sums.numeric_sum) == (228, 5169)

    def detained(asked: str) -> tuple[int, int]:
        url: str | None = (
            f"/api/v1/reported-counts/?organisation=ovd-info&page_size=100&fields=low&{asked}"
        )
        figures: list[int] = []
        while url:
            page = client.get(url).json()
            figures += [count["low"] for count in page["results"]]
            url = page["next"]
        return len(figures), sum(figures)

    assert detained("") == (228, 5169)
    assert detained("date__lte=2011-12-31")[1] == 1312
    assert detained("date__gte=2012-01-01")[1] == 3857
    assert detained("event_authorisation=not_authorised") == (208, 4090)
    assert detained("event_kind=picket") == (65, 682)


def test_ovd_info_is_entered_once_and_taken_back_whole() -> None:
    with bring_in("events", OVD_INFO, commit=True) as first:
        pass
    intake.undo(first.batch)
    before = contents(but=BOOKKEEPING, views=True)
    with bring_in("events", OVD_INFO, commit=True) as report:
        assert report.created["sources"] == 285
    with bring_in("events", OVD_INFO, commit=True) as again:
        assert rows_of(again) == {"already_here": 228}
    event = Event.objects.get(citations__locator="8", citations__source__kind="dataset")
    assert event.city.region.code == "RU-MOW"  # type: ignore[union-attr]
    assert event.name == "Direct action: For fair elections"
    assert EventName.objects.get(event=event).language == "ru"
    links = [citation.source.url for citation in event.citations.order_by("id")]
    assert links[:4] == [f"http://ovdinfo.org/express-news/{n}" for n in (29, 30, 31, 33)]
    assert event.reported_counts.get().source.url == links[0]
    noted = Event.objects.get(citations__locator="1", citations__source__kind="dataset")
    assert noted.notes == "links: оценка овд-инфо, ССЫЛКИ"
    intake.undo(report.batch)
    assert contents(but=BOOKKEEPING, views=True) == before


def test_a_row_becomes_an_event_a_figure_and_citations(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    links = "https://gazette.example/a,1.html; see https://gazette.example/2"
    with _bring(tmp_path, _row(links=links), commit=True) as report:
        assert rows_of(report) == {"new": 1}
    event = Event.objects.get()
    assert (event.name, event.kind, event.slug) == ("March", "march", "2020-11-08-minsk-march")
    assert event.notes == "links: see"
    cited = [citation.source.url for citation in event.citations.order_by("id")]
    assert cited == ["https://gazette.example/a,1.html", "https://gazette.example/2"]
    count = ReportedCount.objects.get()
    assert (count.event, count.low, count.organisation.name) == (event, 5, "Counters of Testburg")
    assert count.source.url == cited[0]


def test_what_became_of_an_event_is_one_of_five_words(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    header = ("date", "city", "name", "links", "status")
    rows = [
        ("2020-11-08", "Minsk", "March", "https://gazette.example/1", "dispersed"),
        ("2020-11-08", "Minsk", "Rally", "https://gazette.example/1", ""),
        ("2020-11-08", "Minsk", "Picket", "https://gazette.example/1", "postponed"),
    ]
    path = write(tmp_path / "status.csv", header, rows)
    with bring_in("events", path, commit=True, skip_refused=True, mapping="events") as report:
        ((line, column, value, reason),) = problems(report)
    assert (line, column, value) == (4, "status", "postponed")
    assert "announced" in reason
    found = Event.objects.values_list("name", "status").order_by("name")
    assert list(found) == [("March", "dispersed"), ("Rally", "")]


def test_a_row_without_link_rests_on_the_file_itself(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    with _bring(tmp_path, _row(links=""), _row(links="", town="Homel"), commit=True):
        pass
    source = Source.objects.get()
    assert (source.title, source.kind) == ("The list of Testburg", "dataset")
    assert ReportedCount.objects.filter(source=source).count() == 2


def test_a_blank_number_is_no_figure_and_zero_is_one(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    rows = [_row(taken=""), _row(taken="0", town="Homel"), _row(taken="several", town="Hrodna")]
    with _bring(tmp_path, *rows, commit=True) as report:
        assert report.sums is not None
        assert (report.sums.blank, report.sums.numeric_cells, report.sums.text_cells) == (1, 1, 1)
    assert Event.objects.count() == 3
    counts = {count.city.slug: count for count in ReportedCount.objects.all() if count.city}
    assert (counts["homel"].qualifier, counts["homel"].low) == ("exactly", 0)
    assert counts["hrodna"].qualifier == "unquantified"
    assert "minsk" not in counts


def test_a_text_that_states_no_number_keeps_its_event_or_refuses_its_row(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    with _bring(tmp_path, _row(taken="see above"), commit=True) as report:
        assert rows_of(report) == {"new": 1}
        (finding,) = report.findings()
        assert finding["notices"][0]["column"] == "taken"
        assert "another row" in finding["notices"][0]["reason"]
    assert Event.objects.count() == 1
    assert not ReportedCount.objects.exists()
    strict = {"number": {"column": "taken", "unreadable": "refuse"}}
    with _bring(tmp_path, _row(taken="o", town="Homel"), mapping=strict) as report:
        ((line, column, value, reason),) = problems(report)
        assert (line, column, value) == (2, "taken", "o")
        assert "letter o" in reason


def test_a_date_that_two_styles_read_differently_is_asked_about(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    both = {
        "fields": {
            **MAPPING["fields"],
            "date": {"column": "day", "dates": ["%d/%m/%Y", "%m/%d/%Y"]},
        }
    }
    with _bring(tmp_path, _row(day="4/5/2020"), _row(day="14/5/2020"), mapping=both) as report:
        assert rows_of(report) == {"new": 1, "ambiguous": 1}
        assert "2020-04-05 or 2020-05-04" in problems(report)[0][3]


def test_a_cell_with_several_places_makes_an_event_in_each(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    with _bring(tmp_path, _row(town="Minsk, Homel", taken=""), commit=True) as report:
        assert rows_of(report) == {"new": 1}
    assert {event.city.slug for event in Event.objects.all()} == {"minsk", "homel"}
    with _bring(tmp_path, _row(town="Minsk, Homel", taken="5")) as report:
        assert "cannot be divided" in problems(report)[0][3]


def test_events_that_look_alike_stay_apart_and_are_found_again(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    rows = [_row(taken="1"), _row(taken="2"), _row(taken="2"), _row(where="The park")]
    with _bring(tmp_path, *rows, commit=True) as report:
        assert rows_of(report) == {"new": 3, "already_here": 1}
        assert [found["same_as_line"] for found in report.findings()] == [3]
    assert Counter(Event.objects.values_list("slug", flat=True)) == {
        "2020-11-08-minsk-march": 1,
        "2020-11-08-minsk-march-2": 1,
        "2020-11-08-minsk-march-3": 1,
    }
    with _bring(tmp_path, *reversed(rows), commit=True) as again:
        assert rows_of(again) == {"already_here": 4}


def test_a_corrected_row_changes_its_event_and_adds_what_is_new(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    with _bring(tmp_path, _row(taken=""), commit=True):
        pass
    links = "https://gazette.example/1 https://gazette.example/2"
    with _bring(tmp_path, _row(links=links, taken="7"), commit=True) as report:
        assert rows_of(report) == {"changed": 1}
        (finding,) = report.findings()
        assert finding["differences"] == [
            "new address: https://gazette.example/2",
            "a figure, where there was none",
        ]
    assert Event.objects.get().citations.count() == 2
    with _bring(tmp_path, _row(links=links, taken="8"), commit=True) as second:
        assert rows_of(second) == {"changed": 1}
    count = ReportedCount.objects.get()
    assert (count.low, count.phrase) == (8, "8")
    intake.undo(second.batch)
    intake.undo(report.batch)
    assert Event.objects.get().citations.count() == 1
    assert not ReportedCount.objects.exists()


def test_text_that_is_too_long_is_cut_only_where_the_mapping_says_so(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    with _bring(tmp_path, _row(where="w" * 301), commit=True):
        pass
    event = Event.objects.get()
    assert event.place_detail == "w" * 299 + "…"
    assert event.notes == "where: " + "w" * 301


def test_an_event_is_found_under_another_of_its_names(tmp_path: Path) -> None:
    bring_some_places(tmp_path)
    with _bring(tmp_path, _row(), commit=True):
        pass
    event = Event.objects.get()
    EventName.objects.create(event=event, name="Procession", language="en")
    fields = {name: field for name, field in MAPPING["fields"].items() if name != "kind"}
    row = _row(what="procession", taken="")
    with _bring(tmp_path, row, mapping={"fields": fields}) as report:
        assert rows_of(report) == {"already_here": 1}
