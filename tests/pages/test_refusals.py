"""What no page answers: unknown parameters, malformed values, methods that change things."""

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db

PAGES = (
    *("/", "/sundays/", "/sundays/2020-11-08/", "/sundays/2020-11-08/minsk/", "/cities/"),
    *("/cities/minsk/", "/matrix/", "/events/", "/events/march-of-democracy/", "/sources/"),
    *("/detentions/", "/methodology/", "/about/"),
)
DATA = ("/sundays.csv", "/cities/minsk.json")


@pytest.mark.parametrize("address", PAGES)
def test_an_unknown_parameter_is_refused_by_name(
    client: Client, scene: Scene, address: str
) -> None:
    page = read(client, address, data={"ctiy": "minsk"})
    assert page.status == 400
    assert "ctiy=minsk: There is no such parameter." in page.text


def test_a_refusal_names_what_is_allowed(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/?by=kgb")
    assert page.status == 400
    for allowed in ("highest", "lowest", "viasna", "mvd"):
        assert allowed in page.parts["note"][0]


@pytest.mark.parametrize(
    "query",
    [
        *("by=highest&by=lowest", "by=", "page=0", "page=x", "page=9999999999"),
        *("page=99", "page=%00", "page=٣"),
    ],
)
def test_a_malformed_value_is_refused(client: Client, scene: Scene, query: str) -> None:
    assert client.get(f"/sundays/?{query}").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        *("city=atlantis", "kind=riot", "date__gte=yesterday", "older=x", "newer=2020-11-08_"),
        *("older=2020-99-99_a", "older=2020-11-08_a&newer=2020-11-08_a", "sunday=2020-11-07"),
    ],
)
def test_a_malformed_filter_is_refused(client: Client, scene: Scene, query: str) -> None:
    assert client.get(f"/events/?{query}").status_code == 400


def test_what_was_typed_comes_back_as_text(client: Client) -> None:
    response = client.get("/sundays/", {"<script>": "</code><script>alert(1)</script>"})
    assert response.status_code == 400
    assert b"<script" not in response.content


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_are_read_only(client: Client, method: str) -> None:
    assert getattr(client, method)("/sundays/").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    assert getattr(strict, method)("/sundays/").status_code == 405


def test_an_unknown_address_is_a_page_that_leads_on(client: Client) -> None:
    page = read(client, "/nothing/")
    assert page.status == 404
    assert page.headings == ["Nothing is published at this address"]
    assert "/sundays/" in page.links


def test_pages_set_no_cookie_and_do_not_vary_by_one(client: Client, scene: Scene) -> None:
    for address in (*PAGES, *DATA, "/nothing/", "/sundays/?x=1", f"/detentions/{scene.named.id}/"):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
