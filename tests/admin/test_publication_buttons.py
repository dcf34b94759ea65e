"""Buttons and list actions bring records before the public, by the rules of `entry`."""

from typing import Any

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.test import Client

from detentions import entry, models
from tests import staff
from tests.admin import browser, records

pytestmark = pytest.mark.django_db


def _press(user: User, record: Any, step: str, **data: str) -> str:
    """Press a button on the record's page; return what the next page says."""
    client = browser.sign_in(user)
    data = {"step": step, "opened_revision": str(record.revision), **data}
    said = browser.told(client, client.post(browser.address(record, "step"), data))
    record.refresh_from_db()
    return said


def _choose(user: User, model: Any, action: str, chosen: list[Any], **data: str) -> str:
    """Tick records on a list and run an action; return what the next page says."""
    client, page = browser.sign_in(user), browser.address(model, "changelist")
    content = client.get(page).content.decode()
    revisions = {}
    for record in chosen:
        name = f"{ACTION_CHECKBOX_NAME}_revision_{record.pk}"
        assert f'name="{name}"' in content
        revisions[name] = str(record.revision)
    return browser.told(
        client,
        client.post(
            page,
            {
                "action": f"{action}_chosen",
                "index": "0",
                ACTION_CHECKBOX_NAME: [record.pk for record in chosen],
                **revisions,
                **data,
            },
        ),
    )


def _handed_in(**values: Any) -> models.Source:
    source = staff.enter_source(**values)
    return entry.submit(source, by=staff.enterer(), revision=source.revision)


def test_a_record_goes_from_draft_to_public_and_back_through_its_buttons() -> None:
    source = staff.enter_source()
    assert "Handed in" in _press(staff.enterer(), source, "submit")
    assert source.state == "in_review"
    assert "Sent back" in _press(staff.reviewer(), source, "send_back", reason="which page?")
    assert source.state == "draft"
    _press(staff.enterer(), source, "submit")
    assert "Published" in _press(staff.reviewer(), source, "publish")
    assert (source.state, source.published_by) == ("published", staff.reviewer())
    assert "Withdrawn" in _press(staff.editor(), source, "withdraw", reason="mistaken")
    assert source.state == "withdrawn"


@pytest.mark.parametrize(
    ("role", "state", "offered"),
    [
        ("enterer", "draft", {"submit"}),
        ("enterer", "in_review", set()),
        ("enterer", "published", set()),
        ("reviewer", "draft", {"submit"}),
        ("reviewer", "in_review", {"publish", "send_back"}),
        ("reviewer", "published", set()),
        ("editor", "published", {"withdraw"}),
    ],
)
def test_a_page_offers_the_steps_that_the_person_may_take(
    role: str, state: str, offered: set[str]
) -> None:
    source = staff.enter_source()
    if state != "draft":
        source = entry.submit(source, by=staff.enterer(), revision=source.revision)
    if state == "published":
        source = entry.publish(source, by=staff.reviewer(), revision=source.revision)
    response = browser.sign_in(getattr(staff, role)()).get(browser.address(source))
    assert {step.name for step in response.context["steps"]} == offered


def test_the_enterer_reads_why_they_cannot_publish() -> None:
    page = browser.sign_in(staff.enterer()).get(browser.address(_handed_in()))
    assert "erna-enterer may not publish" in page.content.decode()


def test_a_reviewer_who_entered_the_record_reads_that_somebody_else_publishes_it() -> None:
    reviewer = staff.reviewer()
    source = entry.create(models.Source, by=reviewer, values={"title": "Own words"})
    source = entry.submit(source, by=reviewer, revision=source.revision)
    page = browser.sign_in(reviewer).get(browser.address(source))
    assert "somebody else publishes it" in page.content.decode()
    assert "somebody else" in _press(reviewer, source, "publish")
    assert source.state == "in_review"


@pytest.mark.parametrize(
    ("role", "step"),
    [("enterer", "publish"), ("enterer", "send_back"), ("reviewer", "withdraw")],
)
def test_a_step_without_the_right_is_refused_with_a_message(role: str, step: str) -> None:
    source = _handed_in()
    if step == "withdraw":
        source = entry.publish(source, by=staff.reviewer(), revision=source.revision)
    before = source.state
    assert _press(getattr(staff, role)(), source, step, reason="because")
    assert source.state == before


@pytest.mark.parametrize("step", ["send_back", "withdraw"])
def test_a_step_that_undoes_the_work_of_others_needs_a_reason(step: str) -> None:
    source = _handed_in()
    if step == "withdraw":
        source = entry.publish(source, by=staff.reviewer(), revision=source.revision)
    before = source.state
    assert "Say" in _press(staff.editor(), source, step)
    assert source.state == before


