"""/detentions/"""

from datetime import date, time, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
import time_machine

from detentions import filters
from detentions.choices import CustodyKind
from detentions.records import DETENTIONS
from tests.api.asking import ids, problem, results, told
from tests.factories import (
    SUNDAY,
    make_citation,
    make_city,
    make_detainee,
    make_detention,
    make_event,
    make_region,
    make_source,
    make_step,
)

pytestmark = pytest.mark.django_db


def test_a_detention_tells_who_where_when_and_by_whom() -> None:
    city = make_city(slug="minsk", region=make_region(slug="minsk-city"))
    detention = make_detention(
        event=make_event(slug="march", city=city),
        detained_by="riot_police",
        force_used="yes",
        time=time(14, 30),
        precision="about",
        roles=["student", "journalist"],
    )
    make_citation(detention=detention, locator="line 7")
    told_of = told(f"detentions/{detention.id}/")
    assert told_of["detainee"] == detention.detainee_id
    assert (told_of["name_publication"], told_of["detainee_name"]) == ("withheld", "")
    assert (told_of["event"], told_of["city"], told_of["region"]) == (
        "march",
        "minsk",
        "minsk-city",
    )
    assert (told_of["date"], told_of["time"]) == ("2020-11-08", "14:30:00")
    assert (told_of["detained_by"], told_of["force_used"]) == ("riot_police", "yes")
    assert told_of["roles"] == ["journalist", "student"]
    assert told_of["sources"][0]["locator"] == "line 7"


def test_a_detention_tells_the_steps_that_followed() -> None:
    detention, source = make_detention(steps=["held"]), make_source()
    fine = {"kind": "fined", "currency": "BYN", "article": "23.34", "code_edition": 2003}
    make_step(
        detention=detention,
        date=date(2020, 11, 10),
        amount=Decimal("810.00"),
        source=source,
        locator="p. 3",
        quote="She was fined.",
        **fine,
    )
    told_of = told(f"detentions/{detention.id}/")
    assert [step["kind"] for step in told_of["custody_events"]] == ["held", "fined"]
    printed = {"date": "2020-11-10", "time": None, "days": None, "amount": "810.00"}
    assert told_of["custody_events"][1] == fine | printed | {
        "source": source.id,
        "locator": "p. 3",
        "quote": "She was fined.",
    }
    assert (told_of["status"], told_of["status_since"]) == ("fined", "2020-11-10")


@pytest.mark.parametrize("hidden", [{"state": "draft"}, {"confidential": True}])
def test_a_step_does_not_quote_what_is_not_public(hidden: dict[str, Any]) -> None:
    detention, source = make_detention(), make_source(**hidden)
    make_step(detention=detention, kind="held", source=source, locator="p. 3", quote="She told us.")
    (step,) = told(f"detentions/{detention.id}/")["custody_events"]
    assert (step["source"], step["locator"], step["quote"]) == (None, "", "")


def test_a_detention_away_from_any_event_has_none() -> None:
    told_of = told(f"detentions/{make_detention(event=None).id}/", expand="event")
    assert told_of["event"] is None
    assert told_of["event_id"] is None


def test_a_detention_does_not_tell_of_an_unpublished_event() -> None:
    detention = make_detention(event=make_event(state="draft", name="Planned"))
    told_of = told(f"detentions/{detention.id}/")
    assert (told_of["event"], told_of["event_id"], told_of["event_name"]) == ("", None, "")


def test_where_a_person_was_taken_in_the_city_is_never_told() -> None:
    detention = make_detention(place_detail="at the invented home", notes="seen by a neighbour")
    assert "invented home" not in str(told(f"detentions/{detention.id}/"))


def test_an_unpublished_detention_is_not_there() -> None:
    detention = make_detention(state="draft")
    problem(f"detentions/{detention.id}/", 404)
    assert results("detentions/") == []


