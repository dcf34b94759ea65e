"""The demonstration, loaded once for each file of tests that only read it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from detentions import demo
from tests.demo.counted import TODAY


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Load the demonstration; it is gone after the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.load(today=TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demonstration(loaded: None, db: None) -> None:
    """Let a test read the demonstration, and forget what it writes."""
