"""Two people change one record: nobody's words are lost, and nobody overwrites unknowingly."""

from datetime import datetime
from typing import Any

import pytest

from detentions import entry, models
from tests import staff
from tests.admin import browser, records

pytestmark = pytest.mark.django_db


def _open(client: Any, record: Any) -> dict[str, str]:
    return browser.form_on(client.get(browser.address(record)), type(record))


def _change(record: Any, **kwargs: Any) -> Any:
    record.refresh_from_db()
    return entry.change(record, by=staff.reviewer(), revision=record.revision, **kwargs)


def test_both_versions_are_shown_and_what_was_typed_stays() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.enterer())
    form = _open(client, source)
    _change(source, values={"title": "Their title"})
    response = client.post(browser.address(source), {**form, "title": "My title"})
    assert response.status_code == 200
    shown = browser.errors(response)
    assert "rudi-reviewer" in shown
    assert "My title" in shown
    assert "Their title" in shown
    assert browser.form_on(response, models.Source)["title"] == "My title"
    source.refresh_from_db()
    assert source.title == "Their title"


def test_saving_again_is_a_decision_and_keeps_what_others_changed_elsewhere() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.enterer())
    form = _open(client, source)
    changed = {"title": "Their title", "language": "be", "confidential": True}
    _change(source, values=changed)
    response = client.post(browser.address(source), {**form, "title": "My title"})
    again = browser.form_on(response, models.Source)
    response = client.post(browser.address(source), again)
    assert response.status_code == 302, browser.errors(response)
    source.refresh_from_db()
    assert (source.title, source.language, source.confidential) == ("My title", "be", True)


def test_dates_times_and_choices_of_others_are_taken_over_too() -> None:
    count = records.enter_full_count()
    client = browser.sign_in(staff.enterer())
    form = _open(client, count)
    source = staff.enter_source(title="Another source")
    moment = datetime.fromisoformat("2020-11-08T17:00:00+03:00")
    _change(count, values={"source": source, "group": "women", "as_of": moment})
    response = client.post(browser.address(count), {**form, "remark": "Mine"})
    assert "Another source" in browser.errors(response)
    response = client.post(browser.address(count), browser.form_on(response, models.ReportedCount))
    assert response.status_code == 302, browser.errors(response)
    count.refresh_from_db()
    assert (count.source, count.group, count.remark) == (source, "women", "Mine")
    assert count.as_of == moment


def test_a_change_between_check_and_write_is_refused_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.enterer())
    form = _open(client, source)
    write = entry.change

    def slower(record: Any, **kwargs: Any) -> Any:
        monkeypatch.setattr(entry, "change", write)
        _change(models.Source.objects.get(), values={"title": "Their title"})
        return write(record, **kwargs)

    monkeypatch.setattr(entry, "change", slower)
    response = client.post(browser.address(source), {**form, "title": "My title"})
    assert response.status_code == 200
    assert "Their title" in browser.errors(response)
    assert browser.form_on(response, models.Source)["title"] == "My title"
    assert models.Source.objects.get().title == "Their title"


def test_rows_that_others_added_changed_and_deleted_are_named_and_kept() -> None:
    detention = records.enter_full_detention()
    client = browser.sign_in(staff.enterer())
    form = _open(client, detention)
    held, released = detention.custody_events.all()
    _change(
        detention,
        parts={
            "custody_events": [
                {"id": held.pk, "days": 3},
                {"id": released.pk},
                {"kind": "fined", "date": staff.SUNDAY},
            ]
        },
    )
    changes = {"notes": "Mine", "custody_events-1-notes": "at night"}
    response = client.post(browser.address(detention), {**form, **changes})
    shown = browser.errors(response)
    assert "2020-11-08 fined" in shown
    assert "Days" in shown
    again = browser.form_on(response, models.Detention)
    response = client.post(browser.address(detention), again)
    assert response.status_code == 302, browser.errors(response)
    steps = {step.kind: step for step in detention.custody_events.all()}
    assert set(steps) == {"held", "released", "fined"}
    assert steps["held"].days == 3
    assert steps["released"].notes == "at night"


def test_a_row_that_somebody_else_deleted_is_named() -> None:
    detention = records.enter_full_detention()
    client = browser.sign_in(staff.enterer())
    form = _open(client, detention)
    held = detention.custody_events.get(kind="held")
    _change(detention, parts={"custody_events": [{"id": held.pk}]})
    changes = {"custody_events-1-notes": "at night"}
    response = client.post(browser.address(detention), {**form, **changes})
    assert "deleted this row meanwhile" in browser.errors(response)
    again = browser.form_on(response, models.Detention)
    assert again["custody_events-1-notes"] == "at night"
    response = client.post(browser.address(detention), {**again, "custody_events-1-DELETE": "on"})
    assert response.status_code == 302, browser.errors(response)


def test_a_record_that_was_only_handed_in_says_so() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.reviewer())
    form = _open(client, source)
    entry.submit(source, by=staff.enterer(), revision=source.revision)
    response = client.post(browser.address(source), {**form, "title": "Mine"})
    assert "“draft” to “in review”" in browser.errors(response)


def test_a_form_without_the_revision_it_was_opened_at_is_refused() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.enterer())
    form = _open(client, source)
    for broken in ("", "x", "0", "99"):
        response = client.post(
            browser.address(source), {**form, "title": "Mine", "opened_revision": broken}
        )
        assert response.status_code == 200
        assert "The Invented Gazette" in browser.errors(response)
    source.refresh_from_db()
    assert source.revision == 1


def test_a_record_that_was_deleted_meanwhile_leads_away_with_a_message() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.enterer())
    form = _open(client, source)
    entry.discard(source, by=staff.enterer(), revision=source.revision)
    response = client.post(browser.address(source), {**form, "title": "Mine"})
    assert "deleted" in browser.told(client, response)


def test_a_hidden_field_that_others_changed_is_not_spoken_of() -> None:
    person = staff.enter_detainee()
    client = browser.sign_in(staff.enterer())
    form = _open(client, person)
    _change(person, values={"contacts": "canary-contact"})
    response = client.post(browser.address(person), {**form, "occupation": "baker"})
    assert "rudi-reviewer" in browser.errors(response)
    assert "canary" not in response.content.decode()
    response = client.post(browser.address(person), browser.form_on(response, models.Detainee))
    person.refresh_from_db()
    assert (person.contacts, person.occupation) == ("canary-contact", "baker")
