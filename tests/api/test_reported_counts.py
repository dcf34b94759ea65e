"""/reported-counts/"""

from datetime import UTC, date, datetime

import pytest

from tests.api.asking import ids, problem, results, told
from tests.factories import (
    make_city,
    make_count,
    make_event,
    make_organisation,
    make_region,
    make_source,
)

pytestmark = pytest.mark.django_db


def test_a_figure_tells_who_gave_it_where_it_is_printed_and_what_it_means() -> None:
    viasna = make_organisation(slug="viasna", short_name="Viasna", rank=1)
    source = make_source(title="The list grows", publisher=viasna)
    count = make_count(
        501,
        qualifier="more_than",
        organisation=viasna,
        source=source,
        phrase="больш за 500",
        language="be",
        as_of=datetime(2020, 11, 8, 14, 0, tzinfo=UTC),
        as_of_precision="minute",
        locator="headline",
        remark="Of the whole day",
    )
    told_of = told(f"reported-counts/{count.id}/")
    assert (told_of["organisation"], told_of["organisation_id"]) == ("viasna", viasna.id)
    assert (told_of["low"], told_of["high"]) == (501, None)
    assert told_of["text"] == "more than 500"
    assert (told_of["phrase"], told_of["language"]) == ("больш за 500", "be")
    assert told_of["as_of"] == "2020-11-08T17:00:00+03:00"
    assert (told_of["source"], told_of["source_title"]) == (source.id, "The list grows")
    assert told_of["publisher_name"] == "Viasna"
    assert (told_of["place_kind"], told_of["city"], told_of["region"]) == ("country", "", "")


def test_nothing_reported_is_not_zero() -> None:
    count = make_count(qualifier="none_reported")
    told_of = told(f"reported-counts/{count.id}/")
    assert (told_of["low"], told_of["high"], told_of["text"]) == (None, None, "none reported")


def test_a_figure_of_a_confidential_source_does_not_tell_its_words() -> None:
    count = make_count(
        6,
        source=make_source(title="Whispered", confidential=True),
        phrase="six, he said",
        locator="p. 2",
        language="be",
    )
    told_of = told(f"reported-counts/{count.id}/")
    assert told_of["source_confidential"] is True
    assert told_of["source_title"] == "confidential source"
    assert (told_of["phrase"], told_of["locator"], told_of["language"]) == ("", "", "")
    assert (told_of["source_url"], told_of["publisher_name"]) == ("", "")


def test_a_figure_that_was_replaced_says_so_and_its_successor_points_back() -> None:
    viasna = make_organisation()
    old = make_count(1048, organisation=viasna)
    new = make_count(1024, organisation=viasna, supersedes=old)
    assert told(f"reported-counts/{old.id}/")["superseded"] is True
    assert told(f"reported-counts/{new.id}/")["supersedes"] == old.id
    assert ids("reported-counts/", superseded="false") == {new.id}


def test_an_unpublished_figure_or_one_of_an_unpublished_source_is_not_there() -> None:
    for count in (make_count(1, state="draft"), make_count(1, source=make_source(state="draft"))):
        problem(f"reported-counts/{count.id}/", 404)
    assert results("reported-counts/") == []


def test_figures_are_narrowed_by_the_kind_of_place_that_was_counted() -> None:
    region, area = make_region(slug="homel-region"), make_region(kind="area")
    city = make_city(slug="homel", region=region)
    counts = {
        "country": make_count(1),
        "region": make_count(2, region=region),
        "area": make_count(3, region=area),
        "city": make_count(4, city=city),
    }
    for kind, count in counts.items():
        assert ids("reported-counts/", place_kind=kind) == {count.id}
        assert told(f"reported-counts/{count.id}/")["place_kind"] == kind
    assert ids("reported-counts/", city="homel") == {counts["city"].id}
    assert ids("reported-counts/", region="homel-region") == {counts["region"].id}


def test_figures_are_narrowed_by_organisation_measure_group_qualifier_and_bounds() -> None:
    viasna = make_organisation(slug="viasna")
    police = make_organisation(slug="police", counts_towards_headlines=False)
    many = make_count(1024, organisation=viasna)
    few = make_count(6, organisation=viasna, qualifier="at_least", group="journalists")
    held = make_count(
        363,
        organisation=police,
        measure="held_pending_court",
        date=date(2020, 11, 7),
        language="ru",
    )
    assert ids("reported-counts/", organisation="viasna") == {many.id, few.id}
    assert ids("reported-counts/", organisation__in="viasna,police") == {many.id, few.id, held.id}
    assert ids("reported-counts/", counts_towards_headlines="false") == {held.id}
    assert ids("reported-counts/", measure="held_pending_court") == {held.id}
    assert ids("reported-counts/", group__in="journalists,women") == {few.id}
    assert ids("reported-counts/", qualifier="at_least") == {few.id}
    assert ids("reported-counts/", low__gte=363) == {many.id, held.id}
    assert ids("reported-counts/", low__lte=363, high__gte=1) == {held.id}
    assert ids("reported-counts/", language="ru") == {held.id}
    assert ids("reported-counts/", source=many.source_id) == {many.id}
    assert ids("reported-counts/", date__lte="2020-11-07") == {held.id}


def test_figures_are_narrowed_by_what_their_event_was() -> None:
    picket = make_event(slug="picket", kind="picket", authorisation="not_authorised")
    at_it = make_count(9, event=picket)
    make_count(9)
    for name, value in (
        ("event", "picket"),
        ("event_kind", "picket"),
        ("event_authorisation", "not_authorised"),
    ):
        assert ids("reported-counts/", **{name: value}) == {at_it.id}
    assert told(f"reported-counts/{at_it.id}/")["event_kind"] == "picket"


def test_organisation_city_and_source_can_be_told_in_full() -> None:
    count = make_count(
        9, organisation=make_organisation(name="Viasna"), city=make_city(name="Minsk")
    )
    told_of = told(f"reported-counts/{count.id}/", expand="organisation,city,source")
    assert told_of["organisation"]["name"] == "Viasna"
    assert told_of["city"]["name"] == "Minsk"
    assert told_of["source"]["id"] == count.source_id
