"""An answer is served again until the data version, the day or the code changes."""

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from detentions import entry
from detentions.freshness import RememberedAnswers, State
from tests import staff

pytestmark = pytest.mark.django_db

PAGE = "/sundays/"
ZONE_NOON = "2020-11-10T12:00:00+03:00"


@pytest.fixture(autouse=True)
def _remembering(settings: Settings) -> None:
    settings.PAGE_CACHE_MB = 1


def test_the_second_reader_is_served_without_a_question_to_the_records(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = client.get(PAGE)
    # The data version is asked of the driver itself, which nobody counts.
    with django_assert_num_queries(0):
        second = client.get(PAGE)
    assert second.content == first.content
    assert second["ETag"] == first["ETag"]
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_a_reader_who_has_the_newest_answer_is_told_so(client: Client) -> None:
    etag = client.get(PAGE)["ETag"]
    again = client.get(PAGE, headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == etag


@pytest.mark.parametrize("page", [PAGE, "/api/v1/status/"])
def test_a_reader_who_has_any_answer_needs_none(client: Client, page: str) -> None:
    for _asked_again in range(2):
        response = client.get(page, headers={"If-None-Match": "*"})
        assert (response.status_code, response.content) == (304, b"")
        assert response["ETag"] == client.get(page)["ETag"]
    assert client.get("/nothing/", headers={"If-None-Match": "*"}).status_code == 404


def test_a_public_change_makes_a_new_answer(client: Client) -> None:
    before = client.get(PAGE)
    staff.publish(staff.enter_count())
    after = client.get(PAGE, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content


def test_a_draft_moves_nothing_that_a_reader_could_see(client: Client) -> None:
    staff.enter_city()
    count = staff.publish(staff.enter_count())
    before = client.get(PAGE)["ETag"]
    staff.enter_detention(parts={"citations": []})
    entry.change(
        count.source,
        by=staff.editor(),
        revision=count.source.revision,
        values={"title": count.source.title},
    )
    assert client.get(PAGE)["ETag"] == before


def test_a_new_day_makes_a_new_answer(client: Client) -> None:
    with time_machine.travel(ZONE_NOON) as traveller:
        before = client.get(PAGE)["ETag"]
        traveller.shift(24 * 3600)
        assert client.get(PAGE)["ETag"] != before


def test_another_query_host_or_page_is_another_answer(client: Client) -> None:
    etags = {
        client.get(PAGE)["ETag"],
        client.get(PAGE, {"by": "lowest"})["ETag"],
        client.get(PAGE, headers={"host": "localhost"})["ETag"],
        client.get("/cities/")["ETag"],
    }
    assert len(etags) == 4


def test_an_error_is_not_remembered(client: Client) -> None:
    missing = client.get("/sundays/2020-99-99/")
    assert missing.status_code == 404
    assert "ETag" not in missing


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_was_cut_meanwhile_is_noticed_by_nobody(client: Client) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no connection that could be cut")
    first = client.get(PAGE)
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [connection.connection.info.backend_pid])
    other.close()
    assert client.get(PAGE)["ETag"] == first["ETag"]


def test_the_admin_is_left_alone(client: Client) -> None:
    assert "ETag" not in client.get("/admin/login/")


def _state(address: str) -> State:
    return 1, dt.date(2020, 11, 8), address


def test_what_was_not_asked_for_the_longest_makes_room() -> None:
    remembered = RememberedAnswers(room=100)
    for address in ("old", "read", "new"):
        if address == "new":
            assert remembered.get(_state("read"))
        remembered.keep(_state(address), HttpResponse(b"x" * 40))
    assert remembered.get(_state("old")) is None
    assert remembered.get(_state("read"))
    assert remembered.get(_state("new"))


def test_an_answer_larger_than_the_room_is_not_remembered() -> None:
    remembered = RememberedAnswers(room=10)
    remembered.keep(_state("large"), HttpResponse(b"x" * 11))
    assert remembered.get(_state("large")) is None


def test_what_becomes_of_a_remembered_answer_changes_none_after_it() -> None:
    remembered = RememberedAnswers(room=10)
    remembered.keep(_state("page"), HttpResponse(b"x", headers={"X-Kept": "yes"}))
    first = remembered.get(_state("page"))
    assert first
    first.content = b"changed"
    del first.headers["X-Kept"]
    second = remembered.get(_state("page"))
    assert second
    assert (second.content, second.headers["X-Kept"]) == (b"x", "yes")


@pytest.mark.parametrize("page", ["/sundays/", "/sundays.json", "/api/v1/status/"])
def test_head_and_get_are_one_answer_with_one_tag(client: Client, page: str) -> None:
    head = client.head(page)
    whole = client.get(page)
    assert whole.content
    assert head["ETag"] == whole["ETag"]
    for known in (head["ETag"], f"W/{head['ETag']}", f'"other", {head["ETag"]}'):
        assert client.get(page, headers={"If-None-Match": known}).status_code == 304
