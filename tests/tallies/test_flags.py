"""What does not fit together, and what is not known any more (rules 7 to 9, custody)."""

from datetime import date, timedelta

import pytest

from detentions import tallies
from detentions.choices import (
    CustodyKind,
    Group,
    Role,
)
from detentions.tallies import Cell, Rule, Sunday
from tests.factories import (
    SUNDAY,
    make_city,
    make_count,
    make_detention,
    make_organisation,
)

pytestmark = pytest.mark.django_db
NEXT_DAY = SUNDAY + timedelta(days=1)


def sunday(day: date = SUNDAY, today: date = NEXT_DAY) -> Sunday:
    tallies.rebuild()
    return tallies.sunday(day, today=today, rule=Rule())


def cell(slug: str, day: date = SUNDAY) -> Cell:
    tallies.rebuild()
    return tallies.cell(day, slug, today=NEXT_DAY, rule=Rule())


def test_more_documented_than_reported_is_flagged_and_leaves_no_remainder() -> None:
    city = make_city(slug="town", name="Town")
    make_count(1, city=city, organisation=make_organisation(name="Counters"))
    for _ in range(3):
        make_detention(city=city)
    found = sunday()
    assert found.unnamed_remainder == 0
    assert [(one.code, one.place) for one in found.contradictions] == [
        ("documented_above_reported", ""),
        ("documented_above_reported", "town"),
    ]
    assert found.contradictions[1].sentence == (
        "Town: 3 detentions are documented here, more than the 1 that Counters reported."
    )
    assert [one.place for one in cell("town").contradictions] == ["town"]


def test_seven_tagged_journalists_against_at_least_six_are_a_flag() -> None:
    make_count(6, group=Group.JOURNALISTS, qualifier="at_least")
    for _ in range(7):
        make_detention(roles=[Role.JOURNALIST])
    [flag] = sunday().contradictions
    assert flag.code == "group_documented_above_reported"
    assert flag.values["group"] == "journalists"
    assert flag.sentence.startswith("Whole country, journalists: 7 detentions are documented")


def test_a_number_within_printed_bounds_is_no_contradiction() -> None:
    make_count(1, high=5, qualifier="between")
    for _ in range(3):
        make_detention()
    assert sunday().contradictions == ()


def test_cities_above_the_country_are_a_contradiction_and_not_unallocated() -> None:
    make_count(30, organisation=make_organisation(slug="whole"))
    for low in (20, 25):
        make_count(low, city=make_city())
    found = sunday()
    assert found.unallocated is None
    [contradiction] = found.contradictions
    assert contradiction.values == {"cities": 45, "country": "30"}
    assert "add up to 45" in contradiction.sentence


def test_cities_that_add_up_exactly_leave_nothing_unallocated() -> None:
    viasna = make_organisation()
    for low in (20, 25):
        make_count(low, city=make_city(), organisation=viasna)
    assert sunday().unallocated == 0


@pytest.mark.parametrize(
    ("steps", "days_later", "status"),
    [
        ((), 3, "held"),
        ((), 4, "unknown"),
        ((CustodyKind.HELD,), 3, "held"),
        ((CustodyKind.HELD,), 4, "unknown"),
        ((CustodyKind.HELD, CustodyKind.RELEASED), 400, "released"),
        ((CustodyKind.RELEASED_PENDING_TRIAL,), 400, "released_pending_trial"),
    ],
)
def test_a_detention_without_an_outcome_is_unknown_after_72_hours_and_never_held_for_ever(
    steps: tuple[str, ...], days_later: int, status: str
) -> None:
    make_detention(steps=steps)
    [line] = sunday(today=SUNDAY + timedelta(days=days_later)).outcomes
    assert (line.status, line.detentions) == (status, 1)


def test_old_open_steps_are_one_line_of_unknown_status() -> None:
    for step in (CustodyKind.HELD, CustodyKind.TRANSFERRED, CustodyKind.UNKNOWN):
        make_detention(steps=[step])
    make_detention(steps=[CustodyKind.FINED])
    lines = sunday(today=date(2021, 1, 1)).outcomes
    assert [(line.status, line.detentions) for line in lines] == [("fined", 1), ("unknown", 3)]
