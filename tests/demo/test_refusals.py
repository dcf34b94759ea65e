"""Where people have entered records, invented ones are refused."""

from unittest import mock

import pytest
from django.core.management import CommandError, call_command

from detentions import demo, entry
from detentions.demo import loading
from detentions.models import DataVersion, Detainee, Event, Source
from tests import staff
from tests.demo.counted import TODAY

pytestmark = pytest.mark.django_db


def test_a_database_with_somebodys_records_is_refused_and_left_alone() -> None:
    staff.enter_source()
    with pytest.raises(CommandError, match=r"people entered \(sources\).*--force"):
        call_command("load_demo")
    with pytest.raises(CommandError, match="people entered"):
        call_command("make_load", detentions=10)
    assert not DataVersion.objects.filter(demonstration=True).exists()
    assert (Source.objects.count(), Detainee.objects.count()) == (1, 0)


def test_force_loads_it_beside_them() -> None:
    mine = staff.enter_source(url="https://tass.com/world/1221219")
    assert demo.load(today=TODAY, force=True)
    mine.refresh_from_db()
    assert mine.state == "published"
    assert Source.objects.filter(url=mine.url).count() == 1
    assert Event.objects.filter(names__source=mine).exists()


def test_a_failure_half_way_leaves_nothing() -> None:
    with (
        mock.patch.object(loading, "load_people", side_effect=entry.NotReadyError("stop")),
        pytest.raises(entry.NotReadyError),
    ):
        demo.load(today=TODAY)
    assert not Source.objects.exists()
    assert not entry.is_demonstration()
