"""An invented Sunday after the demonstration's, with each kind of line that those lack."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from detentions import tallies
from detentions.models import City
from tests.factories import (
    make_count,
    make_detention,
    make_event,
    make_organisation,
    make_region,
    make_source,
)

DAY = date(2020, 11, 15)


def build() -> None:
    """Write the Sunday and two days of its week."""
    minsk = City.objects.get(slug="minsk")
    _lists(minsk)
    _other_lines(minsk)
    _events(minsk)
    _documented(minsk)
    tallies.rebuild()


def _replaced(low: int, by: int, **fields: Any) -> None:
    wrong = make_count(low, **fields)
    make_count(by, **fields, organisation=wrong.organisation, supersedes=wrong)


def _lists(minsk: City) -> None:
    """Write lists longer than a page has room for, with corrections and rivals."""
    places: tuple[dict[str, Any], ...] = (
        {},
        {"city": minsk},
        {"region": minsk.region},
        {"region": make_region(kind="area")},
    )
    counting = make_organisation(name="Invented Counters")
    silent = make_organisation(name="Not Counting", counts_towards_headlines=False)
    for place in places:
        for number in range(20):
            make_count(101 + number, organisation=counting, date=DAY, **place)
        _replaced(774, 500, date=DAY, phrase="an invented correction", **place)
        make_count(2000, organisation=silent, date=DAY, **place)
    make_count(90, measure="names_on_list", date=DAY, as_of_text="2020-11-15 17:00")
    make_count(3, qualifier="more_than", source=make_source(confidential=True), date=DAY)


def _other_lines(minsk: City) -> None:
    """Write groups and other measures, of the place and elsewhere, more than there is room for."""
    for city in (None, minsk):
        for measure in ("detained", "released", "fined"):
            for group in ("everyone", "minors", "other"):
                if (measure, group) != ("detained", "everyone"):
                    _replaced(8, 7, measure=measure, group=group, city=city, date=DAY)
                    make_count(measure=measure, group=group, city=city, date=DAY, phrase="several")
    for before in (1, 2):
        day = DAY - timedelta(days=before)
        _replaced(9, 7, date=day, city=minsk)
        make_count(11, date=day)
    hrodna = City.objects.get(slug="hrodna")
    make_count(qualifier="none_reported", city=hrodna, date=DAY)
    make_count(450, city=hrodna, date=DAY)


def _events(minsk: City) -> None:
    for number in range(8):
        event = make_event(city=minsk, date=DAY, name=f"Invented gathering {number}")
        _replaced(60, 50, city=minsk, event=event, date=DAY)
        make_count(900, measure="participants", city=minsk, event=event, date=DAY)


def _documented(minsk: City) -> None:
    """Write more records than anybody reported, of people taken twice."""
    roles = ["journalist", "minor"]
    person = make_detention(city=minsk, date=DAY, roles=roles).detainee
    make_detention(detainee=person, city=minsk, date=DAY, roles=roles, steps=["released"])
    for number in range(31):
        make_detention(city=minsk, date=DAY - timedelta(days=number % 2))
