"""One Sunday: rules 1, 2, 6 to 12, 14 and 15."""

from datetime import date, timedelta
from typing import Any

import pytest

from detentions import tallies
from detentions.choices import (
    CustodyKind,
    Group,
    Measure,
    NamePublication,
    PublicationState,
    Role,
    Sex,
)
from detentions.models import City, Detainee
from detentions.tallies import Cell, Documented, NotASundayError, Rule, Sunday, UnknownCityError
from tests.factories import (
    SUNDAY,
    make_city,
    make_count,
    make_detainee,
    make_detention,
    make_event,
    make_printed_ordinal,
    make_region,
    make_series,
    make_source,
)
from tests.tallies import printed

pytestmark = pytest.mark.django_db
NEXT_DAY = SUNDAY + timedelta(days=1)


def sunday(day: date = SUNDAY, today: date = NEXT_DAY) -> Sunday:
    tallies.rebuild()
    return tallies.sunday(day, today=today, rule=Rule())


def cell(slug: str, day: date = SUNDAY) -> Cell:
    tallies.rebuild()
    return tallies.cell(day, slug, today=NEXT_DAY, rule=Rule())


def test_8_november_is_the_13th_sunday_and_the_13th_in_a_row_with_1024_unnamed() -> None:
    printed.load()
    make_event(city=City.objects.get(slug="zhlobin"))
    found = sunday()
    assert (found.ordinal, found.streak) == (13, 13)
    assert found.unnamed_remainder == 1024
    assert found.documented == Documented(0, 0)
    assert found.unallocated == 1014
    assert (found.previous, found.next) == (date(2020, 11, 1), None)
    assert {line.city for line in found.cities} == {"minsk", "homel", "vitebsk", "zhlobin"}


def test_the_police_figure_for_minsk_stands_beside_the_words_of_viasna() -> None:
    printed.load_8_november()
    minsk = {line.city: line for line in sunday().cities}["minsk"]
    assert minsk.reported
    assert (minsk.reported.text, minsk.reported.organisation) == ("about 10", "minsk-police")
    assert (minsk.without_number, minsk.figures) == (("unquantified",), 2)


def test_six_journalists_were_reported_and_some_people_released() -> None:
    printed.load_8_november()
    found = sunday()
    assert found.groups[0].group == "journalists"
    assert found.groups[0].reported
    assert found.groups[0].reported.text == "at least 6"
    assert found.groups[0].documented == 0
    released = next(line for line in found.measures if line.measure == Measure.RELEASED)
    assert (released.reported, released.without_number) == (None, ("unquantified",))


def test_documented_and_reported_stand_side_by_side_and_are_never_added() -> None:
    make_count(10)
    for _ in range(4):
        make_detention()
    found = sunday()
    assert found.reported
    assert found.reported.headline
    assert (found.reported.headline.low, found.documented.detentions) == (10, 4)
    assert found.unnamed_remainder == 6


def test_one_person_taken_twice_is_two_detentions_and_one_person() -> None:
    person = make_detainee()
    make_detention(detainee=person, city=make_city(slug="morning"))
    make_detention(detainee=person, city=make_city(slug="evening"))
    found = sunday()
    assert found.documented == found.week.documented == Documented(2, 1)
    assert [line.documented for line in found.cities] == [Documented(1, 1)] * 2


def test_women_are_counted_by_sex_and_other_groups_are_not_told_apart() -> None:
    make_detention(detainee=make_detainee(sex=Sex.FEMALE))
    make_count(3, group=Group.OTHER)
    lines = {line.group: line for line in sunday().groups}
    assert (lines["women"].documented, lines["women"].people) == (1, 1)
    assert (lines["other"].documented, lines["other"].people) == (None, None)


def test_one_person_of_two_roles_is_in_two_lines_and_one_detention() -> None:
    make_detention(roles=[Role.JOURNALIST, Role.STUDENT])
    found = sunday()
    assert {line.role: line.documented.detentions for line in found.roles} == {
        "journalist": 1,
        "student": 1,
    }
    assert found.documented.detentions == 1


def test_the_week_shows_monday_to_sunday_that_ends_with_the_sunday() -> None:
    printed.load("2020-11-07", "2020-11-08")
    make_detention(date=date(2020, 11, 2))
    make_detention(date=date(2020, 11, 9))
    week = sunday().week
    assert (week.start, week.end) == (date(2020, 11, 2), SUNDAY)
    assert [day.date.weekday() for day in week.days] == list(range(7))
    assert [day.documented.detentions for day in week.days] == [1, 0, 0, 0, 0, 0, 0]
    assert (week.days[5].figures, week.days[6].figures) == (2, 14)
    assert week.documented == Documented(1, 1)


