"""/organisations/"""

import pytest

from tests.api.asking import ids, problem, results, told
from tests.factories import make_count, make_organisation, make_source

pytestmark = pytest.mark.django_db


def test_an_organisation_tells_its_kind_rank_and_whether_it_counts_towards_headlines() -> None:
    viasna = make_organisation(
        slug="viasna",
        name="Human Rights Centre Viasna",
        short_name="Viasna",
        rank=1,
        kind="rights_group",
        url="https://example.org/",
    )
    make_count(1024, organisation=viasna)
    told_of = told("organisations/viasna/")
    assert told_of == told(f"organisations/{viasna.id}/")
    assert told_of["short_name"] == "Viasna"
    assert told_of["kind"] == "rights_group"
    assert (told_of["rank"], told_of["counts_towards_headlines"]) == (1, True)


def test_an_organisation_that_only_a_draft_names_is_not_there() -> None:
    hidden = make_organisation(slug="hidden")
    make_count(1, organisation=hidden, state="draft")
    make_source(publisher=hidden, confidential=True)
    assert results("organisations/") == []
    problem("organisations/hidden/", 404)


def test_organisations_are_narrowed_by_kind_and_ordered_by_rank() -> None:
    police = make_organisation(kind="police", rank=2, counts_towards_headlines=False)
    group = make_organisation(kind="rights_group", rank=1)
    for organisation in (police, group):
        make_source(publisher=organisation)
    assert ids("organisations/", kind="police") == {police.id}
    assert ids("organisations/", kind__in="police,ministry") == {police.id}
    assert ids("organisations/", counts_towards_headlines="true") == {group.id}
    ordered = [record["id"] for record in results("organisations/", ordering="rank")]
    assert ordered == [group.id, police.id]
