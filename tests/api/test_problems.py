"""Errors, methods, origins: what every address below /api/v1/ answers in the same way."""

import io
import logging
from unittest import mock

import pytest
from django.test import Client

from detentions.choices import ChangeAction
from detentions.records import CITIES
from tests.api.asking import PROBLEM, ROOT, ask, make_change, problem, told
from tests.factories import make_city, make_detention, make_event

pytestmark = pytest.mark.django_db

PATHS = ("", "cities/", "cities/minsk/", "tallies/matrix/", "status/", "schema/", "docs/", "nope/")
UNSAFE = ("POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", UNSAFE)
def test_nothing_can_be_written(path: str, method: str) -> None:
    response = Client().generic(method, ROOT + path, "{}", content_type="application/json")
    assert response.status_code == 405
    assert response.headers["Content-Type"] == PROBLEM
    assert "GET" in response.headers["Allow"]
    assert "POST" not in response.headers["Allow"]


@pytest.mark.parametrize("path", [*PATHS, "docs/console/", "docs/nothing/"])
def test_options_says_the_methods_and_no_more(path: str) -> None:
    response = Client().options(ROOT + path)
    assert response.status_code == 204
    assert response.content == b""
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_head_tells_what_get_would_without_the_body() -> None:
    make_city()
    asked = Client().get(f"{ROOT}cities/")
    headed = Client().head(f"{ROOT}cities/")
    assert headed.status_code == 200
    assert headed.content == b""
    assert headed.headers["Content-Length"] == asked.headers["Content-Length"]


@pytest.mark.parametrize("path", [*PATHS, "cities/?x=1", "cities/atlantis/"])
def test_every_answer_may_be_read_from_any_origin_without_credentials(path: str) -> None:
    make_city(slug="minsk")
    response = Client().get(ROOT + path, headers={"origin": "https://example.org"})
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("path", ["nope", "nope/", "cities/minsk/more/", "%00", "%FF/"])
def test_an_address_that_is_none_is_a_problem(path: str) -> None:
    problem(path, 404)


def test_an_address_without_its_slash_leads_to_the_one_with_it() -> None:
    response = Client().get(f"{ROOT}cities?region=x")
    assert response.status_code == 308
    assert response.headers["Location"] == f"{ROOT}cities/?region=x"


@pytest.mark.parametrize("path", ["cities", "cities/minsk", "status", "docs", ""])
def test_the_way_to_the_slash_is_no_page(path: str) -> None:
    address = (ROOT + path).removesuffix("/")
    response = Client().get(address)
    assert (response.status_code, response.headers["Location"]) == (308, f"{address}/")
    assert "Content-Type" not in response.headers
    assert response.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", ["/api", "/api/", "/api/v2/", "/api/v2/cities/", "/api/v1x"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_beside_the_one_version_there_is_no_page_either(address: str, method: str) -> None:
    response = Client().generic(method, address)
    assert response.status_code == (404 if method == "GET" else 405)
    assert response.headers["Content-Type"] == PROBLEM


def test_whoever_accepts_nothing_in_particular_gets_json() -> None:
    for accept in ("", " ", "*/*"):
        response = Client().get(f"{ROOT}cities/", headers={"accept": accept})
        assert response.headers["Content-Type"] == "application/json"


def test_only_json_is_offered() -> None:
    response = Client().get(f"{ROOT}cities/", headers={"accept": "text/csv"})
    assert response.status_code == 406
    assert response.headers["Content-Type"] == PROBLEM
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert Client().get(f"{ROOT}cities/", headers={"accept": browser}).status_code == 200


def test_a_withdrawn_record_is_gone() -> None:
    make_change("detentions", "gone00000000", ChangeAction.CREATED, version=8)
    make_change("detentions", "gone00000000", ChangeAction.WITHDRAWN)
    document = problem("detentions/gone00000000/", 410)
    assert document["withdrawn_at"] == "2020-11-09T15:00:00+03:00"
    problem("events/gone00000000/", 404)


def test_a_record_that_was_withdrawn_and_published_again_is_there() -> None:
    event = make_event()
    make_change("events", event.id, ChangeAction.WITHDRAWN)
    assert told(f"events/{event.id}/")["id"] == event.id


def test_a_merged_record_leads_to_the_one_that_carries_it_on() -> None:
    survivor = make_detention().detainee_id
    make_change("detainees", "merged000000", ChangeAction.MERGED, successor=survivor)
    response = ask("detainees/merged000000/", fields="id")
    assert response.status_code == 308
    assert response.headers["Content-Type"] == PROBLEM
    assert response.headers["Location"].endswith(f"{ROOT}detainees/{survivor}/?fields=id")
    assert response.json()["successor"] == survivor
    followed = Client().get(response.headers["Location"])
    assert followed.json() == {"id": survivor}


def test_a_fault_is_a_problem_that_tells_nothing() -> None:
    with mock.patch.object(type(CITIES), "all", side_effect=ValueError("a private word")):
        response = ask("cities/")
    assert response.status_code == 500
    assert response.headers["Content-Type"] == PROBLEM
    assert b"private word" not in response.content


def test_a_fault_outside_of_the_views_is_a_problem_too() -> None:
    client = Client(raise_request_exception=False)
    with mock.patch(
        "detentions.freshness.newest_version", side_effect=ValueError("a private word")
    ):
        response = client.get(f"{ROOT}status/")
    assert response.status_code == 500
    assert response.headers["Content-Type"] == PROBLEM
    assert b"private word" not in response.content
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_an_answer_that_has_not_changed_may_be_read_from_any_origin_too() -> None:
    first = Client().get(f"{ROOT}status/")
    again = Client().get(f"{ROOT}status/", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["Access-Control-Allow-Origin"] == "*"


def test_a_host_that_is_not_served_is_a_problem() -> None:
    response = Client().get(f"{ROOT}status/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert response.headers["Content-Type"] == PROBLEM


@pytest.mark.parametrize("path", [f"{ROOT}status/", "/sundays/", "/nothing/", "/admin/login/"])
@pytest.mark.parametrize("host", ["evil.example", "a b", ""])
def test_a_host_that_is_not_served_is_one_line_in_the_log_that_does_not_repeat_it(
    path: str, host: str
) -> None:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logging.getLogger("django").addHandler(handler)
    try:
        Client().get(path, headers={"host": host})
    finally:
        logging.getLogger("django").removeHandler(handler)
    assert written.getvalue() == "A request named a host that is not in ALLOWED_HOSTS.\n"


def test_every_problem_has_the_members_of_rfc_9457_and_leads_to_its_explanation() -> None:
    document = problem("nope/", 404)
    assert set(document) == {"type", "title", "status", "detail", "errors"}
    manual = ask("docs/").content.decode()
    assert f'id="{document["type"].partition("#")[2]}"' in manual


def test_words_are_english_whatever_language_the_reader_prefers() -> None:
    response = Client().get(f"{ROOT}cities/?ctiy=1", headers={"accept-language": "be"})
    assert response.json()["errors"][0]["detail"] == "There is no such parameter."
