"""What cannot be understood is refused, and never answered as if it had not been asked."""

from urllib.parse import quote

import pytest
from django.test import Client

from detentions.filters import FILTERS
from detentions.records import RESOURCES
from tests.api.asking import PROBLEM, ROOT, refused, told
from tests.factories import make_city, make_detention

pytestmark = pytest.mark.django_db

ADDRESSES = ("", "status/", "schema/", "docs/", "tallies/sundays/", "tallies/sundays/2020-11-08/")


def _refused(address: str) -> list[dict[str, object]]:
    response = Client().get(ROOT + address)
    assert response.status_code == 400, response.content
    assert response.headers["Content-Type"] == PROBLEM
    errors: list[dict[str, object]] = response.json()["errors"]
    return errors


@pytest.mark.parametrize("kind", RESOURCES)
def test_a_misspelt_filter_is_refused_with_the_names_that_exist(kind: str) -> None:
    (error,) = refused(f"{kind}/", ctiy="minsk")
    assert (error["parameter"], error["value"]) == ("ctiy", "minsk")
    allowed = error["allowed"]
    assert set(FILTERS[kind].parameters()) < set(allowed)
    assert {"fields", "omit", "ordering", "page_size", "cursor", "count"} < set(allowed)
    assert allowed == sorted(allowed)


@pytest.mark.parametrize("address", ADDRESSES)
def test_other_addresses_refuse_unknown_parameters_too(address: str) -> None:
    assert _refused(f"{address}?ctiy=minsk")[0]["parameter"] == "ctiy"


def test_a_repeated_parameter_is_refused() -> None:
    make_city(slug="minsk")
    (error,) = _refused("detentions/?city=minsk&city=minsk")
    assert error["detail"] == "The parameter is given more than once."


def test_a_parameter_without_a_value_is_refused() -> None:
    (error,) = _refused("detentions/?city=")
    assert error["detail"] == "The parameter has no value."


def test_every_wrong_parameter_is_named_at_once() -> None:
    errors = _refused("detentions/?date=soon&role=spy&city=atlantis")
    assert [error["parameter"] for error in errors] == ["date", "role", "city"]


def test_a_word_outside_the_vocabulary_is_refused_with_the_vocabulary() -> None:
    (error,) = refused("detentions/", role="spy")
    assert "journalist" in error["allowed"]


def test_one_wrong_value_among_several_is_named() -> None:
    make_city(slug="minsk")
    assert "“soon”" in refused("events/", date__in="2020-11-08,soon")[0]["detail"]
    assert "“atlantis”" in refused("events/", city__in="minsk,atlantis")[0]["detail"]
    assert "empty value" in refused("events/", city__in="minsk,")[0]["detail"]


def test_more_values_than_a_page_holds_are_refused() -> None:
    many = ",".join(["x"] * 101)
    assert "At most 100" in refused("events/", id__in=many)[0]["detail"]


# parameter, value
MALFORMED = [
    ("date", "2020-11-31"),
    ("date", "2020-1-8"),
    ("date", "20201108"),
    ("date", "２０２０-11-08"),
    ("date", "2020-11-08T00:00"),
    ("changed_after", "-1"),
    ("changed_after", "1e400"),
    ("changed_after", "NaN"),
    ("changed_after", "9" * 19),
    ("changed_after", "9" * 400),
    ("changed_after", "१"),
    ("changed_after", " 1"),
    ("page_size", "0"),
    ("page_size", "101"),
    ("page_size", "1.5"),
    ("count", "1"),
    ("count", "True"),
    ("ordering", "city"),
    ("ordering", "--version"),
    ("ordering", "version,date"),
    ("fields", "contacts"),
    ("fields", "id,"),
    ("omit", "notes"),
    ("expand", "entered_by"),
    ("expand", "city.region"),
    ("cursor", "x"),
    ("cursor", "WyJ2ZXJzaW9uIl0"),
    ("cursor", "W" * 601),
    ("cursor", "é"),
    # Half a character, in an order by name.
    ("cursor", "WyJuYW1lIiwgIm4iLCAiXHVkODAwIiwgImEiXQ"),
    ("event", "'; DROP TABLE detentions_event; --"),
    ("event", "\ud800"),
    ("event", "\x00"),
    ("city", "x" * 3000),
    ("id__in", "a b"),
]


@pytest.mark.parametrize(("name", "value"), MALFORMED)
def test_malformed_values_are_refused(name: str, value: str) -> None:
    sent = quote(value, errors="surrogatepass")
    (error,) = _refused(f"detentions/?{name}={sent}")
    assert error["parameter"] == name
    assert error["allowed"]
    assert len(str(error["value"])) <= 101


def test_a_cursor_of_another_list_is_refused() -> None:
    for _number in range(2):
        make_detention()
    cursor = told("detentions/", page_size=1)["next"].partition("cursor=")[2]
    (error,) = refused("events/", cursor=cursor)
    assert error["detail"] == "This is no cursor of this list in this order."


def test_asking_for_nothing_is_refused_by_both_parameters_that_ask_for_it() -> None:
    make_city(slug="minsk")
    for address in ("cities/", "cities/minsk/"):
        errors = refused(address, fields="id,slug", omit="slug,id,name")
        assert [error["parameter"] for error in errors] == ["fields", "omit"]
        assert [error["value"] for error in errors] == ["id,slug", "slug,id,name"]
        (error,) = refused(address, omit=",".join(RESOURCES["cities"].keys))
        assert error["parameter"] == "omit"
    assert told("cities/minsk/", fields="id,slug", omit="id") == {"slug": "minsk"}


def test_a_cursor_of_another_order_is_refused() -> None:
    for _number in range(2):
        make_detention()
    link = told("detentions/", page_size=1)["next"]
    cursor = link.partition("cursor=")[2]
    assert refused("detentions/", ordering="-date", cursor=cursor)[0]["parameter"] == "cursor"
    assert told("detentions/", cursor=cursor)["results"]


@pytest.mark.parametrize("query", ["%00=1", "a%00b=1", "=1", "&&", "%ED%A0%80=1", "city%5B%5D=1"])
def test_names_that_are_no_names_do_not_upset_the_server(query: str) -> None:
    response = Client().get(f"{ROOT}detentions/?{query}")
    assert response.status_code in (200, 400)


def test_thousands_of_parameters_are_refused() -> None:
    query = "&".join(f"a{number}=1" for number in range(2500))
    response = Client().get(f"{ROOT}detentions/?{query}")
    assert response.status_code == 400
    assert response.headers["Content-Type"] == PROBLEM


def test_a_single_record_takes_keys_and_references_and_no_filters() -> None:
    city = make_city(slug="minsk")
    assert told("cities/minsk/", fields="id") == {"id": city.id}
    assert refused("cities/minsk/", region="x")[0]["parameter"] == "region"
    assert refused("cities/minsk/", page_size="1")[0]["parameter"] == "page_size"


def test_a_cursor_with_half_a_character_is_refused_where_it_stands_for_a_name() -> None:
    cursor = "WyJuYW1lIiwgIm4iLCAiXHVkODAwIiwgImEiXQ"  # ["name", "n", "\\ud800", "a"]
    assert refused("cities/", ordering="name", cursor=cursor)[0]["parameter"] == "cursor"
