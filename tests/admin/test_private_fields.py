"""What a role may not see cannot be reached by any way around the form.

Each attack was shown to work against Django's defaults: a filter on an excluded column gave
its value away letter by letter, and an autocomplete searched columns that no form shows.
"""

import json
from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from detentions import entry, models
from tests import staff
from tests.admin import browser, records
from tests.admin.test_screens import CASEWORK, OURS

pytestmark = pytest.mark.django_db

CANARY = "+375291112233"
PRIVATE_TEXT = {"notes", "contacts", "place_detail", "consent_by", "publication_reason", "quote"}


@pytest.fixture
def person() -> models.Detainee:
    return entry.create(
        models.Detainee,
        by=staff.reviewer(),
        values={"name": "Testa Testova", "contacts": f"mother {CANARY}", "notes": CANARY},
    )


def _viewer() -> User:
    """Return somebody who may view casework and nothing more."""
    viewer = User.objects.create(username="vera-viewer", is_staff=True)
    for group in entry.make_roles()[:1]:
        viewer.user_permissions.set(group.permissions.filter(codename__startswith="view_"))
    return viewer


@pytest.fixture(params=["viewer", "enterer"])
def client(request: pytest.FixtureRequest) -> Client:
    return browser.sign_in(_viewer() if request.param == "viewer" else staff.enterer())


def test_a_page_shows_contacts_and_notes_to_reviewers_alone(
    client: Client, person: models.Detainee
) -> None:
    page = client.get(browser.address(person)).content.decode()
    assert CANARY not in page
    assert "contacts" not in page
    seen = browser.sign_in(staff.reviewer()).get(browser.address(person)).content.decode()
    assert CANARY in seen


LOOKUPS = ("", "startswith", "contains", "regex", "iexact", "exact", "gt", "in", "length", "isnull")


def test_no_filter_reaches_a_column_that_is_no_filter(
    client: Client, person: models.Detainee
) -> None:
    page = browser.address(models.Detainee, "changelist")
    for column in ("contacts", "notes", "consent_by", "key", "names__key"):
        for lookup in LOOKUPS:
            path = f"{column}__{lookup}".removesuffix("__")
            assert client.get(page, {path: "m"}).status_code == 400, path


def test_the_attack_of_before_recovers_nothing(client: Client, person: models.Detainee) -> None:
    page, recovered = browser.address(models.Detainee, "changelist"), ""
    for letter in "m+0123456789":
        for name in ("contacts__startswith", "contacts", "notes__startswith"):
            response = client.get(page, {name: recovered + letter})
            if response.status_code == 200 and "Testa" in response.content.decode():
                recovered += letter
    assert recovered == ""


RELATIONS = [
    (models.Detention, "detainee__contacts__startswith"),
    (models.Detention, "detainee__notes__contains"),
    (models.Detention, "detainee__name__startswith"),
    (models.Detention, "entered_by__password__startswith"),
    (models.Detention, "notes__startswith"),
    (models.Detention, "place_detail__startswith"),
    (models.ReportedCount, "notes__startswith"),
    (models.ReportedCount, "event__detentions__detainee__contacts__startswith"),
    (models.Source, "notes__startswith"),
    (models.Event, "notes__startswith"),
    (models.City, "events__detentions__detainee__contacts__startswith"),
    (models.Organisation, "entered_by__email__startswith"),
]


def test_no_filter_follows_relations_to_private_columns(client: Client) -> None:
    for model, path in RELATIONS:
        response = client.get(browser.address(model, "changelist"), {path: "m"})
        assert response.status_code == 400, path


def test_no_list_accepts_a_lookup_on_any_of_its_columns_beyond_its_filters() -> None:
    request: Any = browser.sign_in(_viewer()).get(reverse("admin:index")).wsgi_request
    for model in OURS:
        model_admin = site.get_model_admin(model)
        for column in model._meta.concrete_fields:
            for lookup in ("startswith", "icontains", "regex", "in", "lte", "range"):
                path = f"{column.name}__{lookup}"
                assert not model_admin.lookup_allowed(path, "x", request), (model, path)


def test_no_search_finds_private_text(client: Client, person: models.Detainee) -> None:
    source = staff.enter_source(notes="canary mother 375")
    staff.enter_detention(person, notes="canary mother 375", place_detail="canary mother 375")
    records.enter_event(notes="canary mother 375")
    staff.enter_count(source=source, notes="canary mother 375")
    for model in CASEWORK:
        for term in (CANARY, CANARY[:6], "375", "mother", "canary"):
            page = client.get(browser.address(model, "changelist"), {"q": term})
            assert page.status_code == 200
            assert page.context["cl"].result_count == 0, (model, term)


def _autocomplete(client: Client, model: str, field: str, term: str) -> list[dict[str, str]]:
    query = {"app_label": "detentions", "model_name": model, "field_name": field, "term": term}
    response = client.get(reverse("admin:autocomplete"), query)
    assert response.status_code == 200
    found: list[dict[str, str]] = json.loads(response.content)["results"]
    return found


