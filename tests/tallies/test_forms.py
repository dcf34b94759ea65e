"""The JSON form and the tabular form say the same as the shapes they come from (rule 13)."""

import json
from datetime import date
from typing import Any

import pytest
from django.utils import translation

from detentions import tallies
from detentions.tallies import Rule
from tests.factories import SUNDAY, make_count, make_data_version, make_detention
from tests.tallies import printed

pytestmark = pytest.mark.django_db
TODAY = date(2020, 11, 9)


def table(shape: Any) -> list[dict[str, Any]]:
    header, rows = tallies.rows(shape)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_one_sunday_has_the_promised_keys_and_values() -> None:
    figures = printed.load_8_november()
    make_data_version(57)
    data = tallies.as_data(tallies.sunday(SUNDAY, today=TODAY, rule=Rule()))
    assert json.loads(json.dumps(data)) == data
    headline = data["reported"]["headline"]
    promised = {
        "low": 1024,
        "high": 1024,
        "qualifier": "exactly",
        "text": "1,024",
        "organisation": "viasna",
        "as_of": None,
        "reported_count": figures["111"].id,
        "source": figures["111"].source_id,
    }
    assert promised.items() <= headline.items()
    assert (data["sunday"], data["ordinal"], data["data_version"]) == ("2020-11-08", 13, 57)
    assert (data["reported"]["lowest"], data["reported"]["highest"]) == (1024, 1024)
    assert data["documented"] == {"detentions": 0, "people": 0}
    assert data["unnamed_remainder"] == 1024
    assert data["sources"] == len(data["cited_sources"])
    [journalists] = data["groups"]
    assert (journalists["group"], journalists["documented"]) == ("journalists", 0)
    assert journalists["reported"]["qualifier"] == "at_least"
    homel = next(line for line in data["cities"] if line["city"] == "homel")
    assert homel["reported"] is None
    assert homel["documented"] == {"detentions": 0, "people": 0}
    assert homel["without_number"] == ["unquantified"]


def test_moments_are_in_the_time_zone_of_the_instance() -> None:
    make_count(405, as_of="2020-11-08T14:00:00Z")
    data = tallies.as_data(tallies.sunday(SUNDAY, today=TODAY, rule=Rule()))
    assert data["reported"]["headline"]["as_of"] == "2020-11-08T17:00:00+03:00"


def test_contradictions_carry_an_english_sentence_whatever_language_is_active() -> None:
    make_count(0)
    make_detention()
    tallies.rebuild()
    with translation.override("ru"):
        data = tallies.as_data(tallies.sunday(SUNDAY, today=TODAY, rule=Rule()))
    assert data["contradictions"][0]["sentence"].startswith("Whole country: 1 detentions")


def test_only_shapes_have_a_form() -> None:
    with pytest.raises(TypeError):
        tallies.as_data({"not": "a shape"})
    with pytest.raises(TypeError):
        tallies.rows(tallies.status())  # type: ignore[arg-type]


def test_the_table_of_a_sunday_has_each_of_its_figures() -> None:
    printed.load_8_november()
    sunday = tallies.sunday(SUNDAY, today=TODAY, rule=Rule())
    lines = table(sunday)
    headline = lines[0]
    assert (headline["line"], headline["low"], headline["organisation"]) == (
        "headline",
        1024,
        "viasna",
    )
    assert (headline["documented_detentions"], headline["unnamed_remainder"]) == (0, 1024)
    figures = [line for line in lines if line["line"] == "figure"]
    assert sunday.reported
    assert [line["low"] for line in figures] == [one.low for one in sunday.reported.figures]
    minsk = next(line for line in lines if line["line"] == "city" and line["place"] == "minsk")
    assert (minsk["text"], minsk["without_number"]) == ("about 10", "unquantified")
    [unallocated] = [line for line in lines if line["line"] == "unallocated"]
    assert unallocated["value"] == sunday.unallocated
    assert {line["line"] for line in lines} >= {"measure", "group", "region", "event", "week_day"}


def test_empty_cells_are_empty_and_never_zero() -> None:
    printed.load("2020-08-16")
    [headline, *_rest] = table(tallies.sunday(date(2020, 8, 16), today=TODAY, rule=Rule()))
    assert (headline["low"], headline["highest"], headline["unnamed_remainder"]) == (
        None,
        None,
        None,
    )
    assert headline["without_number"] == "unquantified; none_reported"


def test_tables_of_overviews_have_a_row_a_line() -> None:
    printed.load()
    index = tallies.sundays(today=TODAY, rule=Rule())
    lines = table(index)
    assert len(lines) == len(index.sundays)
    last = lines[-1]
    assert (last["sunday"], last["reported_low"], last["reported_organisation"]) == (
        "2020-11-08",
        1024,
        "viasna",
    )
    assert (last["journalists_reported_low"], last["journalists_documented"]) == (6, 0)
    assert last["gap"] == "false"
    assert len(table(tallies.cities(today=TODAY, rule=Rule()))) == 5
    minsk = tallies.city("minsk", today=TODAY, rule=Rule())
    days = table(minsk)
    assert len(days) == len(minsk.sundays) + len(minsk.other_days)
    assert {line["city"] for line in days} == {"minsk"}
    matrix = tallies.matrix(today=TODAY, rule=Rule())
    present = sum(cell is not None for row in matrix.sundays for cell in row.cells)
    assert len(table(matrix)) == len(matrix.sundays) + present


def test_an_overview_without_lines_still_has_its_header() -> None:
    header, rows = tallies.rows(tallies.sundays(today=TODAY, rule=Rule()))
    assert rows == []
    assert {"sunday", "reported_low", "documented_people", "journalists_reported_low"} <= set(
        header
    )
