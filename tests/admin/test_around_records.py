"""What stands beside a record: its history, what rests on it, and how it is deleted or undone."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from detentions import entry, models
from tests import staff
from tests.admin import browser, records

pytestmark = pytest.mark.django_db


def test_a_source_shows_what_it_supports_with_links() -> None:
    source = staff.publish(staff.enter_source())
    count = staff.enter_count(source=source)
    detention = staff.enter_detention(parts={"citations": [{"source": source}]})
    echo = staff.enter_source(title="An echo", derived_from=source)
    page = browser.sign_in(staff.enterer()).get(browser.address(source)).content.decode()
    assert f'href="{browser.address(count)}">2020-11-08 Counters: 10</a>' in page
    for record in (detention, echo):
        assert browser.address(record) in page


def test_a_source_of_many_figures_leads_to_the_list_of_them() -> None:
    source = staff.enter_source()
    for number in range(22):
        staff.enter_count(source=source, low=number, high=number)
    staff.enter_count(source=staff.enter_source(title="Another"))
    client = browser.sign_in(staff.enterer())
    page = client.get(browser.address(source)).content.decode()
    link = f"{browser.address(models.ReportedCount, 'changelist')}?source__id__exact={source.pk}"
    assert link in page
    assert client.get(link).context["cl"].result_count == 22


def test_the_history_says_who_changed_what_when_and_why() -> None:
    detention = records.enter_full_detention()
    held = detention.custody_events.get(kind="held")
    entry.change(
        detention,
        by=staff.reviewer(),
        revision=1,
        values={"detained_by": "riot_police"},
        parts={"custody_events": [{"id": held.pk, "days": 3}]},
        reason="the protocol says so",
    )
    client = browser.sign_in(staff.enterer())
    response = client.get(browser.address(detention, "history"))
    newest, oldest = response.context["moments"]
    assert (newest.who, newest.why) == ("rudi-reviewer", "the protocol says so")
    lines = " | ".join(newest.lines)
    assert "Detained by: unknown → riot police" in lines
    assert "Custody event: Days: – → 3" in lines
    assert "Custody event removed: released" in lines
    assert oldest.who == "erna-enterer"
    assert "Role added: journalist" in oldest.lines
    assert "Detainee: Testa Testova 0" in oldest.lines


def test_the_history_costs_the_same_however_long_it_is() -> None:
    detention = records.enter_full_detention()
    client = browser.sign_in(staff.enterer())
    page, costs = browser.address(detention, "history"), []
    for _round in range(2):
        for number in range(5):
            source = staff.enter_source(title=f"Source {number}")
            detention = entry.change(
                detention,
                by=staff.enterer(),
                revision=detention.revision,
                values={"notes": f"{detention.revision}"},
                parts={"citations": [{"source": source}]},
            )
        with CaptureQueriesContext(connection) as queries:
            client.get(page)
        costs.append(len(queries))
    assert costs[0] == costs[1]


def _delete(client: Client, record: Any, **data: str) -> Any:
    data = {"post": "yes", "opened_revision": str(record.revision), **data}
    return client.post(browser.address(record, "delete"), data)


def test_an_enterer_deletes_their_own_draft_with_a_reason() -> None:
    detention = records.enter_full_detention()
    client = browser.sign_in(staff.enterer())
    assert _delete(client, detention, change_reason="entered twice").status_code == 302
    assert not models.Detention.objects.exists()
    assert not models.CustodyEvent.objects.exists()
    gone = models.Detention.history.get(history_type="-")
    assert gone.history_change_reason == "entered twice"


def test_what_was_handed_in_or_is_anothers_is_not_deleted() -> None:
    source = staff.enter_source()
    other = browser.sign_in(staff.make_member("egon-enterer", "Enterer"))
    assert _delete(other, source).status_code == 403
    source = entry.submit(source, by=staff.enterer(), revision=source.revision)
    assert _delete(browser.sign_in(staff.reviewer()), source).status_code == 403
    assert models.Source.objects.exists()


def test_a_newer_version_than_the_one_shown_is_not_deleted() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.enterer())
    entry.change(source, by=staff.reviewer(), revision=1, values={"title": "Improved"})
    response = _delete(client, source)
    assert "meanwhile" in browser.told(client, response)
    assert models.Source.objects.exists()


def test_a_record_that_others_rest_on_says_which() -> None:
    count = staff.enter_count(source=staff.enter_source())
    client = browser.sign_in(staff.enterer())
    response = client.get(browser.address(count.source, "delete"))
    assert "Counters" in response.content.decode()
    assert _delete(client, count.source).status_code == 200
    assert models.Source.objects.exists()


def test_only_administrators_delete_cities() -> None:
    city = records.enter_named_city()
    assert _delete(browser.sign_in(staff.editor()), city).status_code == 403
    assert _delete(browser.sign_in(staff.administrator()), city).status_code == 302
    assert not models.City.objects.exists()


def test_an_editor_undoes_a_batch_with_a_button() -> None:
    batch = records.bring_in_batch()
    client = browser.sign_in(staff.editor())
    page = client.get(browser.address(batch))
    assert "Undo the batch" in page.content.decode()
    assert browser.address(models.Source.objects.get()) in page.content.decode()
    response = client.post(browser.address(batch, "undo"))
    assert "1 record." in browser.told(client, response)
    assert not models.Source.objects.exists()
    assert "Undo the batch" not in client.get(browser.address(batch)).content.decode()


def test_a_batch_that_somebody_built_on_says_what_stands_in_the_way() -> None:
    batch = records.bring_in_batch()
    source = models.Source.objects.get()
    entry.change(source, by=staff.enterer(), revision=1, values={"title": "Edited since"})
    client = browser.sign_in(staff.editor())
    response = client.post(browser.address(batch, "undo"))
    assert "Edited since" in browser.told(client, response)
    assert models.Source.objects.exists()


def test_reviewers_see_batches_and_do_not_undo_them() -> None:
    batch = records.bring_in_batch()
    client = browser.sign_in(staff.reviewer())
    assert "Undo the batch" not in client.get(browser.address(batch)).content.decode()
    response = client.post(browser.address(batch, "undo"))
    assert "Only editors" in browser.told(client, response)
    assert client.get(browser.address(batch, "undo")).status_code == 405
    assert models.Source.objects.exists()


@pytest.mark.parametrize("model", [models.IntakeBatch, models.Change, models.DataVersion])
def test_bookkeeping_can_only_be_looked_at(model: Any) -> None:
    record = records.ONE_OF[model](0)
    user = staff.administrator()
    user.is_superuser = True
    user.save()
    client = browser.sign_in(user)
    assert client.get(browser.address(model, "add")).status_code == 403
    assert client.post(browser.address(record), {"number": "7"}).status_code == 403
    assert client.post(browser.address(record, "delete"), {"post": "yes"}).status_code == 403


def test_messages_that_name_records_stay_out_of_cookies() -> None:
    client = browser.sign_in(staff.enterer())
    response = browser.save(client, models.Detainee, {"name": "Testa Testova"})
    assert response.status_code == 302
    assert "messages" not in response.cookies


def test_a_batch_says_in_words_what_became_of_its_rows() -> None:
    batch = records.bring_in_batch()
    batch.summary = {"rows": {"total": 3, "new": 2, "already_here": 1, "refused": 0}}
    batch.save()
    page = browser.sign_in(staff.reviewer()).get(browser.address(batch)).content.decode()
    assert "2 new, 1 already here" in page
    assert "{" not in page.partition("2 new")[2][:40]
