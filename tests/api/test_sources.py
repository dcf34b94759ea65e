"""/sources/"""

from datetime import date

import pytest
from django.test import Client

from tests.api.asking import ROOT, ids, problem, refused, results, told
from tests.factories import (
    make_citation,
    make_count,
    make_detention,
    make_event,
    make_organisation,
    make_source,
    make_step,
)

pytestmark = pytest.mark.django_db


def test_a_source_tells_publisher_language_addresses_and_lineage() -> None:
    newsroom = make_organisation(slug="newsroom", name="Invented Newsroom")
    origin = make_source(title="The list", publisher=newsroom)
    source = make_source(
        title="Quoting the list",
        publisher=newsroom,
        language="be",
        kind="agency",
        archived_url="https://example.org/kept",
        published_on=date(2020, 11, 9),
        derived_from=origin,
    )
    told_of = told(f"sources/{source.id}/")
    assert told_of["publisher"] == "newsroom"
    assert told_of["publisher_id"] == newsroom.id
    assert told_of["derived_from"] == origin.id
    assert told_of["origin_name"] == "Invented Newsroom"
    figure = make_count(5, source=source)
    assert told(f"reported-counts/{figure.id}/")["origin_name"] == "Invented Newsroom"
    assert told_of["published_on"] == "2020-11-09"
    assert told_of["accessed_on"] is None
    assert (told_of["kind"], told_of["language"]) == ("agency", "be")


def test_a_confidential_source_ties_nothing_together_that_rests_on_it() -> None:
    source = make_source(
        title="Whispered by an invented clerk",
        publisher=make_organisation(),
        confidential=True,
        language="be",
        published_on=date(2020, 11, 9),
    )
    event, detention = make_event(sources=[source]), make_detention()
    make_citation(source=source, detention=detention)
    make_step(detention=detention, kind="held", source=source)
    count = make_count(5, source=source, as_of_text="when she called")
    problem(f"sources/{source.id}/", 404)
    assert refused("detentions/", source=source.id)
    for path in (f"events/{event.id}/", f"detentions/{detention.id}/"):
        (citation,) = told(path)["sources"]
        assert (citation["source"], citation["source_confidential"]) == (None, True)
    figure = told(f"reported-counts/{count.id}/")
    assert (figure["source"], figure["source_title"]) == (None, "confidential source")
    assert figure["as_of_text"] == ""
    for kind in ("sources", "events", "detentions", "reported-counts"):
        assert source.id not in Client().get(f"{ROOT}{kind}/").content.decode()
    assert ids("sources/") == set()
    assert ids("sources/", language="be") == set()


def test_an_unpublished_source_is_not_there() -> None:
    source = make_source(state="in_review")
    problem(f"sources/{source.id}/", 404)
    assert results("sources/") == []


def test_a_source_does_not_point_at_an_unpublished_origin() -> None:
    agency = make_organisation(name="The Agency")
    for hidden in ({"state": "draft"}, {"confidential": True}):
        source = make_source(derived_from=make_source(publisher=agency, **hidden))
        told_of = told(f"sources/{source.id}/")
        assert (told_of["derived_from"], told_of["origin_name"]) == (None, "")
        figure = make_count(5, source=source)
        assert told(f"reported-counts/{figure.id}/")["origin_name"] == ""


def test_sources_are_narrowed_by_publisher_kind_language_date_and_origin() -> None:
    newsroom = make_organisation(slug="newsroom")
    first = make_source(publisher=newsroom, language="be", published_on=date(2020, 11, 8))
    second = make_source(
        kind="agency", language="ru", published_on=date(2020, 11, 10), derived_from=first
    )
    assert ids("sources/", publisher="newsroom") == {first.id}
    assert ids("sources/", kind="agency") == {second.id}
    assert ids("sources/", language="be") == {first.id}
    assert ids("sources/", language__in="be,ru") == {first.id, second.id}
    assert ids("sources/", published_on__gte="2020-11-09") == {second.id}
    assert ids("sources/", published_on__lte="2020-11-09") == {first.id}
    assert ids("sources/", derived_from=first.id) == {second.id}
