"""How templates write numbers, days, hedges and moments."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from detentions.pages import tags


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th")]
    + [(21, "21st"), (22, "22nd"), (101, "101st"), (111, "111th"), (1003, "1,003rd")],
)
def test_ordinals(number: int, written: str) -> None:
    assert tags.ordinal(number) == written


def test_numbers_are_grouped_and_unknown_stays_empty() -> None:
    assert [tags.number(value) for value in (0, 1024, 1000000, None)] == [
        *("0", "1,024", "1,000,000", "")
    ]


@pytest.mark.parametrize(
    ("text", "hedge", "number"),
    [
        ("1,024", "", "1,024"),
        ("at least 340", "at least", "340"),
        ("between 5 and 10", "between", "5 and 10"),
        ("an unstated number", "", "an unstated number"),
    ],
)
def test_a_hedge_is_set_apart_from_its_number(text: str, hedge: str, number: str) -> None:
    assert tags.hedged(text) == (hedge, number)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("2020-11-08 17:00", "8 Nov 2020, 17:00"),
        ("2020-11-08 earlier", "8 Nov 2020, earlier"),
        ("2020-11-09", "9 Nov 2020"),
        ("2020-10-18/19", "18/19 Oct 2020"),
        ("before 2020-10-05", "before 5 Oct 2020"),
        ("2020-99-99", "2020-99-99"),
        ("", ""),
    ],
)
def test_a_moment_is_written_as_its_source_says_it(printed: str, written: str) -> None:
    figure = SimpleNamespace(as_of=None, as_of_text=printed)
    assert tags.short_moment(figure) == written


def test_a_moment_without_words_is_local_time() -> None:
    figure = SimpleNamespace(as_of=datetime(2020, 11, 8, 14, 0, tzinfo=UTC), as_of_text="")
    assert tags.moment(figure) == "8 November 2020, 17:00"


def test_words_without_a_day_are_completed_by_the_moment() -> None:
    figure = SimpleNamespace(as_of=datetime(2020, 11, 8, 17, 0, tzinfo=UTC), as_of_text="evening")
    assert tags.moment(figure) == "8 November 2020, evening"


def test_days_are_written_out() -> None:
    assert tags.long_day(date(2020, 11, 8)) == "Sunday 8 November 2020"
    assert tags.day(None) == ""


def test_an_unknown_status_says_since_when_if_that_is_known() -> None:
    assert tags.status("unknown", date(2020, 11, 8)) == "Status unknown since 8 November 2020"
    assert tags.status("unknown") == "Status unknown"
    assert tags.status("released") == "Released"


def test_a_word_outside_the_vocabulary_stands_as_it_is() -> None:
    assert tags.called("journalists", "group") == "journalists"
    assert tags.called("kayakers", "group") == "kayakers"


def test_a_language_has_a_name() -> None:
    assert tags.language("ru") == "Russian"
    assert tags.language("tlh") == "tlh"
