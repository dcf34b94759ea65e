"""Synthetic loads: as many as asked for, the same for a seed, counted like any other write."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Count

from detentions import tallies
from detentions.demo.synthetic import CITIES_A_SUNDAY, FIRST, SUNDAYS
from detentions.models import (
    Change,
    Citation,
    DataVersion,
    Detainee,
    Detention,
    Event,
)
from tests.demo.counted import sunday, sundays

pytestmark = pytest.mark.usefixtures("demonstration")


def make(detentions: int, **options: int) -> None:
    call_command("make_load", detentions=detentions, stdout=StringIO(), **options)


def synthetic() -> list[str]:
    return sorted(Detention.objects.filter(date__gte=FIRST).values_list("id", flat=True))


def test_as_many_detentions_as_asked_for_are_published_and_counted() -> None:
    before = sundays().documented.detentions
    version = DataVersion.objects.get().number
    make(5_010)
    assert len(synthetic()) == 5_010
    assert sundays().documented.detentions == before + 5_010
    assert tallies.differences() == ()
    assert DataVersion.objects.get().number == version + SUNDAYS
    newest = Detention.objects.order_by("-version").values_list("version", flat=True)[0]
    assert newest == version + SUNDAYS


def test_a_sunday_looks_alike_at_every_size() -> None:
    make(5_000)
    counted = sunday(FIRST)
    assert counted.documented.detentions == 20
    assert len(counted.events) == len(counted.cities) == CITIES_A_SUNDAY
    capital = next(line for line in counted.cities if line.city == "minsk")
    assert capital.documented.detentions == 12
    assert counted.reported
    assert counted.reported.headline
    assert counted.reported.headline.low > 20
    cities = Event.objects.filter(date__gte=FIRST).aggregate(n=Count("city", distinct=True))
    assert cities == {"n": 120}


def test_every_synthetic_detention_has_a_source_and_an_event_in_its_city() -> None:
    make(1_250)
    rows = Detention.objects.filter(date__gte=FIRST)
    assert all(
        row.event and row.event.city_id == row.city_id for row in rows.select_related("event")
    )
    assert Citation.objects.filter(detention__in=rows).count() == 1_250
    assert rows.values("detainee").distinct().count() < 1_250


def test_names_of_synthetic_people_are_nobodys() -> None:
    make(250)
    people = Detainee.objects.filter(detentions__date__gte=FIRST)
    assert all(
        person.name.endswith(("test", "proba", "demo", "fiktiv")) for person in people.distinct()
    )


def test_a_seed_is_loaded_once_and_another_adds_to_it() -> None:
    make(300, seed=7)
    first = synthetic()
    with pytest.raises(CommandError, match="seed 7 is here already"):
        make(300, seed=7)
    make(300, seed=8)
    assert len(synthetic()) == 600
    assert set(first) < set(synthetic())


def test_the_same_seed_gives_the_same_records() -> None:
    with transaction.atomic():
        make(300, seed=7)
        first = synthetic()
        transaction.set_rollback(True)
    make(300, seed=7)
    assert synthetic() == first


def _indexes() -> dict[str, set[str]]:
    with connection.cursor() as cursor:
        return {
            model.__name__: set(
                connection.introspection.get_constraints(cursor, model._meta.db_table)
            )
            for model in (Citation, Detainee, Detention)
        }


def test_every_index_is_up_again_after_a_load() -> None:
    before = _indexes()
    make(100)
    assert _indexes() == before


def test_synthetic_records_leave_no_history_and_no_feed() -> None:
    changes = Change.objects.filter(kind="detentions").count()
    make(100)
    assert Change.objects.filter(kind="detentions").count() == changes
    assert not Detention.history.filter(date__gte=FIRST).exists()
