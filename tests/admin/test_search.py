"""Records are found by every name they have, in any script, spelling and order."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from detentions import entry, models
from tests import staff
from tests.admin import browser, records

pytestmark = pytest.mark.django_db


def _found(model: Any, term: str) -> list[str]:
    client = browser.sign_in(staff.enterer())
    page = client.get(browser.address(model, "changelist"), {"q": term})
    return [record.pk for record in page.context["cl"].result_list]


def _offered(
    model: str, field: str, term: str, client: Client | None = None
) -> list[dict[str, str]]:
    query = {"app_label": "detentions", "model_name": model, "field_name": field, "term": term}
    client = client or browser.sign_in(staff.enterer())
    response = client.get(reverse("admin:autocomplete"), query)
    found: list[dict[str, str]] = json.loads(response.content)["results"]
    return found


@pytest.fixture
def homel() -> models.City:
    city = staff.enter_city("homel", name="Homel", region=records.enter_region())
    names = [{"name": name} for name in ("Гомель", "Gomel", "Homiel", "Homyel'")]
    return entry.change(
        city, by=staff.administrator(), revision=city.revision, parts={"names": names}
    )


@pytest.mark.parametrize("term", ["Homel", "gomel", "Гомель", "ГОМЕЛЬ", "homyel", "Гом", "Homieĺ"])
def test_a_city_is_found_and_offered_by_any_name(homel: models.City, term: str) -> None:
    staff.enter_city("minsk", name="Minsk")
    assert _found(models.City, term) == [homel.pk]
    offered = _offered("detention", "city", term)
    assert [city["id"] for city in offered] == [homel.pk]
    assert offered[0]["text"] == "Homel (Test-Region)"


@pytest.mark.parametrize("term", ["Anna Seventh", "seventh anna", "Анна Севентг"])
def test_the_person_of_that_very_name_is_offered_first(term: str) -> None:
    """Else whoever presses Enter records the detention of a namesake."""
    for name in ("Anna Seventhson", "Anna Barbara Seventh"):
        staff.enter_detainee(name=name)
    meant = entry.create(
        models.Detainee,
        by=staff.enterer(),
        values={"name": "Seventh Anna"},
        parts={"names": [{"name": "Анна Севентг"}]},
    )
    assert _offered("detention", "detainee", term)[0]["id"] == meant.pk


def test_the_city_of_that_very_name_is_offered_first() -> None:
    for slug, name in (("a-homel-suburb", "A Homel Suburb"), ("homel-north", "Homel North")):
        staff.enter_city(slug, name=name)
    meant = staff.enter_city("zomel", name="Zomel")
    names = [{"name": "Homel"}, {"name": "Гомель"}]
    entry.change(meant, by=staff.administrator(), revision=meant.revision, parts={"names": names})
    assert [_offered("detention", "city", term)[0]["id"] for term in ("homel", "Гомель")] == [
        meant.pk,
        meant.pk,
    ]


def test_signs_without_a_letter_find_no_city(homel: models.City) -> None:
    assert _found(models.City, "!!!") == []


@pytest.mark.parametrize(
    "term", ["Тэстава", "testova", "Testova Anna", "anna testova", "Анна Тестова", "тест"]
)
def test_a_person_is_found_by_any_reported_name_in_any_order(term: str) -> None:
    person = entry.create(
        models.Detainee,
        by=staff.enterer(),
        values={"name": "Ганна Тэстава", "year_of_birth": 1990},
        parts={"names": [{"name": "Anna Testova"}, {"name": "Анна Тестова"}]},
    )
    staff.enter_detainee(name="Somebody Else")
    assert _found(models.Detainee, term) == [person.pk]
    assert _offered("detention", "detainee", term) == [
        {"id": person.pk, "text": "Ганна Тэстава (1990)"}
    ]


def test_a_detention_is_found_by_person_city_and_date(homel: models.City) -> None:
    detention = staff.enter_detention(staff.enter_detainee(name="Testa Testova"), homel)
    for term in ("testova", "Гомель", "2020-11-08", "testova Гомель 2020-11-08", detention.pk):
        assert _found(models.Detention, term) == [detention.pk]
    assert _found(models.Detention, "testova Minsk") == []


@pytest.mark.parametrize("term", ["списак", "Списак", "gazette.example/list", "counters"])
def test_a_source_is_found_by_title_address_and_publisher(term: str) -> None:
    source = staff.enter_source(
        title="Списак затрыманых",
        url="https://gazette.example/list",
        publisher=staff.enter_organisation(),
    )
    assert _found(models.Source, term) == [source.pk]
    offered = _offered("reportedcount", "source", term)
    assert [found["id"] for found in offered] == [source.pk]
    assert "Counters" in offered[0]["text"]


@pytest.mark.parametrize(
    "term", ["test", "Марш", "марш", "testburg", "2020-11-08", "2020-11-08 test"]
)
def test_an_event_is_found_by_its_names_city_and_date(term: str) -> None:
    event = records.enter_event()
    assert _found(models.Event, term) == [event.pk]
    assert [found["id"] for found in _offered("detention", "event", term)] == [event.pk]


def test_a_figure_is_found_by_organisation_place_phrase_and_date(homel: models.City) -> None:
    count = staff.enter_count(city=homel, phrase="больш за 380")
    for term in ("counters", "Гомель", "больш", "2020-11-08"):
        assert _found(models.ReportedCount, term) == [count.pk]
    offered = _offered("reportedcount", "supersedes", "counters")
    assert offered == [{"id": count.pk, "text": "2020-11-08 Counters: 10"}]


def test_organisations_series_and_regions_are_found() -> None:
    organisation = staff.enter_organisation("counters", short_name="CNT")
    series, region = records.enter_series(), records.enter_region()
    assert _found(models.Organisation, "cnt") == [organisation.pk]
    assert _found(models.EventSeries, "sunday") == [series.pk]
    assert _found(models.Region, "Тэставая вобласць") == [region.pk]


def test_an_autocomplete_costs_the_same_for_any_number_of_results() -> None:
    client = browser.sign_in(staff.enterer())
    costs = []
    for number in (0, 15):
        for added in range(number):
            records.enter_named_city(added)
        with CaptureQueriesContext(connection) as queries:
            assert len(_offered("detention", "city", "testburg", client)) == number
        costs.append(len(queries))
    # Without a result, the rows themselves are not fetched.
    assert costs[1] == costs[0] + 1


def test_a_list_can_be_narrowed_to_what_waits_for_the_person_who_looks() -> None:
    mine, theirs = staff.enter_source(title="Mine"), staff.enter_source(title="Theirs")
    entry.submit(theirs, by=staff.enterer(), revision=theirs.revision)
    client = browser.sign_in(staff.enterer())
    page = browser.address(models.Source, "changelist")
    drafts = client.get(page, {"turn": "drafts"}).context["cl"].result_list
    assert [source.pk for source in drafts] == [mine.pk]
    assert not client.get(page, {"turn": "review"}).context["cl"].result_list
    reviewer = browser.sign_in(staff.reviewer())
    waiting = reviewer.get(page, {"turn": "review"}).context["cl"].result_list
    assert [source.pk for source in waiting] == [theirs.pk]


@pytest.mark.parametrize(("place", "number"), [("city", 1), ("region", 1), ("country", 1)])
def test_figures_are_filtered_by_sort_of_place(place: str, number: int) -> None:
    source = staff.publish(staff.enter_source())
    staff.enter_count(source=source)
    staff.enter_count(source=source, city=staff.enter_city())
    staff.enter_count(source=source, region=records.enter_region())
    page = browser.address(models.ReportedCount, "changelist")
    found = browser.sign_in(staff.enterer()).get(page, {"place": place}).context["cl"]
    assert found.result_count == number


def test_a_list_is_narrowed_by_year_month_and_day_and_sundays_stand_out() -> None:
    source = staff.publish(staff.enter_source())
    for day in (date(2020, 11, 8), date(2020, 11, 10), date(2021, 1, 3)):
        staff.enter_count(source=source, date=day)
    client, page = (
        browser.sign_in(staff.enterer()),
        browser.address(models.ReportedCount, "changelist"),
    )
    years = client.get(f"{page}?measure__exact=detained").context["cl"].hierarchy.choices
    assert [year.title for year in years] == ["2020", "2021"]
    months = client.get(page + years[0].url).context["cl"].hierarchy.choices
    listed = client.get(page + months[10].url).context["cl"]
    assert (months[10].title, listed.result_count) == ("November", 2)
    days = listed.hierarchy.choices
    assert [day.title for day in days if day.marked] == ["1", "8", "15", "22", "29"]
    chosen = client.get(page + days[7].url).context["cl"]
    assert [str(count.date) for count in chosen.result_list] == ["2020-11-08"]
    assert "measure__exact=detained" in days[7].url
    assert chosen.hierarchy.back.title == "November 2020"
    assert client.get(page + "?date__year=2020&date__month=13", follow=True).status_code == 200