def test_no_autocomplete_finds_private_text(client: Client, person: models.Detainee) -> None:
    for term in (CANARY, CANARY[:4], "mother", "m"):
        assert _autocomplete(client, "detention", "detainee", term) == []


def test_other_models_open_no_side_door_to_the_autocomplete(
    client: Client, person: models.Detainee
) -> None:
    page = reverse("admin:autocomplete")
    for model in ("detaineename", "historicaldetention", "historicaldetainee", "detainee"):
        for field in ("detainee", "id", "entered_by", "history_user", "contacts"):
            query = {"app_label": "detentions", "model_name": model, "field_name": field}
            response = client.get(page, {**query, "term": CANARY[:4]})
            assert response.status_code in {403, 404} or not json.loads(response.content)["results"]


def test_no_order_sorts_by_a_private_column(client: Client, person: models.Detainee) -> None:
    other = entry.create(
        models.Detainee,
        by=staff.reviewer(),
        values={"name": "Anna Testova", "contacts": "aaa", "notes": "aaa"},
    )
    page, orders = browser.address(models.Detainee, "changelist"), set()
    for number in range(-12, 12):
        found = client.get(page, {"o": str(number)}).context["cl"].result_list
        orders.add(tuple(record.pk for record in found))
    for wanted in ("contacts", "-contacts", "notes"):
        found = client.get(page, {"o": wanted}).context["cl"].result_list
        assert tuple(record.pk for record in found) in orders
    assert {other.pk, person.pk} == {pk for order in orders for pk in order}
    for model in CASEWORK:
        shown = site.get_model_admin(model).get_list_display(None)  # type: ignore[arg-type]
        assert not PRIVATE_TEXT & set(shown)


def test_no_facet_counts_private_values(client: Client, person: models.Detainee) -> None:
    page = client.get(browser.address(models.Detainee, "changelist"), {"_facets": "True"})
    assert page.status_code == 200
    assert not page.context["cl"].add_facets
    for model in CASEWORK:
        filters = site.get_model_admin(model).get_list_filter(None)  # type: ignore[arg-type]
        assert not PRIVATE_TEXT & {str(item) for item in filters}


def test_no_window_refers_to_a_record_by_a_private_value(
    client: Client, person: models.Detainee
) -> None:
    for field in ("contacts", "notes", "key", "name", "revision"):
        value = str(getattr(person, field))
        lists = client.get(browser.address(models.Detainee, "changelist"), {"_to_field": field})
        assert lists.status_code == 400
        page = reverse("admin:detentions_detainee_change", args=[value])
        assert client.get(page, {"_to_field": field}).status_code == 400
        assert client.post(page, {"_to_field": field}).status_code == 400


def test_the_history_leaves_private_fields_out(client: Client, person: models.Detainee) -> None:
    entry.change(
        person,
        by=staff.reviewer(),
        revision=1,
        values={"contacts": "another canary", "occupation": "baker"},
    )
    page = client.get(browser.address(person, "history")).content.decode()
    assert "baker" in page
    assert "canary" not in page
    assert CANARY not in page
    seen = browser.sign_in(staff.reviewer()).get(browser.address(person, "history"))
    assert "another canary" in seen.content.decode()


def test_saving_without_the_right_neither_blanks_nor_sets_private_fields() -> None:
    person = staff.enter_detainee()
    person = entry.change(
        person, by=staff.reviewer(), revision=1, values={"contacts": CANARY, "notes": CANARY}
    )
    response = browser.save(
        browser.sign_in(staff.enterer()),
        person,
        {"occupation": "baker", "contacts": "overwritten", "notes": ""},
    )
    assert response.status_code == 302, browser.errors(response)
    person.refresh_from_db()
    assert (person.occupation, person.contacts, person.notes) == ("baker", CANARY, CANARY)


def test_an_empty_form_without_the_right_sets_no_private_field() -> None:
    client = browser.sign_in(staff.enterer())
    page = browser.address(models.Detainee, "add")
    assert "contacts" not in client.get(f"{page}?contacts=prefilled").content.decode()
    browser.save(client, models.Detainee, {"name": "Testa Testova", "contacts": "smuggled"})
    assert models.Detainee.objects.get().contacts == ""


def test_a_refused_form_does_not_show_private_fields(person: models.Detainee) -> None:
    client = browser.sign_in(staff.enterer())
    data = {"name": "x", "year_of_birth": "1", "opened_revision": "1"}
    response = client.post(browser.address(person), data)
    assert response.status_code == 200
    assert CANARY not in response.content.decode()


def test_values_that_a_database_cannot_take_are_refused(client: Client) -> None:
    page = browser.address(models.Detention, "changelist")
    for query in ("state__exact=%00", "date__year=0", "date__year=9999999999"):
        assert client.get(f"{page}?{query}").status_code == 400