def test_nobody_publishes_a_newer_version_than_the_one_they_saw() -> None:
    source = _handed_in()
    client = browser.sign_in(staff.reviewer())
    seen = source.revision
    entry.change(source, by=staff.editor(), revision=seen, values={"title": "Slipped in"})
    said = browser.told(
        client,
        client.post(
            browser.address(source, "step"), {"step": "publish", "opened_revision": str(seen)}
        ),
    )
    assert "meanwhile" in said
    source.refresh_from_db()
    assert source.state == "in_review"


def test_a_figure_whose_source_is_not_public_says_what_to_publish_first() -> None:
    count = staff.enter_count(source=staff.enter_source())
    count = entry.submit(count, by=staff.enterer(), revision=count.revision)
    page = browser.sign_in(staff.reviewer()).get(browser.address(count))
    assert "Publish The Invented Gazette first" in page.content.decode()


def test_a_step_needs_a_post_a_token_and_a_known_name() -> None:
    source = _handed_in()
    page = browser.address(source, "step")
    client = browser.sign_in(staff.reviewer())
    assert client.get(page).status_code == 405
    assert client.post(page, {"step": "vanish"}).status_code == 404
    assert Client().post(page, {"step": "publish"}).status_code == 302
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(staff.reviewer())
    data = {"step": "publish", "opened_revision": str(source.revision)}
    assert careful.post(page, data).status_code == 403
    source.refresh_from_db()
    assert source.state == "in_review"


def test_an_action_says_for_each_record_what_came_of_it() -> None:
    ready, own = _handed_in(title="Ready"), _handed_in(title="Reworded")
    draft = staff.enter_source(title="Unfinished")
    own = entry.change(own, by=staff.reviewer(), revision=own.revision, values={"language": "be"})
    said = _choose(staff.reviewer(), models.Source, "publish", [ready, own, draft])
    assert "Published (1): Ready" in said
    assert "Reworded was entered or last changed by rudi-reviewer" in said
    assert "Unfinished is draft" in said
    states = dict(models.Source.objects.values_list("title", "state"))
    assert states == {"Ready": "published", "Reworded": "in_review", "Unfinished": "draft"}


def test_an_action_does_not_touch_a_newer_version_than_the_list_showed() -> None:
    source = _handed_in()
    stale = models.Source.objects.get()
    entry.change(source, by=staff.editor(), revision=source.revision, values={"title": "New"})
    said = _choose(staff.reviewer(), models.Source, "publish", [stale])
    assert "meanwhile" in said
    assert models.Source.objects.get().state == "in_review"


def test_actions_hand_in_send_back_and_withdraw_with_a_reason() -> None:
    source = staff.enter_source()
    _choose(staff.enterer(), models.Source, "submit", [source])
    source.refresh_from_db()
    assert "Say what has to change" in _choose(
        staff.reviewer(), models.Source, "send_back", [source]
    )
    _choose(staff.reviewer(), models.Source, "send_back", [source], reason="no page given")
    source.refresh_from_db()
    assert source.state == "draft"
    source = staff.publish(source)
    _choose(staff.editor(), models.Source, "withdraw", [source], reason="mistaken")
    source.refresh_from_db()
    assert source.state == "withdrawn"


@pytest.mark.parametrize("action", ["publish", "send_back", "withdraw"])
def test_an_enterer_is_not_offered_the_actions_of_reviewers_and_editors(action: str) -> None:
    source = _handed_in()
    page = browser.sign_in(staff.enterer()).get(browser.address(models.Source, "changelist"))
    assert f"{action}_chosen" not in page.content.decode()
    _choose(staff.enterer(), models.Source, action, [source], reason="because")
    source.refresh_from_db()
    assert source.state == "in_review"


def test_a_published_detention_and_its_event_show_where_they_stand() -> None:
    event = staff.publish(records.enter_event())
    page = browser.sign_in(staff.editor()).get(browser.address(event)).content.decode()
    assert "Published by rudi-reviewer" in page
    assert "published" in page


def test_a_reviewer_reads_with_the_detention_in_which_form_the_name_leaves() -> None:
    person = staff.enter_detainee(name_publication="initials", consent_by="her sister, by phone")
    detention = staff.enter_detention(person)
    detention = entry.submit(detention, by=staff.enterer(), revision=detention.revision)
    page = browser.sign_in(staff.reviewer()).get(browser.address(detention)).content.decode()
    assert "Name as published" in page
    assert "initials: her sister, by phone" in page
    add = browser.sign_in(staff.enterer()).get(browser.address(models.Detention, "add"))
    assert b"Name as published" not in add.content
