"""/detainees/"""

from datetime import date

import pytest

from detentions.models import DetaineeName
from tests.api.asking import ids, problem, results, told
from tests.factories import make_detainee, make_detention

pytestmark = pytest.mark.django_db

PUBLIC = {
    "name": "Invented Iryna",
    "name_publication": "public",
    "consent_by": "herself",
    "year_of_birth": 1990,
    "sex": "female",
    "occupation": "inventor",
    "citizenship": "BY",
}


def test_a_public_name_comes_with_what_was_reported_of_the_person() -> None:
    person = make_detainee(**PUBLIC)
    DetaineeName.objects.create(
        detainee=person, name="Прыдуманая Ірына", language="be", script="Cyrl", key="iryna"
    )
    first = make_detention(detainee=person)
    second = make_detention(detainee=person, date=date(2020, 11, 15))
    told_of = told(f"detainees/{person.id}/")
    assert told_of["name"] == "Invented Iryna"
    assert (told_of["year_of_birth"], told_of["sex"]) == (1990, "female")
    assert told_of["names"][0]["name"] == "Прыдуманая Ірына"
    assert [each["detention"] for each in told_of["detentions"]] == [first.id, second.id]


@pytest.mark.parametrize(
    ("form", "shown"),
    [("initials", "I. I."), ("pseudonym", "The inventor"), ("withheld", "")],
)
def test_a_name_leaves_only_in_the_form_that_its_publication_allows(form: str, shown: str) -> None:
    person = make_detainee(
        **PUBLIC | {"name_publication": form}, initials="I. I.", pseudonym="The inventor"
    )
    DetaineeName.objects.create(detainee=person, name="Прыдуманая Ірына", key="iryna")
    make_detention(detainee=person)
    told_of = told(f"detainees/{person.id}/")
    assert told_of["name"] == shown
    assert told_of["names"] == []
    assert told_of["year_of_birth"] is None
    assert (told_of["sex"], told_of["occupation"], told_of["citizenship"]) == ("", "", "")


def test_a_person_without_a_published_detention_is_not_there() -> None:
    person = make_detainee(**PUBLIC)
    make_detention(detainee=person, state="draft")
    problem(f"detainees/{person.id}/", 404)
    assert results("detainees/") == []


def test_detainees_are_narrowed_by_the_form_of_their_names_alone() -> None:
    public, withheld = make_detainee(**PUBLIC), make_detainee()
    for person in (public, withheld):
        make_detention(detainee=person)
    assert ids("detainees/", name_publication="public") == {public.id}
    assert ids("detainees/", name_publication__in="public,withheld") == {public.id, withheld.id}


def test_their_detentions_can_be_told_in_full() -> None:
    detention = make_detention(roles=["journalist"])
    told_of = told(f"detainees/{detention.detainee_id}/", expand="detentions")
    assert told_of["detentions"][0]["detention"]["roles"] == ["journalist"]
