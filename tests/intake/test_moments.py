"""When a count stood there: the forms of the real file, and what is refused."""

import csv
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from detentions.intake.moments import UnreadableMomentError, read
from tests.intake.files import COUNTS

MINSK = ZoneInfo("Europe/Minsk")


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("2020-08-10 12:36", "2020-08-10 12:36", "minute"),
        ("2020-11-08 7:05", "2020-11-08 07:05", "minute"),
        ("2020-11-08T17:00", "2020-11-08 17:00", "minute"),
        ("2020-09-06 15:00 (about)", "2020-09-06 15:00", "about"),
        ("2020-09-06 about 15:00", "2020-09-06 15:00", "about"),
        ("2020-09-06 ~15:00", "2020-09-06 15:00", "about"),
        ("2020-08-10 morning", "2020-08-10 09:00", "part_of_day"),
        ("2020-11-08 earlier", "2020-11-08 10:00", "part_of_day"),
        ("2020-09-21 midday", "2020-09-21 12:00", "part_of_day"),
        ("2020-10-11 Afternoon", "2020-10-11 15:00", "part_of_day"),
        ("2020-10-18 later", "2020-10-18 18:00", "part_of_day"),
        ("2020-10-11  evening", "2020-10-11 20:00", "part_of_day"),
        ("2020-10-11 night", "2020-10-11 23:00", "part_of_day"),
        ("2020-11-08", "2020-11-08 12:00", "day"),
        ("2020-10-18/19", "2020-10-19 00:00", "about_day"),
        ("2020-10-31/2020-11-01", "2020-11-01 00:00", "about_day"),
        ("before 2020-10-05", "2020-10-04 12:00", "about_day"),
        ("after 2020-10-05", "2020-10-06 12:00", "about_day"),
    ],
)
def test_a_moment_is_filed_where_it_sorts_and_keeps_its_words(
    text: str, at: str, precision: str
) -> None:
    moment = read(text, MINSK)
    assert moment.at == datetime.fromisoformat(at).replace(tzinfo=MINSK)
    assert moment.precision == precision
    assert moment.text == " ".join(text.split())


@pytest.mark.parametrize("text", ["", "  ", "undated in excerpt", "not stated", "unknown"])
def test_no_moment_is_no_moment(text: str) -> None:
    moment = read(text, MINSK)
    assert (moment.at, moment.precision, moment.text) == (None, "unknown", text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "teatime",
        "17:00",
        "2020-11-31",
        "2020-11-08 24:00",
        "2020-11-08 17:60",
        "2020-10-18/20",
        "08.11.2020",
        "2020-11-08 17:00 Minsk time",
        "2020-11-08 morning 17:00",
    ],
)
def test_what_is_no_moment_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(UnreadableMomentError) as refused:
        read(text, MINSK)
    assert str(refused.value)


def test_a_time_that_the_clocks_skipped_is_refused() -> None:
    with pytest.raises(UnreadableMomentError, match="did not occur"):
        read("2020-03-29 02:30", ZoneInfo("Europe/Warsaw"))


def test_every_moment_of_the_real_file_is_read() -> None:
    with COUNTS.open(encoding="utf-8", newline="") as stream:
        printed = [row["as_of"] for row in csv.DictReader(stream)]
    moments = [read(text, MINSK) for text in printed]
    assert len(moments) == 117
    assert sum(moment.at is None for moment in moments) == 8