def test_another_weekday_is_refused_with_the_sunday_of_its_week() -> None:
    with pytest.raises(NotASundayError) as caught:
        sunday(date(2020, 11, 5))
    assert caught.value.sunday == SUNDAY
    assert str(caught.value) == "2020-11-05 is not a Sunday."
    with pytest.raises(NotASundayError) as caught:
        sunday(date.max)
    assert caught.value.sunday is None


def test_a_city_that_nobody_has_is_refused() -> None:
    with pytest.raises(UnknownCityError, match="There is no city “atlantis”"):
        cell("atlantis")
    assert issubclass(UnknownCityError, LookupError)


def test_a_sunday_without_anything_is_empty_and_knows_its_neighbours() -> None:
    make_count(1, date=date(2020, 10, 25))
    make_detention()
    found = sunday(date(2020, 11, 1))
    assert (found.reported, found.cities, found.events, found.sources) == (None, (), (), 0)
    assert (found.previous, found.next) == (date(2020, 10, 25), SUNDAY)
    assert (found.ordinal, found.streak) == (None, None)


def test_the_streak_breaks_at_a_sunday_without_event_or_count_though_people_were_taken() -> None:
    make_series()
    for weeks in (0, 1, 3):
        make_count(1, date=SUNDAY - timedelta(weeks=weeks))
    make_detention(date=SUNDAY - timedelta(weeks=2))
    assert (sunday().ordinal, sunday().streak) == (13, 2)


def test_only_published_events_and_counts_carry_a_streak() -> None:
    make_series()
    make_event()
    make_event(date=SUNDAY - timedelta(weeks=1), state=PublicationState.DRAFT)
    assert sunday().streak == 1


def test_a_sources_own_number_of_the_day_is_printed_with_its_source() -> None:
    ordinal = make_printed_ordinal(series=make_series())
    [line] = sunday().printed_ordinals
    assert (line.phrase, line.source) == ("13th consecutive Sunday", ordinal.source_id)
    assert ordinal.source_id in {source.id for source in sunday().cited_sources}


def test_every_figure_and_event_leads_to_its_sources() -> None:
    printed.load_8_november()
    found = sunday()
    cited = {source.id for source in found.cited_sources}
    assert found.reported
    assert {figure.source for figure in found.reported.figures} <= cited
    assert found.sources == len(cited) == 14 + 4 * 2
    assert {basis for one in found.reported.organisations for basis in one.basis} <= {
        figure.id for figure in found.reported.figures
    }


def test_a_confidential_source_is_cited_without_saying_which() -> None:
    make_count(5, source=make_source(title="Whisper", confidential=True))
    day = sunday()
    assert day.cited_sources == ()
    assert day.reported
    (figure,) = day.reported.figures
    assert (figure.source, figure.source_confidential) == (None, True)
    assert (figure.source_title, figure.source_url) == ("", "")


def test_regions_of_the_country_show_their_documented_detentions() -> None:
    region = make_region(slug="west", code="BY-HR")
    for _ in range(2):
        make_detention(city=make_city(region=region))
    [line] = sunday().regions
    assert (line.region, line.code, line.detentions, line.reported) == ("west", "BY-HR", 2, None)


def test_a_withheld_name_changes_no_total() -> None:
    printed.load_8_november()
    minsk = City.objects.get(slug="minsk")
    people = [
        make_detainee(
            sex=Sex.FEMALE, name_publication=NamePublication.PUBLIC, consent_by="the person"
        )
        for _ in range(2)
    ]
    for person in people:
        make_detention(detainee=person, city=minsk, roles=[Role.STUDENT])
    before: list[Any] = [sunday(), cell("minsk")]
    Detainee.objects.update(name_publication=NamePublication.WITHHELD)
    assert [sunday(), cell("minsk")] == before
    assert before[0].groups[-1].documented == 2


def test_a_city_on_a_sunday_has_what_the_sunday_says_about_that_city() -> None:
    printed.load_8_november()
    minsk = City.objects.get(slug="minsk")
    make_detention(city=minsk, roles=[Role.JOURNALIST], steps=[CustodyKind.FINED])
    found, whole = cell("minsk"), {line.city: line for line in sunday().cities}["minsk"]
    assert found.reported
    assert found.reported.headline == whole.reported
    assert (found.documented, found.unnamed_remainder) == (whole.documented, 9)
    assert [figure.place for figure in found.reported.figures] == ["minsk", "minsk"]
    assert [event.city for event in found.events] == ["minsk"]
    assert [line.role for line in found.roles] == ["journalist"]
    assert [line.status for line in found.outcomes] == ["fined"]
    assert found.ordinal == 13
    assert (found.previous, found.next) == (None, None)
