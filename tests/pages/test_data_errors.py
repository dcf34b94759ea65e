"""Errors of `.json` and `.csv`: a program never takes a page for its data."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from detentions import tallies
from detentions.problem_details import MEDIA_TYPE
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db

MISSING = (
    ("/nothing", "There is nothing at this address"),
    ("/sundays/2020-13-45", "There is nothing at this address"),
    ("/cities/atlantis", "There is no city “atlantis”."),
    ("/sundays/2020-11-08/atlantis", "There is no city “atlantis”."),
    ("/sundays/1900-01-07", "1900-01-07 lies outside the Sundays from 2020-08-09 to "),
)


def as_json(client: Client, address: str, status: int) -> dict[str, Any]:
    """Return the problem that an address answers."""
    response = client.get(address)
    assert response.status_code == status
    assert response["Content-Type"] == MEDIA_TYPE
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    return problem


def as_text(client: Client, address: str, status: int) -> list[str]:
    """Return the lines that an address answers."""
    response = client.get(address)
    assert response.status_code == status
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert "Content-Disposition" not in response
    return response.content.decode().splitlines()


@pytest.mark.parametrize(("address", "detail"), MISSING)
def test_what_is_not_there_is_said_in_the_form_asked_for(
    client: Client, scene: Scene, address: str, detail: str
) -> None:
    problem = as_json(client, f"{address}.json", 404)
    assert problem["detail"].startswith(detail)
    assert problem["type"].endswith("#problem-not-found")
    first, second = as_text(client, f"{address}.csv", 404)
    assert first == "404 Nothing there"
    assert second.startswith(detail)
    assert b"<html" in client.get(f"{address}/").content


def test_a_refused_parameter_is_named_with_its_value_and_what_is_allowed(
    client: Client, scene: Scene
) -> None:
    (error,) = as_json(client, "/sundays.json?by=kgb", 400)["errors"]
    assert (error["parameter"], error["value"]) == ("by", "kgb")
    assert "viasna" in error["allowed"]
    lines = as_text(client, "/sundays/2020-11-08.csv?ctiy=minsk&page=2", 400)
    assert lines[0] == "400 Parameters that cannot be taken"
    assert any(line.startswith("page=2: There is no such parameter.") for line in lines)


def test_a_page_and_the_api_refuse_alike(client: Client, scene: Scene) -> None:
    for page, api in (
        ("/sundays.json", "/api/v1/tallies/sundays/"),
        ("/cities/minsk.json", "/api/v1/tallies/cities/minsk/"),
    ):
        query = "?ctiy=minsk&ctiy=homel"
        assert client.get(page + query).json() == client.get(api + query).json()


@pytest.mark.parametrize(
    ("raised", "status"), [(RuntimeError("secret"), 500), (OperationalError("secret"), 503)]
)
def test_a_fault_is_told_without_its_reason(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, status: int
) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise raised

    monkeypatch.setattr(tallies, "sundays", fail)
    client = Client(raise_request_exception=False)
    assert "secret" not in str(as_json(client, "/sundays.json", status))
    lines = as_text(client, "/sundays.csv", status)
    assert lines[0].startswith(f"{status} ")
    assert "secret" not in " ".join(lines)
    if status == 503:
        assert client.get("/sundays.json")["Retry-After"] == "10"


def test_a_host_that_is_not_ours_is_refused_in_the_form_asked_for() -> None:
    client = Client(headers={"host": "elsewhere.example"})
    assert as_json(client, "/sundays.json", 400)["detail"] == "The request cannot be read."
    assert as_text(client, "/sundays.csv", 400)[1] == "The request cannot be read."
