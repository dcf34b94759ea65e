"""Every line of docs/demo-data.md about one article has its records, with their source."""

from datetime import date
from typing import Any

import pytest

from detentions.public.models import (
    PublicCitation,
    PublicEvent,
    PublicEventCircumstance,
    PublicEventName,
    PublicPrintedOrdinal,
    PublicReportedCount,
    PublicSource,
)
from tests.demo.counted import sunday

pytestmark = pytest.mark.usefixtures("demonstration")
SUNDAY, SATURDAY = date(2020, 11, 8), date(2020, 11, 7)
TITLE = "Over 1,000 People Detained In Latest Crackdown On Protests In Belarus"


def article() -> PublicSource:
    return PublicSource.objects.get(title=TITLE)


def figures(**about: Any) -> list[tuple[str, int | None, int | None, str]]:
    """Return qualifier, bounds and words of what the article prints."""
    about = {"date": SUNDAY, "source_id": article().id, "group": "everyone", **about}
    rows = PublicReportedCount.objects.filter(**about).order_by("low", "id")
    return list(rows.values_list("qualifier", "low", "high", "phrase"))


def event(slug: str) -> PublicEvent:
    return PublicEvent.objects.get(slug=slug)


def march() -> PublicEvent:
    return event("2020-11-08-minsk-march-of-democracy")


def test_the_article_is_a_source_without_a_known_address() -> None:
    found = article()
    assert (found.publisher_name, found.url, found.published_on) == ("RFE/RL", "", None)


def test_1_it_is_the_13th_sunday_in_a_row_as_computed_and_as_printed() -> None:
    counted = sunday(SUNDAY)
    assert (counted.ordinal, counted.streak) == (13, 13)
    printed = PublicPrintedOrdinal.objects.filter(date=SUNDAY, source_id=article().id)
    assert [line.phrase for line in printed] == ["13th consecutive Sunday of protests"]


def test_2_viasna_counted_1024_and_the_headline_says_over_1000() -> None:
    figures_of_viasna = figures(organisation_slug="viasna", city_id=None, measure="detained")
    assert figures_of_viasna == [
        ("more_than", 1001, None, "over 1,000"),
        ("exactly", 1024, 1024, "1,024"),
    ]
    reported = sunday(SUNDAY).reported
    assert reported
    assert reported.headline
    assert (reported.headline.low, reported.headline.organisation) == (1024, "viasna")


def test_3_most_of_the_arrests_were_in_minsk() -> None:
    assert figures(city_slug="minsk", measure="detained") == [
        ("unquantified", None, None, "most of the arrests")
    ]


@pytest.mark.parametrize("city", ["homel", "vitebsk", "zhlobin"])
def test_4_other_cities_have_an_event_and_a_figure_without_a_number(city: str) -> None:
    assert figures(city_slug=city) == [
        ("unquantified", None, None, "detentions were also reported")
    ]
    found = PublicEvent.objects.get(city_slug=city, date=SUNDAY)
    assert PublicCitation.objects.filter(event_id=found.id, source_id=article().id).exists()


def test_4_cities_that_are_not_named_stay_unallocated() -> None:
    assert "other cities" in march().description
    unallocated = sunday(SUNDAY).unallocated
    assert unallocated
    assert unallocated > 1000


def test_5_at_least_six_journalists() -> None:
    assert figures(group="journalists") == [("at_least", 6, None, "at least six")]


def test_6_some_were_later_released() -> None:
    assert figures(measure="released") == [("unquantified", None, None, "some of the detainees")]


def test_7_the_march_has_every_printed_name_with_its_source() -> None:
    names = dict(
        PublicEventName.objects.filter(event_id=march().id).values_list("name", "source_id")
    )
    assert set(names) == {
        "March of Democracy",
        "March of People's Rule",
        "March of Popular Power",
        "March of People's Power",
        "Марш народовластия",
    }
    assert names["March of Democracy"] == article().id
    assert all(names.values())


def test_7_several_thousand_took_part() -> None:
    assert figures(measure="participants", event_id=march().id) == [
        ("unquantified", None, None, "several thousand")
    ]


def test_8_and_9_what_the_authorities_did_is_on_the_event() -> None:
    found = PublicEventCircumstance.objects.filter(event_id=march().id)
    said = dict(found.values_list("kind", "detail"))
    assert set(said) == {
        "force_used",
        "gathering_prevented",
        "streets_blocked",
        "area_cordoned",
        "internet_restricted",
        "metro_closed",
    }
    assert "riot police" in said["force_used"]
    assert "plain clothes" in said["force_used"]
    assert "city hall" in said["gathering_prevented"]
    assert "morning" in said["internet_restricted"]
    assert "an hour before" in said["metro_closed"]


def test_10_doctors_were_detained_on_saturday_to_prevent_a_rally() -> None:
    rally = event("2020-11-07-minsk-rally-of-medical-workers")
    assert rally.date == SATURDAY
    assert figures(date=SATURDAY, group="medical_workers") == [
        ("unquantified", None, None, "doctors")
    ]
    others = PublicReportedCount.objects.filter(date=SATURDAY, group="medical_workers")
    numbers = others.exclude(source_id=article().id).values_list("qualifier", "low")
    assert set(numbers) == {("exactly", 33), ("at_least", 57)}
    cited = PublicCitation.objects.filter(event_id=rally.id).values_list("source_id", flat=True)
    assert set(others.values_list("source_id", flat=True)) <= set(cited)


@pytest.mark.parametrize("word", ["thousands arrested since August", "55 officials", "OSCE"])
def test_11_and_12_context_is_told_and_counted_nowhere(word: str) -> None:
    assert word in march().description


def test_everything_the_article_supports_leads_to_it() -> None:
    assert PublicCitation.objects.filter(event_id=march().id, source_id=article().id).exists()
