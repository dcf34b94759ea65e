"""/status/ and the index"""

import pytest

from detentions import tallies
from detentions.models import DataVersion
from tests.api.asking import ROOT, ask, told
from tests.factories import make_count, make_data_version, make_detention

pytestmark = pytest.mark.django_db


def test_status_tells_version_latest_day_last_publication_and_numbers() -> None:
    make_data_version(57)
    make_detention()
    make_count(9)
    make_count(9, state="draft")
    tallies.rebuild()
    status = told("status/")
    assert status["data_version"] == 57
    assert status["data_through"] == "2020-11-08"
    assert status["last_published_at"] == "2020-11-09T15:00:00+03:00"
    assert status["records"]["detentions"] == 1
    assert status["records"]["reported-counts"] == 1


def test_status_of_nothing_is_nothing() -> None:
    status = told("status/")
    assert (status["data_version"], status["data_through"]) == (0, None)
    assert set(status["records"].values()) == {0}


def test_the_index_leads_everywhere() -> None:
    index = told("")
    addresses = [*index["records"].values(), *index["tallies"].values()]
    addresses += [index[name] for name in ("status", "schema", "docs")]
    assert len(addresses) == 14
    for address in addresses:
        assert ask(address.removeprefix(f"http://testserver{ROOT}")).status_code == 200


def test_the_index_says_when_records_are_invented() -> None:
    make_data_version(3)
    assert told("")["demonstration"] is False
    DataVersion.objects.update(demonstration=True, number=4)
    assert told("")["demonstration"] is True