def test_without_an_outcome_a_person_is_held_for_three_days_and_then_unknown() -> None:
    detention = make_detention()
    with time_machine.travel("2020-11-11T12:00+03:00"):
        told_of = told(f"detentions/{detention.id}/")
        assert (told_of["status"], told_of["status_since"]) == ("held", "2020-11-08")
    with time_machine.travel("2020-11-12T12:00+03:00"):
        told_of = told(f"detentions/{detention.id}/")
        assert (told_of["status"], told_of["status_since"]) == ("unknown", "2020-11-08")


def test_the_filter_of_a_status_finds_exactly_those_that_show_it() -> None:
    steps = ["", *CustodyKind.values]
    for step, days in product(steps, (2, 3, 4)):
        make_detention(steps=[step] if step else [], date=SUNDAY - timedelta(days=days))
    shown = {row["id"]: row["status"] for row in DETENTIONS.rows(DETENTIONS.all(), today=SUNDAY)}
    for kind in CustodyKind.values:
        condition = filters.DetentionFilters.parameters()["status"].condition(kind, SUNDAY)
        found = set(DETENTIONS.all().filter(condition).values_list("id", flat=True))
        assert found == {pk for pk, status in shown.items() if status == kind}, kind


def test_detentions_are_narrowed_by_event_place_day_and_person() -> None:
    region = make_region(slug="homel-region")
    event = make_event(slug="march", city=make_city(slug="homel", region=region))
    person = make_detainee()
    there = make_detention(event=event, detainee=person)
    elsewhere = make_detention(city=make_city(slug="minsk"), date=date(2020, 11, 7))
    assert ids("detentions/", event="march") == {there.id}
    assert ids("detentions/", event__in=f"march,{event.id}") == {there.id}
    assert ids("detentions/", city="minsk") == {elsewhere.id}
    assert ids("detentions/", region="homel-region") == {there.id}
    assert ids("detentions/", region__in="homel-region") == {there.id}
    assert ids("detentions/", sunday="2020-11-08") == {there.id}
    assert ids("detentions/", date__lte="2020-11-07") == {elsewhere.id}
    assert ids("detentions/", detainee=person.id) == {there.id}
    assert ids("detentions/", id__in=f"{there.id},nobody") == {there.id}


def test_detentions_are_narrowed_by_role_status_police_force_and_name() -> None:
    named = make_detainee(name_publication="public", consent_by="himself")
    both = make_detention(roles=["journalist", "student"], steps=["released"], force_used="yes")
    one = make_detention(roles=["student"], detained_by="plainclothes", detainee=named)
    assert ids("detentions/", role="journalist") == {both.id}
    assert ids("detentions/", role__in="journalist,student") == {both.id, one.id}
    assert ids("detentions/", status="released") == {both.id}
    assert ids("detentions/", status="unknown") == {one.id}
    assert ids("detentions/", status__in="released,unknown") == {both.id, one.id}
    assert ids("detentions/", detained_by="plainclothes") == {one.id}
    assert ids("detentions/", detained_by__in="police,unknown") == {both.id}
    assert ids("detentions/", force_used="yes") == {both.id}
    assert ids("detentions/", name_publication="public") == {one.id}


def test_a_detention_with_two_roles_and_two_sources_is_listed_once() -> None:
    detention = make_detention(roles=["journalist", "student"])
    for _number in range(2):
        make_citation(detention=detention)
    listed = told("detentions/", role__in="journalist,student", count="true")
    assert listed["count"] == len(listed["results"]) == 1


def test_city_event_and_sources_can_be_told_in_full() -> None:
    detention = make_detention(event=make_event(name="March", city=make_city(name="Minsk")))
    make_citation(detention=detention, source=make_source(title="The report"))
    (record,) = results("detentions/", expand="city,event,sources")
    assert record["city"]["name"] == "Minsk"
    assert record["event"]["name"] == "March"
    assert record["sources"][0]["source"]["title"] == "The report"
