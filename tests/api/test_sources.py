"""/sources/"""

from datetime import date

import pytest

from tests.api.asking import ids, problem, results, told
from tests.factories import make_organisation, make_source

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
    assert told_of["published_on"] == "2020-11-09"
    assert told_of["accessed_on"] is None
    assert (told_of["kind"], told_of["language"]) == ("agency", "be")


def test_a_confidential_source_says_no_more_than_that_it_is_one() -> None:
    source = make_source(
        title="Whispered by an invented clerk",
        publisher=make_organisation(),
        confidential=True,
        language="be",
        published_on=date(2020, 11, 9),
    )
    told_of = told(f"sources/{source.id}/")
    kept = {"id": source.id, "version": 0, "confidential": True, "title": "confidential source"}
    assert told_of == kept | dict.fromkeys(
        ("publisher", "publisher_name", "kind", "language", "url", "archived_url"), ""
    ) | dict.fromkeys(("publisher_id", "published_on", "accessed_on", "derived_from"))
    assert ids("sources/", confidential="true") == {source.id}
    assert ids("sources/", language="be") == set()


def test_an_unpublished_source_is_not_there() -> None:
    source = make_source(state="in_review")
    problem(f"sources/{source.id}/", 404)
    assert results("sources/") == []


def test_a_source_does_not_point_at_an_unpublished_origin() -> None:
    source = make_source(derived_from=make_source(state="draft"))
    assert told(f"sources/{source.id}/")["derived_from"] is None


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
