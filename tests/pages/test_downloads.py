"""The `.csv` and `.json` siblings as files."""

import json

import pytest
from django.test import Client

from detentions.pages.answers import as_csv, harmless
from tests.factories import make_count
from tests.pages.scene import ADDRESS

pytestmark = pytest.mark.django_db


def test_a_csv_file_is_named_and_plain_utf_8(client: Client) -> None:
    make_count(7, phrase="сем чалавек")
    response = client.get("/sundays/2020-11-08.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="sundays-2020-11-08.csv"'
    assert response.content.startswith(b"line,place_kind,place,date,")
    assert "сем чалавек" in response.content.decode("utf-8")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/sundays.csv", "sundays"),
        ("/cities.csv", "cities"),
        ("/matrix.csv", "matrix"),
    ],
)
def test_the_overviews_are_files_too(client: Client, address: str, name: str) -> None:
    response = client.get(address)
    assert response["Content-Disposition"] == f'attachment; filename="{name}.csv"'


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\0"])
def test_no_cell_begins_a_formula(sign: str) -> None:
    assert harmless(f"{sign}cmd|' /C calc'!A0") == f"'{sign}cmd|' /C calc'!A0"


# Excel where a comma is the decimal sign, as in Russian and Belarusian, divides cells at semicolons
# and knows a quote at the beginning of a cell alone, which ours is not to it.
@pytest.mark.parametrize("between", [";", "\n", "\r\n", ";;"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t="])
def test_no_cell_begins_a_formula_for_whoever_divides_at_semicolons(
    between: str, sign: str
) -> None:
    written = as_csv(["phrase", "source"], [[f"x{between}{sign}1+1", "y"]])
    for line in written.splitlines():
        for cell in line.split(";"):
            assert not cell.startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize("text", ["Minsk; 12 people", "a; - b", "x;y=1", "7-8", "one\ntwo"])
def test_words_after_a_semicolon_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_numbers_and_words_stay_as_they_are() -> None:
    assert [harmless(cell) for cell in (7, None, "at least 7", "")] == [7, None, "at least 7", ""]


def test_a_phrase_that_looks_like_a_formula_is_written_as_text(client: Client) -> None:
    make_count(7, phrase='=HYPERLINK("https://evil.example")')
    content = client.get("/sundays/2020-11-08.csv").content.decode()
    assert "'=HYPERLINK" in content
    assert ",=HYPERLINK" not in content


def test_json_is_readable_and_has_the_promised_keys(client: Client) -> None:
    make_count(7, phrase="сем чалавек")
    response = client.get("/sundays/2020-11-08.json")
    assert response["Content-Type"] == "application/json"
    assert "сем чалавек" in response.content.decode()
    data = json.loads(response.content)
    promised = {"sunday", "ordinal", "streak", "data_version", "reported", "documented"}
    promised |= {"unnamed_remainder", "groups", "cities", "unallocated", "events", "sources"}
    assert promised <= set(data)


def test_a_form_that_nobody_promised_is_not_found(client: Client) -> None:
    assert client.get("/sundays/2020-11-08.xml").status_code == 404
    assert client.get(f"{ADDRESS[:-1]}").status_code == 301
