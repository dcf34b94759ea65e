"""The headline of a place and day: rules 3, 4 and 5, on the printed figures of 2020."""

from datetime import date
from typing import Any

import pytest

from detentions import tallies
from detentions.choices import Measure, PublicationState, Qualifier
from detentions.tallies import Rule, Sunday
from tests.factories import (
    SUNDAY,
    make_count,
    make_event,
    make_organisation,
)
from tests.tallies import printed

pytestmark = pytest.mark.django_db
TODAY = date(2021, 1, 1)


def sunday(day: date | str = SUNDAY, by: str = "highest") -> Sunday:
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return tallies.sunday(day, today=TODAY, rule=Rule.parse(by))


def headline(day: date | str = SUNDAY, by: str = "highest") -> Any:
    reported = sunday(day, by).reported
    assert reported
    return reported.headline


def test_8_november_is_1024_by_viasna() -> None:
    figures = printed.load_8_november()
    found = headline()
    assert (found.low, found.high, found.qualifier) == (1024, 1024, "exactly")
    assert (found.text, found.organisation, found.kind) == ("1,024", "viasna", "printed")
    assert found.reported_count == figures["111"].id
    assert found.source == figures["111"].source_id
    assert found.basis == (figures["111"].id,)
    assert found.as_of is None


def test_the_list_of_8_november_is_shown_as_it_grew_with_the_last_figure_current() -> None:
    printed.load_8_november()
    reported = sunday().reported
    assert reported
    growing = [
        figure
        for figure in reported.figures
        if figure.organisation == "viasna" and figure.place == "" and figure.group == "everyone"
    ]
    numbers = [figure.low for figure in growing if figure.low]
    assert numbers == [71, 381, 405, 501, 1003, 1023, 1024]
    assert [figure.low for figure in growing if figure.current and figure.low] == [1003, 1024]
    assert {figure.text for figure in growing} >= {"more than 70", "1,003", "1,024"}


def test_6_september_viasna_has_at_least_223_from_its_figures_for_cities() -> None:
    figures = printed.load("2020-09-06")
    found = headline("2020-09-06", "viasna")
    assert (found.low, found.high, found.qualifier) == (223, None, "at_least")
    assert (found.kind, found.text) == ("sum_of_places", "at least 223")
    assert sorted(found.basis) == sorted([figures["27"].id, figures["28"].id])
    assert found.reported_count is None


def test_6_september_the_headline_is_the_ministry_and_the_range_begins_with_viasna() -> None:
    printed.load("2020-09-06")
    reported = sunday("2020-09-06").reported
    assert reported
    assert reported.headline
    assert (reported.headline.low, reported.headline.organisation) == (633, "mvd")
    assert (reported.lowest, reported.highest) == (223, 633)
    assert [(one.organisation, one.low) for one in reported.organisations] == [
        ("viasna", 223),
        ("mvd", 633),
    ]


def test_the_official_figure_is_not_the_lower_bound_by_nature() -> None:
    printed.load("2020-08-29")
    day = sunday("2020-08-30").week.days[5]
    assert day.reported
    assert (day.reported.low, day.reported.organisation, day.lowest) == (29, "mvd", 11)


def test_the_rule_can_be_switched_to_the_lowest_and_to_an_organisation() -> None:
    printed.load("2020-10-11")
    assert (headline("2020-10-11").low, headline("2020-10-11", "lowest").low) == (713, 621)
    assert headline("2020-10-11", "viasna").text == "more than 620"
    assert sunday("2020-10-11", "viasna").rule == "viasna"


def test_an_organisation_without_a_figure_gives_no_headline_but_the_range_stays() -> None:
    make_organisation(slug="silent", name="Silent")
    make_count(5, organisation=make_organisation(slug="loud", name="Loud"))
    assert headline(by="loud").low == 5
    with pytest.raises(ValueError, match="Allowed: highest, lowest, loud"):
        Rule.parse("silent")


def test_held_pending_court_is_never_mixed_with_detained() -> None:
    printed.load("2020-09-06")
    lines = {line.measure: line for line in sunday("2020-09-06").measures}
    held, detained = lines["held_pending_court"].reported, lines["detained"].reported
    assert held
    assert detained
    assert (held.low, detained.low) == (363, 633)


