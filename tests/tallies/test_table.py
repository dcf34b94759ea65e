"""The tally table: what it holds, and that it can never drift from the detentions."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detentions import tallies
from detentions.choices import CustodyKind, DetainedBy, NamePublication, PublicationState, Role, Sex
from detentions.models import Detainee, Detention, Tally
from tests.factories import (
    SUNDAY,
    make_city,
    make_detainee,
    make_detention,
    make_event,
    make_step,
)

pytestmark = pytest.mark.django_db
SATURDAY = SUNDAY - timedelta(days=1)


def row(**key: Any) -> tuple[int, int, int] | None:
    key = {"period": "day", "start": SUNDAY, "city_id": "", "dimension": "all", "value": ""} | key
    found = Tally.objects.filter(**key).first()
    return (found.detentions, found.people, found.new_people) if found else None


def test_sources_and_roles_multiply_no_detention() -> None:
    event = make_event()
    for _ in range(2):
        make_detention(event=event, roles=[Role.JOURNALIST, Role.STUDENT])
    tallies.rebuild()
    assert row() == (2, 2, 2)
    assert row(city_id=event.city_id) == (2, 2, 2)
    assert row(dimension="role", value=Role.JOURNALIST) == (2, 2, 2)


def test_one_person_taken_on_three_sundays_is_three_detentions_and_one_person() -> None:
    person, minsk, homel = make_detainee(), make_city(), make_city()
    for weeks, city in enumerate((minsk, homel, minsk)):
        make_detention(detainee=person, city=city, date=SUNDAY + timedelta(weeks=weeks))
    tallies.rebuild()
    days = Tally.objects.filter(period="day", dimension="all")
    country = days.filter(city_id="")
    assert sum(day.detentions for day in country) == 3
    assert sum(day.new_people for day in country) == 1
    assert sum(day.new_people for day in days.filter(city_id=minsk.id)) == 1
    assert sum(day.new_people for day in days.filter(city_id=homel.id)) == 1


def test_two_detentions_of_one_person_in_a_week_are_one_person_of_that_week() -> None:
    person, city = make_detainee(), make_city()
    make_detention(detainee=person, city=city, date=SATURDAY)
    make_detention(detainee=person, city=city, date=SUNDAY)
    tallies.rebuild()
    monday = date(2020, 11, 2)
    assert row(period="week", start=monday) == (2, 1, 0)
    assert row(period="week", start=monday, city_id=city.id) == (2, 1, 0)
    assert row(start=SATURDAY) == (1, 1, 1)
    assert row(start=SUNDAY) == (1, 1, 0)


def test_a_detention_is_broken_down_by_sex_latest_step_and_who_detained() -> None:
    detention = make_detention(
        detainee=make_detainee(sex=Sex.FEMALE), detained_by=DetainedBy.RIOT_POLICE
    )
    make_step(detention=detention, kind=CustodyKind.RELEASED, date=SUNDAY + timedelta(days=2))
    make_step(detention=detention, kind=CustodyKind.HELD, date=SUNDAY)
    tallies.rebuild()
    assert row(dimension="sex", value=Sex.FEMALE) == (1, 1, 1)
    assert row(dimension="status", value=CustodyKind.RELEASED) == (1, 1, 1)
    assert row(dimension="status", value=CustodyKind.HELD) is None
    assert row(dimension="detained_by", value=DetainedBy.RIOT_POLICE) == (1, 1, 1)


def test_the_number_of_cities_is_kept_with_the_country() -> None:
    for _ in range(3):
        make_detention()
    tallies.rebuild()
    assert row(dimension="cities", value="3") == (3, 3, 3)


@pytest.mark.parametrize("state", [s for s in PublicationState if s != "published"])
def test_only_published_detentions_are_counted(state: PublicationState) -> None:
    make_detention(state=state)
    tallies.rebuild()
    assert not Tally.objects.exists()


def test_a_withdrawn_detention_leaves_the_table_with_the_refresh_of_its_day() -> None:
    detention = make_detention()
    tallies.refresh({SUNDAY})
    Detention.objects.filter(pk=detention.pk).update(state=PublicationState.WITHDRAWN)
    tallies.refresh({SUNDAY})
    assert not Tally.objects.exists()


def test_refreshing_no_day_changes_nothing() -> None:
    make_detention()
    tallies.refresh(set())
    assert not Tally.objects.exists()


def test_differences_name_what_is_wrong_missing_and_too_much() -> None:
    make_detention()
    tallies.rebuild()
    assert tallies.differences() == ()
    Tally.objects.filter(city_id="", dimension="all", period="day").update(detentions=7)
    Tally.objects.filter(city_id="", dimension="sex", period="week").delete()
    Tally.objects.create(
        period="day",
        start=date(2019, 5, 1),
        dimension="all",
        detentions=1,
        people=1,
        new_people=1,
    )
    found = {(d.period, d.start, d.dimension): d for d in tallies.differences()}
    wrong = found["day", SUNDAY, "all"]
    assert wrong.stored
    assert wrong.derived
    assert (wrong.stored.detentions, wrong.derived.detentions) == (7, 1)
    assert found["week", date(2020, 11, 2), "sex"].stored is None
    assert found["day", date(2019, 5, 1), "all"].derived is None
    assert len(found) == 3
    tallies.rebuild()
    assert tallies.differences() == ()


def test_a_refresh_reads_the_weeks_of_its_days_alone(
    django_assert_num_queries: Any,
) -> None:
    make_detention(date=date(2020, 8, 9))
    make_detention()
    # A savepoint around, one DELETE, one INSERT … SELECT.
    with django_assert_num_queries(4):
        tallies.refresh({SUNDAY})
    assert row() is not None
    assert row(start=date(2020, 8, 9)) is None


def test_the_statements_name_public_views_and_the_tally_table_only() -> None:
    with connection.execute_wrapper(_only_public_tables):
        tallies.rebuild()
        tallies.differences()


def _only_public_tables(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    names = {word.strip("(),;\"'") for word in sql.split()}
    tables = {name for name in names if name.startswith(("detentions_", "auth_", "public_"))}
    allowed = {
        "public_countable",
        "public_detention_roles",
        "public_cities",
        "detentions_tally",
    }
    assert tables <= allowed, tables
    return execute(sql, params, many, context)


DAYS = st.integers(0, 20).map(lambda number: SUNDAY - timedelta(days=number))
OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "withdraw", "move", "step", "name"]),
        st.integers(0, 3),
        st.integers(0, 2),
        DAYS,
    ),
    max_size=12,
)


@given(operations=OPERATIONS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_refreshing_what_was_touched_gives_what_counting_everything_gives(
    operations: list[tuple[str, int, int, date]],
) -> None:
    with transaction.atomic():
        people = [make_detainee() for _ in range(4)]
        cities = [make_city() for _ in range(3)]
        for what, person, city, day in operations:
            before = _days_of(people[person])
            _apply(what, people[person], cities[city], day)
            tallies.refresh(before | _days_of(people[person]))
        assert tallies.differences() == ()
        for tally in Tally.objects.all():
            assert tally.new_people <= tally.people <= tally.detentions
        transaction.set_rollback(True)


def _apply(what: str, person: Detainee, city: Any, day: date) -> None:
    theirs = Detention.objects.filter(detainee=person).order_by("date", "id")
    first = theirs.first()
    if what == "add" or first is None:
        make_detention(detainee=person, city=city, date=day, roles=[Role.STUDENT])
    elif what == "withdraw":
        theirs.filter(pk=first.pk).update(state=PublicationState.WITHDRAWN)
    elif what == "move":
        theirs.filter(pk=first.pk).update(date=day, city=city)
    elif what == "step":
        order = first.custody_events.count()
        make_step(detention=first, kind=CustodyKind.RELEASED, order=order)
    else:
        Detainee.objects.filter(pk=person.pk).update(
            name_publication=NamePublication.PUBLIC, consent_by="the person, in writing"
        )


def _days_of(person: Detainee) -> set[date]:
    return set(Detention.objects.filter(detainee=person).values_list("date", flat=True))
