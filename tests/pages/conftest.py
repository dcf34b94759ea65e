"""The scene that most tests of pages read, and the demonstration for those that read all of it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.demo.conftest import loaded as loaded
from tests.pages import crowded
from tests.pages.scene import Scene, build

# What these compare is told in full where it differs, as in a test.
pytest.register_assert_rewrite(
    "tests.pages.same_day", "tests.pages.same_overviews", "tests.pages.same_places"
)


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """Write 8 November 2020 once for all tests of a module, and return what they name of it.

    What a test itself writes is undone after it. In a module whose tests use the scene, all do.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demonstration_and_more(loaded: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Add to the demonstration, once for a module, what its pages have no line of."""
    with django_db_blocker.unblock(), transaction.atomic():
        crowded.build()
        yield
        transaction.set_rollback(True)
