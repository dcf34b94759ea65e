"""When the database does not answer: a passing trouble, said as one, to people and programs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.django_db
DOWN = (OperationalError("a private host does not answer"), InterfaceError("connection closed"))


@contextmanager
def _down(error: Exception) -> Iterator[None]:
    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        raise error

    with connection.execute_wrapper(refuse):
        yield


def _ask(path: str, error: Exception) -> Any:
    with _down(error):
        return Client(raise_request_exception=False).get(path)


@pytest.mark.parametrize("error", DOWN)
@pytest.mark.parametrize("path", ["/", "/sundays/2020-11-08/", "/detentions/", "/not/a/page/"])
def test_a_page_says_when_to_come_back(path: str, error: Exception) -> None:
    response = _ask(path, error)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert response.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert b"cannot be reached" in response.content
    assert b"private host" not in response.content


@pytest.mark.parametrize("error", DOWN)
@pytest.mark.parametrize(
    "path", ["status/", "detentions/", "tallies/sundays/2020-11-08/", "cities/minsk/", "nothing/"]
)
def test_the_api_answers_with_a_problem_that_says_so(path: str, error: Exception) -> None:
    response = _ask(f"/api/v1/{path}", error)
    assert response.headers["Content-Type"] == "application/problem+json"
    if path == "nothing/":
        assert response.status_code == 404
        return
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    problem = response.json()
    assert problem["type"].endswith("#problem-unavailable")
    assert "again" in problem["detail"]
    assert b"private host" not in response.content


def test_another_fault_is_still_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ValueError("a private word")

    monkeypatch.setattr("detentions.freshness._etag", broken)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert b"private word" not in response.content
    assert "Retry-After" not in response.headers
