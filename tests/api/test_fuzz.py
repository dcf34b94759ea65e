"""A few hundred requests made up from the OpenAPI document, right ones and wrong ones.

Each answer has a documented status, type and shape, wrong ones are refused, and none is a fault.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import Case, GenerationMode, checks

from detentions import tallies
from tests.factories import (
    make_city,
    make_count,
    make_data_version,
    make_detention,
    make_event,
    make_series,
)

pytestmark = pytest.mark.django_db

REQUESTS_EACH = 8
CHECKS = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


@pytest.fixture
def application() -> Iterator[WSGIHandler]:
    """The application as a server runs it, but on the connection of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield get_wsgi_application()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def schema(application: WSGIHandler) -> Any:
    make_data_version()
    event = make_event(slug="march", city=make_city(slug="minsk"), series=make_series())
    make_detention(event=event, roles=["journalist"], steps=["held", "released"])
    make_count(1024, event=event)
    tallies.rebuild()
    return schemathesis.openapi.from_wsgi("/api/v1/schema/", application)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_request_made_from_the_document_upsets_the_server(
    schema: Any, mode: GenerationMode
) -> None:
    asked = 0

    def check(case: Case[Any]) -> None:
        nonlocal asked
        asked += 1
        case.call_and_validate(checks=CHECKS)

    for result in schema.get_all_operations():
        operation = result.ok()
        if mode is GenerationMode.NEGATIVE and not operation.query:
            continue
        settings(
            max_examples=REQUESTS_EACH,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )(given(case=operation.as_strategy(generation_mode=mode))(check))()
    assert asked > REQUESTS_EACH * 15