def test_a_named_list_counts_as_at_least_its_number_of_detained() -> None:
    printed.load("2020-09-27")
    found = headline("2020-09-27", "viasna")
    assert (found.low, found.high, found.qualifier) == (341, None, "at_least")
    assert (found.kind, found.text) == ("names_on_list", "at least 341")
    lines = {line.measure: line for line in sunday("2020-09-27").measures}
    listed = lines["names_on_list"].reported
    assert listed
    assert (listed.text, listed.kind) == ("341", "printed")


def test_a_list_of_the_same_length_does_not_hide_the_printed_number() -> None:
    viasna = make_organisation()
    make_count(20, organisation=viasna, measure=Measure.NAMES_ON_LIST)
    make_count(20, organisation=viasna)
    assert (headline().kind, headline().qualifier) == ("printed", "exactly")


def test_a_superseded_figure_is_printed_and_never_current() -> None:
    viasna = make_organisation()
    wrong = make_count(90, organisation=viasna)
    make_count(60, organisation=viasna, supersedes=wrong)
    found = sunday().reported
    assert found
    assert found.headline
    assert found.headline.low == 60
    assert {(figure.low, figure.current, figure.superseded) for figure in found.figures} == {
        (90, False, True),
        (60, True, False),
    }


def test_a_figure_superseded_by_a_draft_still_stands() -> None:
    viasna = make_organisation()
    first = make_count(90, organisation=viasna)
    draft = PublicationState.DRAFT
    make_count(60, organisation=viasna, supersedes=first, state=draft)
    assert headline().low == 90


def test_of_equal_numbers_the_one_that_stood_there_last_is_current() -> None:
    viasna = make_organisation()
    moments = [f"2020-11-0{day}T12:00:00Z" for day in (8, 9)]
    for moment in (moments[1], moments[0], None):
        make_count(50, organisation=viasna, as_of=moment)
    assert headline().as_of.day == 9


def test_ties_between_organisations_go_to_the_better_rank() -> None:
    make_count(50, organisation=make_organisation(slug="second", rank=2))
    make_count(50, organisation=make_organisation(slug="first", rank=1))
    assert headline().organisation == headline(by="lowest").organisation == "first"


def test_organisations_that_do_not_count_are_shown_but_make_no_headline() -> None:
    make_count(500, organisation=make_organisation(counts_towards_headlines=False))
    make_count(5, organisation=make_organisation(slug="counts"))
    reported = sunday().reported
    assert reported
    assert reported.headline
    assert (reported.headline.low, reported.lowest, reported.highest) == (5, 5, 5)
    assert sorted(one.low for one in reported.organisations) == [5, 500]


def test_none_reported_is_not_zero() -> None:
    printed.load("2020-08-16", "2020-08-23")
    found = sunday("2020-08-16").reported
    assert found
    assert (found.headline, found.lowest, found.highest) == (None, None, None)
    assert found.without_number == ("unquantified", "none_reported")
    minsk = {line.city: line for line in sunday("2020-08-16").cities}["minsk"]
    assert (minsk.reported, minsk.without_number) == (None, ("unquantified",))
    assert sunday("2020-08-16").unnamed_remainder is None


def test_where_nobody_gave_a_figure_reported_is_none() -> None:
    make_event()
    assert sunday().reported is None
    assert sunday().unallocated is None


def test_words_without_a_number_are_current_only_beside_no_number() -> None:
    viasna = make_organisation()
    vague = make_count(organisation=viasna, qualifier=Qualifier.UNQUANTIFIED)
    assert sunday().reported.without_number == ("unquantified",)  # type: ignore[union-attr]
    make_count(7, organisation=viasna)
    found = sunday().reported
    assert found
    assert found.without_number == ()
    assert not next(figure for figure in found.figures if figure.id == vague.id).current


def test_between_keeps_both_bounds_and_the_range_takes_the_larger() -> None:
    make_count(10, high=30, qualifier=Qualifier.BETWEEN)
    make_count(20)
    reported = sunday().reported
    assert reported
    assert reported.headline
    assert (reported.headline.low, reported.lowest, reported.highest) == (20, 10, 30)
