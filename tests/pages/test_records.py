"""Lists and single records, by what becomes of a record."""

import pytest
import time_machine
from django.test import Client

from detentions import entry
from detentions.choices import PublicationState
from tests import staff
from tests.factories import make_citation, make_count, make_detention, make_event, make_source
from tests.pages.reading import read

pytestmark = pytest.mark.django_db


def test_a_form_sent_with_blank_fields_leads_to_the_plain_address(client: Client) -> None:
    response = client.get("/events/?city=&kind=march&date__gte=&date__lte=")
    assert (response.status_code, response["Location"]) == (302, "/events/?kind=march")


def test_older_and_newer_lead_through_all_events_once(client: Client) -> None:
    for _number in range(90):
        make_event(sources=[])
    seen: list[str] = []
    address: str | None = "/events/"
    while address:
        page = read(client, address)
        seen += [link for link in page.links if link.startswith("/events/event-")]
        address = next((link for link, words in page.links.items() if "Older" in words), None)
    assert len(seen) == len(set(seen)) == 90
    back = next(link for link, words in page.links.items() if "Newer" in words)
    newer = [link for link in read(client, back).links if link.startswith("/events/event-")]
    assert newer == seen[40:80]


def test_a_draft_is_not_found(client: Client) -> None:
    make_event(slug="secret", state=PublicationState.DRAFT)
    assert read(client, "/events/secret/").status == 404


def test_nobody_is_detained_for_ever(client: Client) -> None:
    with time_machine.travel("2020-11-10T12:00:00+03:00"):
        detention = make_detention()
        assert "Status Held" in read(client, f"/detentions/{detention.id}/").text
    with time_machine.travel("2020-11-13T12:00:00+03:00"):
        page = read(client, f"/detentions/{detention.id}/")
        assert "Status unknown since 8 November 2020" in page.text


def test_a_withdrawn_detention_is_gone(client: Client) -> None:
    detention = staff.publish(staff.enter_detention())
    address = f"/detentions/{detention.id}/"
    assert read(client, address).status == 200
    detention.refresh_from_db()
    entry.withdraw(detention, by=staff.editor(), revision=detention.revision, reason="mistaken")
    page = read(client, address)
    assert page.status == 410
    assert "was withdrawn on" in page.text


@pytest.mark.parametrize("state", [PublicationState.DRAFT, PublicationState.IN_REVIEW])
def test_what_is_not_published_is_not_found(client: Client, state: str) -> None:
    detention = make_detention(state=state)
    assert read(client, f"/detentions/{detention.id}/").status == 404
    assert read(client, "/detentions/nobody/").status == 404


def test_sources_are_listed_with_their_host(client: Client) -> None:
    make_source(title="Report", url="https://example.org/a")
    page = read(client, "/sources/")
    assert "Report" in page.text
    assert page.links["https://example.org/a"] == "example.org"


def test_a_source_that_repeats_another_is_no_second_one(client: Client) -> None:
    first = make_source(title="Viasna’s list")
    agency = make_source(title="Agency report", derived_from=first)
    page = read(client, f"/sources/{agency.id}/")
    assert page.links[f"/sources/{first.id}/"] == "Viasna’s list"
    assert "no second, independent source" in page.text


def test_a_confidential_source_has_no_page_that_ties_its_records_together(client: Client) -> None:
    source = make_source(title="A relative", url="https://private.example", confidential=True)
    make_count(5, source=source)
    event = make_event(name="Vigil", sources=[])
    make_citation(source=source, event=event, quote="she told us")
    assert client.get(f"/sources/{source.id}/").status_code == 404
    for address in (f"/events/{event.slug}/", "/sundays/2020-11-08/", "/", "/sources/"):
        page = read(client, address)
        for word in ("relative", "private.example", "she told us", source.id):
            assert word not in page.text
            assert word not in str(page.links)
    page = read(client, f"/events/{event.slug}/")
    assert page.links["/methodology/#confidential"] == "Confidential source"
