"""Where each figure of a day is printed, and what it is called there."""

from typing import Any

import pytest
from django.test import Client

from detentions.choices import Group
from detentions.models import City, ReportedCount
from tests.factories import make_city, make_count, make_event, make_organisation, make_region
from tests.pages.reading import read
from tests.pages.scene import ADDRESS

pytestmark = pytest.mark.django_db
_GROUPS = [str(group.label).capitalize() for group in Group if group != Group.EVERYONE]


@pytest.fixture
def town(db: None) -> City:
    return make_city(slug="town", name="Town", region=make_region(name="Region of Invention"))


def _grown(numbers: range, **fields: Any) -> list[ReportedCount]:
    organisation = make_organisation()
    return [
        make_count(number, organisation=organisation, phrase=f"{number} people", **fields)
        for number in numbers
    ]


def test_released_journalists_are_no_detained_journalists(client: Client) -> None:
    make_count(9, group="journalists")
    make_count(5, group="journalists", measure="released", phrase="five were let go")
    page = read(client, ADDRESS)
    assert "five were let go" not in page.row("Journalists")[1]
    assert "five were let go" in page.row("Released, journalists")[1]


def test_released_journalists_are_shown_where_nobody_counted_detained_ones(client: Client) -> None:
    make_count(5, group="journalists", measure="released")
    page = read(client, ADDRESS)
    assert page.row("Released, journalists")[1].startswith("5 current")
    assert "Groups of people" not in page.headings


def test_an_events_figure_for_a_group_is_not_called_everyones(client: Client, town: City) -> None:
    event = make_event(city=town)
    make_count(5, city=town, event=event, group="women")
    make_count(7, city=town, event=event)
    text = read(client, ADDRESS).text
    assert "Detained, women: 5" in text
    assert "Detained: 7" in text


def test_outgrown_figures_make_room_and_the_current_and_its_rivals_stay(
    client: Client, town: City
) -> None:
    rival = make_organisation(name="Rival")
    for place in ({"city": town}, {"region": town.region}):
        _grown(range(101, 109), **place)
        make_count(500, **place, organisation=rival)
    page = read(client, ADDRESS)
    for name, number in (("Town", "500"), ("Region of Invention", "500")):
        reported = page.row(name)[1]
        assert reported.startswith(number)
        assert "“108 people” current" in reported
        assert "500 current" in reported
        assert "101 people" not in reported
        assert "3 more figures" in reported
    assert page.links["/sundays/2020-11-08/town/#figures"] == "3 more figures"
    assert page.links["/sundays/2020-11-08.json"]


def test_a_correction_downwards_stays_on_the_page_of_a_long_list(
    client: Client, town: City
) -> None:
    for wrong in _grown(range(101, 130), city=town):
        make_count(7, city=town, organisation=wrong.organisation, supersedes=wrong)
    for address in (ADDRESS, f"{ADDRESS}town/"):
        page = read(client, address)
        assert "7 current" in page.text


def test_replaced_figures_are_marked_wherever_they_are_printed(client: Client, town: City) -> None:
    event = make_event(city=town)
    for fields in (
        {"city": town},
        {"region": town.region},
        {"group": "students"},
        {"measure": "fined"},
        {"city": town, "event": event, "measure": "participants"},
    ):
        wrong = make_count(774, **fields)
        make_count(500, **fields, organisation=wrong.organisation, supersedes=wrong)
    page = read(client, ADDRESS)
    for row, place in (
        *(("Town", ""), ("Region of Invention", ""), ("Students", ""), ("Fined", "")),
        ("Participants", "(Town) "),
    ):
        assert f"774 {place}replaced" in page.row(row)[1], row
        assert f"500 {place}current" in page.row(row)[1], row
    assert "Participants: 774 replaced" in page.text
    assert "Participants: 500 current" in page.text


def test_an_areas_other_measures_and_groups_are_on_the_page(client: Client) -> None:
    area = make_region(name="Town and its district", kind="area")
    make_count(12, region=area, measure="held_pending_court")
    make_count(3, region=area, group="minors")
    page = read(client, ADDRESS)
    assert "12 (Town and its district) current" in page.row("Held pending court")[1]
    assert "3 (Town and its district) current" in page.row("Minors")[1]


def test_a_citys_words_about_other_measures_and_groups_are_on_the_page(
    client: Client, town: City
) -> None:
    make_count(city=town, measure="released", phrase="some were let go")
    make_count(city=town, group="students", phrase="students among them")
    page = read(client, ADDRESS)
    assert "“some were let go” (Town)" in page.row("Released")[1]
    assert "“students among them” (Town)" in page.row("Students")[1]
    there = read(client, f"{ADDRESS}town/")
    assert "“some were let go” current" in there.row("Released")[1]


def test_every_figure_of_a_sunday_is_on_its_page(client: Client, town: City) -> None:
    area = make_region(kind="area")
    event = make_event(city=town)
    places: tuple[dict[str, Any], ...] = (
        *({}, {"city": town}, {"region": town.region}, {"region": area}),
        {"city": town, "event": event},
    )
    phrases: list[str] = []
    for place in places:
        for group in ("everyone", "women"):
            for measure in ("detained", "released"):
                phrases.append(f"phrase {len(phrases)}.")
                low = None if len(phrases) % 3 else 4
                kind = {"group": group, "measure": measure, "phrase": phrases[-1]}
                make_count(low, **place, **kind)
    text = read(client, ADDRESS).text
    assert [phrase for phrase in phrases if phrase not in text] == []


def test_a_group_or_measure_without_room_for_a_figure_says_how_many_there_are(
    client: Client, town: City
) -> None:
    counting = [make_organisation() for _number in range(3)]
    for organisation in counting:
        for _number in range(7):
            make_count(50, organisation=organisation)
    for group in Group.values[1:]:
        make_count(4, group=group, city=town)
        make_count(3, group=group, measure="released")
    page = read(client, ADDRESS)
    assert "no figure known" not in [row[1] for row in page.rows if row[0] in _GROUPS]
    released = [row[1] for row in page.rows if row[0].startswith("Released, ")]
    assert len(released) == len(_GROUPS)
    assert "" not in released
    assert "1 more figure (JSON)" in released
