"""/status/ and the index"""

import pytest
import time_machine

from detentions import entry, tallies
from detentions.models import DataVersion
from tests import staff
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


def _last_published() -> str | None:
    published: str | None = told("status/")["last_published_at"]
    return published


def test_only_what_the_public_gets_to_see_moves_the_last_publication() -> None:
    with time_machine.travel("2020-11-09T12:00:00Z", tick=False) as clock:
        count = staff.publish(staff.enter_count(phrase="10 people"))
        assert _last_published() == "2020-11-09T15:00:00+03:00"
        clock.shift(3600)
        draft = staff.enter_source(title="A draft")
        entry.submit(draft, by=staff.enterer(), revision=draft.revision)
        count.refresh_from_db()
        noted = {"notes": "Whispered"}
        count = entry.change(count, by=staff.editor(), revision=count.revision, values=noted)
        assert _last_published() == "2020-11-09T15:00:00+03:00"
        said = {"phrase": "ten people"}
        count = entry.change(count, by=staff.editor(), revision=count.revision, values=said)
        assert _last_published() == "2020-11-09T16:00:00+03:00"


def test_a_withdrawal_is_no_publication() -> None:
    with time_machine.travel("2020-11-09T12:00:00Z", tick=False) as clock:
        detention = staff.publish(staff.enter_detention())
        before = told("status/")
        clock.shift(3600)
        entry.withdraw(detention, by=staff.editor(), revision=detention.revision, reason="mistaken")
    after = told("status/")
    assert after["data_version"] > before["data_version"]
    assert after["last_published_at"] == before["last_published_at"]
