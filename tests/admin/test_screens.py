"""Every screen opens, for those who may see it, at a cost that does not grow with the rows."""

from typing import Any

import pytest
from django.contrib.admin import site
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from detentions import entry, models
from tests import staff
from tests.admin import browser, records

pytestmark = pytest.mark.django_db

OURS = [model for model in site._registry if model._meta.app_label == "detentions"]
CASEWORK = [model for model in OURS if hasattr(model, "revision")]
WITHOUT_SCREEN = {
    # Child rows, on the screen of their record.
    models.BatchRecord,
    models.Citation,
    models.CityName,
    models.CustodyEvent,
    models.DetaineeName,
    models.DetentionRole,
    models.EventCircumstance,
    models.EventName,
    models.PrintedOrdinal,
    models.RegionName,
    # Derived by counting, and re-derived by a command.
    models.Tally,
    # Digests of addresses that answer "withdrawn", written beside the change.
    models.FormerSlug,
}


def _name(model: Any) -> str:
    return str(model._meta.model_name)


def _superuser() -> Client:
    user = staff.administrator()
    user.is_superuser = True
    user.save()
    return browser.sign_in(user)


def test_every_model_has_a_screen_or_is_part_of_one() -> None:
    every = {getattr(models, name) for name in models.__all__}
    assert set(OURS) | WITHOUT_SCREEN == every
    assert set(records.ONE_OF) == set(OURS)


@pytest.mark.parametrize("model", OURS, ids=_name)
def test_list_record_and_history_open_and_so_do_odd_addresses(model: Any) -> None:
    client, record = _superuser(), records.ONE_OF[model](0)
    page = browser.address(model, "changelist")
    assert client.get(page).status_code == 200
    for name in ("change", "history") if model in CASEWORK else ("change",):
        assert client.get(browser.address(record, name)).status_code == 200
    for query in ("q=testa+%00+!!!", "q=2020-11-08", "o=99.-1.x", "p=999999", "_facets=True"):
        assert client.get(f"{page}?{query}", follow=True).status_code == 200, query


@pytest.mark.parametrize("model", CASEWORK, ids=_name)
def test_empty_form_and_question_before_deletion_open(model: Any) -> None:
    client, record = _superuser(), records.ONE_OF[model](0)
    assert client.get(browser.address(model, "add")).status_code == 200
    assert client.get(browser.address(record, "delete")).status_code == 200


@pytest.fixture
def one_of_each() -> dict[Any, Any]:
    """One record of every kind."""
    return {model: records.ONE_OF[model](number) for number, model in enumerate(OURS)}


@pytest.mark.parametrize("role", ["enterer", "reviewer", "editor", "administrator"])
def test_a_role_opens_what_it_may_view_and_nothing_else(
    role: str, one_of_each: dict[Any, Any]
) -> None:
    user = getattr(staff, role)()
    client = browser.sign_in(user)
    for model, record in one_of_each.items():
        expected = 200 if user.has_perm(f"detentions.view_{_name(model)}") else 403
        for page in (browser.address(model, "changelist"), browser.address(record)):
            assert client.get(page).status_code == expected, page


def test_nobody_sees_a_screen_without_signing_in(one_of_each: dict[Any, Any]) -> None:
    for model, record in one_of_each.items():
        for page in (browser.address(model, "changelist"), browser.address(record)):
            response = Client().get(page)
            assert response.status_code == 302
            assert response["Location"].startswith(reverse("admin:login"))


@pytest.mark.parametrize("model", CASEWORK, ids=_name)
def test_the_cost_of_a_list_does_not_grow_with_its_rows(model: Any) -> None:
    client, page = _superuser(), browser.address(model, "changelist")
    for number in range(10):
        records.ONE_OF[model](number)
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert client.get(page).status_code == 200
    for number in range(10, 30):
        records.ONE_OF[model](number)
    with CaptureQueriesContext(connection) as many:
        assert client.get(page).status_code == 200
    assert model._default_manager.count() >= 30
    assert len(many) == len(few)


def test_the_cost_of_the_first_page_does_not_grow_with_what_waits() -> None:
    client, page = _superuser(), reverse("admin:index")
    with CaptureQueriesContext(connection) as empty:
        client.get(page)
    source = staff.enter_source()
    for number in range(5):
        staff.enter_count(source=source, low=number, high=number)
    with CaptureQueriesContext(connection) as full:
        client.get(page)
    assert len(full) == len(empty)


def test_the_first_page_says_what_waits_for_review() -> None:
    source = staff.enter_source()
    entry.submit(source, by=staff.enterer(), revision=source.revision)
    response = browser.sign_in(staff.reviewer()).get(reverse("admin:index"))
    waiting = {str(kind["name"]): kind["number"] for kind in response.context["waiting"]}
    assert waiting["sources"] == 1
    assert waiting["detentions"] == 0


def test_every_screen_says_that_demonstration_records_are_invented() -> None:
    client = browser.sign_in(staff.enterer())
    said = "individual records are invented"
    assert said not in client.get(reverse("admin:index")).content.decode()
    entry.mark_demonstration(by=staff.administrator())
    for page in (reverse("admin:index"), browser.address(models.Detention, "add")):
        assert said in client.get(page).content.decode()


def test_pages_forbid_what_they_do_not_need() -> None:
    records.enter_full_detention()
    detention = models.Detention.objects.get()
    client = _superuser()
    for page in (reverse("admin:index"), browser.address(detention)):
        policy = client.get(page)["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_django_keeps_no_log_of_its_own_that_would_outlive_an_erasure() -> None:
    client = browser.sign_in(staff.enterer())
    browser.save(client, models.Detainee, {"name": "Testa Testova"})
    assert models.Detainee.objects.count() == 1
    assert not LogEntry.objects.exists()


def test_no_list_offers_a_deletion_of_many_or_editing_in_place() -> None:
    for model in OURS:
        model_admin = site.get_model_admin(model)
        assert not model_admin.list_editable
        response = _superuser().get(browser.address(model, "changelist"))
        assert "delete_selected" not in response.content.decode()
