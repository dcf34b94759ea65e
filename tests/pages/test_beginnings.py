"""Pages of a tracker that has just been set up."""

import pytest
from django.test import Client

from detentions.models import DataVersion
from tests.factories import make_data_version
from tests.pages.reading import read

pytestmark = pytest.mark.django_db


def test_an_empty_tracker_says_that_nothing_is_published(client: Client) -> None:
    assert "Nothing is published yet." in read(client, "/sundays/").text


def test_demonstration_data_is_named_as_that(client: Client) -> None:
    make_data_version()
    assert "Demonstration" not in read(client, "/").text
    DataVersion.objects.update(demonstration=True)
    words = "Figures of organisations are real and sourced; individual records are invented."
    assert words in read(client, "/").text
    assert words in read(client, "/nothing-here/").text


def test_an_empty_tracker_has_a_first_page(client: Client) -> None:
    assert "Nothing is published yet." in read(client, "/").text
