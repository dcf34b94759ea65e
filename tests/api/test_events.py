"""/events/"""

from datetime import date, time

import pytest

from detentions.models import EventCircumstance, EventName
from tests.api.asking import ids, problem, refused, results, told
from tests.factories import (
    make_citation,
    make_city,
    make_detention,
    make_event,
    make_region,
    make_series,
    make_source,
)

pytestmark = pytest.mark.django_db


def test_an_event_tells_place_time_names_circumstances_and_sources() -> None:
    region = make_region(slug="minsk-city")
    city = make_city(slug="minsk", name="Minsk", region=region)
    event = make_event(
        slug="march-of-democracy",
        city=city,
        kind="march",
        authorisation="not_authorised",
        series=make_series(),
        start_time=time(12, 0),
        sources=[],
    )
    source = make_source()
    make_citation(source=source, event=event, locator="p. 2", quote="Thousands went.")
    EventName.objects.create(event=event, name="Марш народовластия", language="ru", source=source)
    EventCircumstance.objects.create(
        event=event, kind="metro_closed", start_time=time(11, 0), detail="Several stations"
    )
    told_of = told("events/march-of-democracy/")
    assert told_of == told(f"events/{event.id}/")
    assert (told_of["city"], told_of["city_id"]) == ("minsk", city.id)
    assert (told_of["region"], told_of["region_id"]) == ("minsk-city", region.id)
    assert told_of["series"]["slug"] == "sunday-marches"
    assert told_of["start_time"] == "12:00:00"
    assert told_of["end_time"] is None
    assert told_of["names"] == [
        {"name": "Марш народовластия", "language": "ru", "source": source.id}
    ]
    assert told_of["circumstances"] == [
        {"kind": "metro_closed", "start_time": "11:00:00", "detail": "Several stations"}
    ]
    assert told_of["sources"] == [
        {
            "source": source.id,
            "source_confidential": False,
            "locator": "p. 2",
            "quote": "Thousands went.",
            "accessed_on": None,
        }
    ]


def test_city_and_sources_can_be_told_in_full() -> None:
    source = make_source(title="The report")
    event = make_event(city=make_city(name="Minsk"), sources=[source])
    told_of = told(f"events/{event.id}/", expand="city,sources")
    assert told_of["city"]["name"] == "Minsk"
    assert told_of["city"]["names"] == []
    assert told_of["sources"][0]["source"]["title"] == "The report"


def test_a_confidential_source_stays_so_when_told_in_full() -> None:
    source = make_source(title="Whispered", confidential=True)
    event = make_event(sources=[])
    make_citation(source=source, event=event, locator="p. 2", quote="Verbatim")
    (citation,) = told(f"events/{event.id}/", expand="sources")["sources"]
    assert (citation["source"], citation["source_confidential"]) == (None, True)
    assert (citation["locator"], citation["quote"]) == ("", "")


def test_an_unpublished_event_is_not_there() -> None:
    event = make_event(state="draft", slug="planned")
    problem("events/planned/", 404)
    problem(f"events/{event.id}/", 404)
    assert refused("detentions/", event="planned")[0]["detail"].endswith("“planned”.")


def test_events_are_narrowed_by_day_place_kind_and_authorisation() -> None:
    region = make_region(slug="homel-region")
    homel = make_city(slug="homel", region=region)
    march = make_event(city=homel, kind="march", authorisation="not_authorised", status="held")
    picket = make_event(city=make_city(slug="minsk"), kind="picket", date=date(2020, 11, 7))
    assert ids("events/", date="2020-11-07") == {picket.id}
    assert ids("events/", sunday="2020-11-08") == {march.id}
    assert ids("events/", sunday__in="2020-11-08,2020-11-15") == {march.id}
    assert ids("events/", date__gte="2020-11-08") == {march.id}
    assert ids("events/", date__lte="2020-11-07") == {picket.id}
    assert ids("events/", date__in="2020-11-07,2020-11-08") == {march.id, picket.id}
    assert ids("events/", city="homel") == {march.id}
    assert ids("events/", city__in="homel,minsk") == {march.id, picket.id}
    assert ids("events/", region="homel-region") == {march.id}
    assert ids("events/", kind="picket") == {picket.id}
    assert ids("events/", kind__in="picket,strike") == {picket.id}
    assert ids("events/", authorisation="not_authorised") == {march.id}
    assert ids("events/", status="held") == {march.id}
    assert ids("events/", status__in="prevented,cancelled") == set()
    assert {row["status"] for row in results("events/")} == {"held", ""}


def test_events_and_detentions_are_found_by_a_source_that_supports_them() -> None:
    source = make_source()
    event = make_event(sources=[source])
    make_event()
    detention = make_detention()
    make_citation(source=source, detention=detention)
    assert ids("events/", source=source.id) == {event.id}
    assert ids("detentions/", source=source.id) == {detention.id}


def test_a_day_that_is_no_sunday_is_refused_as_one() -> None:
    (error,) = refused("events/", sunday="2020-11-07")
    assert error["detail"] == "This day is not a Sunday."


def test_events_are_ordered_by_date_both_ways() -> None:
    late = make_event(date=date(2020, 11, 8))
    early = make_event(date=date(2020, 8, 16))
    assert [e["id"] for e in results("events/", ordering="date")] == [early.id, late.id]
    assert [e["id"] for e in results("events/", ordering="-date")] == [late.id, early.id]
