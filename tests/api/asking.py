"""Asking the API, and building what it answers from."""

from __future__ import annotations

from typing import Any

from django.test import Client

from detentions.choices import ChangeAction
from detentions.models import Change
from tests.factories import NOON

ROOT = "/api/v1/"
PROBLEM = "application/problem+json"


def ask(path: str, **parameters: Any) -> Any:
    """Return the answer to a GET below the API's address, as the test client hands it out."""
    return Client().get(ROOT + path, parameters)


def told(path: str, **parameters: Any) -> Any:
    """Return the JSON of an answer that has to be 200."""
    response = ask(path, **parameters)
    assert response.status_code == 200, response.content
    return response.json()


def results(path: str, **parameters: Any) -> list[dict[str, Any]]:
    """Return the records of one page of a list."""
    listed: list[dict[str, Any]] = told(path, **parameters)["results"]
    return listed


def ids(path: str, **parameters: Any) -> set[str]:
    """Return the ids of the records of one page of a list."""
    return {record["id"] for record in results(path, **parameters)}


def refused(path: str, **parameters: Any) -> list[dict[str, Any]]:
    """Return the errors of an answer that has to be a 400 problem."""
    response = ask(path, **parameters)
    assert response.status_code == 400, response.content
    assert response.headers["Content-Type"] == PROBLEM
    errors: list[dict[str, Any]] = response.json()["errors"]
    return errors


def problem(path: str, status: int) -> dict[str, Any]:
    """Return the problem of an answer that has to have this status."""
    response = ask(path)
    assert response.status_code == status, response.content
    assert response.headers["Content-Type"] == PROBLEM
    document: dict[str, Any] = response.json()
    assert document["status"] == status
    return document


def make_change(
    kind: str, record_id: str, action: ChangeAction, *, successor: str = "", version: int = 9
) -> Change:
    """What the public is told of a record that it no longer sees."""
    return Change.objects.create(
        version=version,
        kind=kind,
        record_id=record_id,
        action=action,
        successor_id=successor,
        at=NOON,
    )
