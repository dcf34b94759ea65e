"""What is typed into a form is entered by `entry`: whole, with history, or not at all."""

from datetime import date
from typing import Any

import pytest

from detentions import entry, models
from tests import staff
from tests.admin import browser, records

pytestmark = pytest.mark.django_db


def _last(record: Any) -> Any:
    return type(record).history.filter(id=record.pk).latest("history_id")


def _rows(prefix: str, *rows: dict[str, Any], initial: int = 0) -> dict[str, Any]:
    """Return what a browser posts for child rows, those of before and those added."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data.update({f"{prefix}-{number}-{name}": value for name, value in row.items()})
    return data


def test_an_enterer_enters_a_source_as_a_draft_under_their_name() -> None:
    enterer = staff.enterer()
    response = browser.save(
        browser.sign_in(enterer),
        models.Source,
        {"title": "A list of names", "url": "gazette.example/list", "kind": "list"},
    )
    assert response.status_code == 302
    source = models.Source.objects.get()
    assert (source.title, source.url) == ("A list of names", "https://gazette.example/list")
    assert (source.state, source.entered_by, source.revision) == ("draft", enterer, 1)
    assert _last(source).history_user == enterer


def test_saving_and_handing_in_are_one_press() -> None:
    client = browser.sign_in(staff.enterer())
    browser.save(client, models.Source, {"title": "A list"}, _hand_in="1")
    assert models.Source.objects.get().state == "in_review"


def test_an_event_is_entered_with_its_names_circumstances_and_citations() -> None:
    city, source = staff.enter_city(), staff.enter_source()
    parts = {
        **_rows("names", {"name": "Марш", "language": "be", "source": source.pk}),
        **_rows("circumstances", {"kind": "metro_closed", "start_time": "11:00"}),
        **_rows("citations", {"source": source.pk, "quote": "Many came."}),
    }
    values = {"name": "Test march", "slug": "test-march", "date": "2020-11-08", "city": city.pk}
    client = browser.sign_in(staff.enterer())
    response = browser.save(client, models.Event, {**values, **parts})
    assert response.status_code == 302, browser.errors(response)
    event = models.Event.objects.get()
    assert event.revision == 1
    assert [name.name for name in event.names.all()] == ["Марш"]
    assert [step.kind for step in event.circumstances.all()] == ["metro_closed"]
    assert [citation.quote for citation in event.citations.all()] == ["Many came."]


def test_a_detention_is_entered_with_roles_steps_and_citations() -> None:
    person, city, source = staff.enter_detainee(), staff.enter_city(), staff.enter_source()
    parts = {
        **_rows("roles", {"role": "journalist"}, {"role": "minor"}),
        **_rows(
            "custody_events",
            {"kind": "held", "date": "2020-11-08", "order": 0, "source": source.pk},
            {"kind": "fined", "date": "2020-11-09", "order": 0, "amount": "810", "currency": "BYN"},
        ),
        **_rows("citations", {"source": source.pk}),
    }
    values = {"detainee": person.pk, "city": city.pk, "date": "2020-11-08"}
    client = browser.sign_in(staff.enterer())
    response = browser.save(client, models.Detention, {**values, **parts})
    assert response.status_code == 302, browser.errors(response)
    detention = models.Detention.objects.get()
    assert {role.role for role in detention.roles.all()} == {"journalist", "minor"}
    assert [step.kind for step in detention.custody_events.all()] == ["held", "fined"]
    assert detention.citations.get().source == source


def test_a_detainee_is_entered_with_names_whose_keys_are_filled_in() -> None:
    client = browser.sign_in(staff.enterer())
    names = _rows("names", {"name": "Тэста Тэстава", "language": "be"})
    publication = {"name_publication": "initials", "consent_by": "herself"}
    response = browser.save(
        client, models.Detainee, {"name": "Testa Testova", **publication, **names}
    )
    assert response.status_code == 302, browser.errors(response)
    person = models.Detainee.objects.get()
    assert person.initials == "T. T."
    assert person.names.get().script == "Cyrl"
    assert person.names.get().key


@pytest.mark.parametrize(
    ("model", "values", "parts"),
    [
        (models.City, {"name": "Testburg", "slug": "testburg"}, {"name": "Тэстбург"}),
        (models.Region, {"name": "Test region", "slug": "test"}, {"name": "Тэст"}),
        (models.Organisation, {"name": "Counters", "slug": "counters", "rank": 3}, None),
    ],
)
def test_an_administrator_enters_places_and_organisations(
    model: Any, values: dict[str, Any], parts: dict[str, Any] | None
) -> None:
    administrator = staff.administrator()
    rows = _rows("names", parts) if parts else {}
    response = browser.save(browser.sign_in(administrator), model, {**values, **rows})
    assert response.status_code == 302, browser.errors(response)
    record = model.objects.get()
    assert record.entered_by == administrator
    if parts:
        assert record.names.get().key


def test_an_administrator_enters_a_series_with_printed_ordinals() -> None:
    source = staff.enter_source()
    ordinal = {"date": "2020-11-08", "phrase": "14th Sunday", "source": source.pk}
    values = {"name": "Sundays", "slug": "sundays", "weekday": "6", "first_date": "2020-08-16"}
    client = browser.sign_in(staff.administrator())
    response = browser.save(
        client, models.EventSeries, {**values, **_rows("printed_ordinals", ordinal)}
    )
    assert response.status_code == 302, browser.errors(response)
    series = models.EventSeries.objects.get()
    assert (series.weekday, series.first_date) == (6, date(2020, 8, 16))
    assert series.printed_ordinals.get().phrase == "14th Sunday"


def test_a_phrase_is_read_into_its_figure() -> None:
    response = _enter_count(phrase="больш за 380")
    assert response.status_code == 302, browser.errors(response)
    count = models.ReportedCount.objects.get()
    assert (count.qualifier, count.low, count.high) == ("more_than", 381, None)


def test_a_phrase_that_no_rule_reads_is_refused_with_what_to_write_instead() -> None:
    response = _enter_count(phrase="a crowd of pelicans")
    assert response.status_code == 200
    assert "phrase" in response.context["adminform"].form.errors
    assert not models.ReportedCount.objects.exists()


def test_a_figure_can_be_given_by_its_bounds() -> None:
    response = _enter_count(phrase="кілька", qualifier="between", low="3", high="9")
    assert response.status_code == 302, browser.errors(response)
    count = models.ReportedCount.objects.get()
    assert (count.qualifier, count.low, count.high) == ("between", 3, 9)


def test_bounds_that_do_not_fit_are_refused_in_words_and_nothing_typed_is_lost() -> None:
    response = _enter_count(phrase="many", qualifier="between", low="9", high="3", notes="see p. 4")
    assert response.status_code == 200
    assert "The bounds do not fit the qualifier" in browser.errors(response)
    assert browser.form_on(response, models.ReportedCount)["notes"] == "see p. 4"
    assert not models.ReportedCount.objects.exists()


def _enter_count(**values: str) -> Any:
    organisation, source = staff.enter_organisation(), staff.enter_source()
    base = {"organisation": organisation.pk, "source": source.pk, "date": "2020-11-08"}
    return browser.save(browser.sign_in(staff.enterer()), models.ReportedCount, {**base, **values})


def test_a_change_writes_only_what_was_changed_with_its_reason() -> None:
    source = staff.enter_source(notes="keep")
    client = browser.sign_in(staff.enterer())
    browser.save(client, source, {"title": "Retitled", "change_reason": "typing error"})
    source.refresh_from_db()
    assert (source.title, source.notes, source.revision) == ("Retitled", "keep", 2)
    assert _last(source).history_change_reason == "typing error"


def test_saving_without_a_change_writes_nothing() -> None:
    detention = records.enter_full_detention()
    response = browser.save(browser.sign_in(staff.enterer()), detention, {})
    assert response.status_code == 302, browser.errors(response)
    detention.refresh_from_db()
    assert detention.revision == 1
    assert type(detention).history.filter(id=detention.pk).count() == 1


def test_child_rows_are_changed_added_and_removed_in_one_write() -> None:
    detention = records.enter_full_detention()
    client = browser.sign_in(staff.enterer())
    form = browser.form_on(client.get(browser.address(detention)), models.Detention)
    student = detention.roles.get(role="student")
    number = next(n for n in range(2) if form[f"roles-{n}-id"] == str(student.pk))
    changes = {
        f"roles-{number}-DELETE": "on",
        "custody_events-0-days": "3",
        "custody_events-TOTAL_FORMS": "3",
        "custody_events-2-kind": "fined",
        "custody_events-2-date": "2020-11-10",
        "custody_events-2-order": "0",
    }
    response = browser.save(client, detention, changes)
    assert response.status_code == 302, browser.errors(response)
    detention.refresh_from_db()
    assert detention.revision == 2
    assert [role.role for role in detention.roles.all()] == ["journalist"]
    steps = list(detention.custody_events.all())
    assert [step.kind for step in steps] == ["held", "released", "fined"]
    assert steps[0].days == 3
    assert models.DetentionRole.history.filter(id=student.pk, history_type="-").exists()


def test_a_fault_in_a_child_row_is_shown_and_nothing_is_written() -> None:
    detention = records.enter_full_detention()
    client = browser.sign_in(staff.enterer())
    changes = {"notes": "typed", "custody_events-0-article": "23.34"}
    response = browser.save(client, detention, changes)
    assert response.status_code == 200
    assert "edition" in browser.errors(response)
    assert browser.form_on(response, models.Detention)["notes"] == "typed"
    detention.refresh_from_db()
    assert detention.notes == ""


def test_a_public_slug_stays_and_the_form_says_why() -> None:
    event = staff.publish(records.enter_event())
    response = browser.save(browser.sign_in(staff.editor()), event, {"slug": "other"})
    assert "addresses point to it" in browser.errors(response)
    event.refresh_from_db()
    assert event.slug == "test-march"


def test_a_slug_that_another_record_has_is_refused_beside_the_field() -> None:
    records.enter_event("first-march")
    second = records.enter_event("second-march")
    response = browser.save(browser.sign_in(staff.enterer()), second, {"slug": "first-march"})
    assert "slug" in response.context["adminform"].form.errors


def test_an_enterer_sees_but_does_not_change_the_draft_of_another() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.make_member("egon-enterer", "Enterer"))
    page = client.get(browser.address(source))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    data = {"title": "Taken over", "kind": "article", "opened_revision": "1"}
    response = client.post(browser.address(source), data)
    assert "changed by reviewers" in browser.errors(response)
    source.refresh_from_db()
    assert source.title == "The Invented Gazette"


def test_who_loses_the_right_while_typing_is_told_and_keeps_what_was_typed() -> None:
    source = staff.enter_source()
    client = browser.sign_in(staff.enterer())
    form = browser.form_on(client.get(browser.address(source)), models.Source)
    source = entry.submit(source, by=staff.enterer(), revision=source.revision)
    data = {**form, "title": "Typed for long", "opened_revision": str(source.revision)}
    response = client.post(browser.address(source), data)
    assert response.status_code == 200
    assert "reviewers" in browser.errors(response)
    assert browser.form_on(response, models.Source)["title"] == "Typed for long"


@pytest.mark.parametrize("model", [models.City, models.Organisation, models.Region])
def test_only_administrators_change_reference_records(model: Any) -> None:
    record = records.ONE_OF[model](0)
    client = browser.sign_in(staff.editor())
    assert client.get(browser.address(model, "add")).status_code == 403
    response = client.post(browser.address(record), {"name": "x", "opened_revision": "1"})
    assert response.status_code == 403


def test_a_source_entered_from_another_form_is_handed_to_that_form() -> None:
    client = browser.sign_in(staff.enterer())
    page = browser.address(models.Source, "add") + "?_popup=1"
    data = browser.form_on(client.get(page), models.Source)
    response = client.post(page, {**data, "title": "From a window", "_save": "Save"})
    source = models.Source.objects.get()
    assert response.status_code == 200
    assert source.pk in response.content.decode()
