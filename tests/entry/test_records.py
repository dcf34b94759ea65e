"""Entering and changing: whole or not at all, guarded by the revision, with history."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError

from detentions import entry, models
from detentions.public import models as public
from tests import staff

pytestmark = pytest.mark.django_db


def _version() -> int:
    row = models.DataVersion.objects.first()
    return row.number if row else 0


def test_a_record_is_entered_with_its_parts() -> None:
    detention = staff.enter_detention(
        parts={
            "roles": [{"role": "journalist"}],
            "custody_events": [{"kind": "held", "date": staff.SUNDAY}],
        }
    )
    assert [row.role for row in detention.roles.all()] == ["journalist"]
    assert detention.state == "draft"
    assert detention.entered_by == staff.enterer()


def test_a_bad_part_leaves_nothing_behind() -> None:
    with pytest.raises(ValidationError) as caught:
        staff.enter_detention(parts={"custody_events": [{"kind": "abducted", "date": None}]})
    assert "custody_events" in caught.value.message_dict
    assert not models.Detention.objects.exists()


def test_a_rule_is_told_in_words() -> None:
    with pytest.raises(ValidationError, match="bounds do not fit"):
        staff.enter_count(qualifier="at_least", low=5, high=9)
    with pytest.raises(ValidationError, match="consented"):
        staff.enter_detainee(name_publication="public")


def test_a_change_against_an_older_revision_is_refused_and_shows_the_newer() -> None:
    source = staff.enter_source()
    entry.change(source, by=staff.enterer(), revision=1, values={"title": "First"})
    with pytest.raises(entry.StaleRecordError) as caught:
        entry.change(source, by=staff.enterer(), revision=1, values={"title": "Second"})
    assert isinstance(caught.value.current, models.Source)
    assert caught.value.current.title == "First"
    assert models.Source.objects.get().title == "First"


def test_saving_without_a_change_writes_nothing() -> None:
    source = staff.enter_source()
    same = entry.change(
        source, by=staff.enterer(), revision=1, values={"title": "The Invented Gazette"}
    )
    assert same.revision == 1
    assert models.Source.history.count() == 1


def test_history_says_who_when_what_and_why() -> None:
    source = staff.enter_source()
    entry.change(
        source, by=staff.enterer(), revision=1, values={"title": "Changed"}, reason="typing error"
    )
    newest, oldest = models.Source.history.all()
    assert (oldest.history_type, newest.history_type) == ("+", "~")
    assert newest.history_user == staff.enterer()
    assert newest.history_change_reason == "typing error"
    assert (oldest.title, newest.title) == ("The Invented Gazette", "Changed")


def test_parts_are_changed_added_and_removed_with_history() -> None:
    detention = staff.enter_detention(
        parts={"roles": [{"role": "journalist"}, {"role": "student"}]}
    )
    kept = detention.roles.get(role="journalist")
    entry.change(
        detention,
        by=staff.enterer(),
        revision=1,
        parts={"roles": [{"id": kept.pk, "role": "journalist"}, {"role": "minor"}]},
    )
    assert {row.role for row in detention.roles.all()} == {"journalist", "minor"}
    assert {row.history_type for row in models.DetentionRole.history.filter(role="student")} == {
        "+",
        "-",
    }
    detention.refresh_from_db()
    assert detention.revision == 2


def test_a_draft_uses_up_no_data_version() -> None:
    staff.enter_city()
    before = _version()
    staff.enter_detention(parts={"citations": []})
    assert _version() == before


def test_a_public_change_stamps_the_record_with_a_new_version() -> None:
    source = staff.publish(staff.enter_source())
    first = source.version
    assert first == _version()
    source = entry.change(
        source, by=staff.editor(), revision=source.revision, values={"title": "Corrected"}
    )
    assert source.version == first + 1 == _version()
    changes = public.PublicChange.objects.filter(record_id=source.pk).order_by("version")
    assert [row.action for row in changes] == ["created", "updated"]


def test_a_person_becomes_public_with_the_first_detention_and_stays_with_the_second() -> None:
    person = staff.enter_detainee()
    first = staff.publish(staff.enter_detention(person))
    staff.publish(staff.enter_detention(person, time="12:00", precision="minute"))
    entry.withdraw(first, by=staff.editor(), revision=first.revision, reason="mistaken")
    actions = public.PublicChange.objects.filter(kind="detainees").order_by("version")
    assert [row.action for row in actions] == ["created"]
    assert public.PublicDetainee.objects.count() == 1


def test_a_public_slug_is_permanent() -> None:
    city = staff.enter_city()
    with pytest.raises(entry.NotReadyError, match="permanent"):
        entry.change(
            city, by=staff.administrator(), revision=city.revision, values={"slug": "other"}
        )


def test_what_entry_sets_cannot_be_given() -> None:
    with pytest.raises(TypeError, match="entry alone"):
        staff.enter_source(state="published")


def test_a_draft_can_be_deleted_and_what_was_published_cannot() -> None:
    draft = staff.enter_source()
    entry.discard(draft, by=staff.enterer(), revision=1)
    assert not models.Source.objects.exists()
    published = staff.publish(staff.enter_source())
    with pytest.raises(entry.NotReadyError):
        entry.discard(published, by=staff.editor(), revision=published.revision)


def test_match_keys_follow_the_name() -> None:
    person = staff.enter_detainee(name="Testa Testova")
    before = person.key
    person = entry.change(person, by=staff.enterer(), revision=1, values={"name": "Проба Пробова"})
    assert before
    assert person.key != before


@pytest.mark.parametrize("day", [date(9999, 12, 26), date(2020, 11, 9), date(1020, 11, 8)])
def test_a_day_that_is_a_slip_of_the_pen_is_refused(day: date) -> None:
    """One event of 9999 would fill the pages with four hundred thousand empty Sundays."""
    city = staff.enter_city()
    with time_machine.travel("2020-11-08T23:59:00+03:00"):
        march = {"slug": "march", "name": "March", "city": city, "date": day}
        for enter in (
            lambda: staff.enter_detention(date=day),
            lambda: staff.enter_count(date=day),
            lambda: entry.create(models.Event, by=staff.enterer(), values=march),
        ):
            with pytest.raises(ValidationError) as caught:
                enter()
            assert list(caught.value.message_dict) == ["date"]
        detention = staff.enter_detention(date=date(2020, 11, 8))
        with pytest.raises(ValidationError):
            entry.change(detention, by=staff.enterer(), revision=1, values={"date": day})


@pytest.mark.parametrize("day", [date(2020, 11, 7), date(2099, 1, 1)])
def test_a_step_before_its_detention_or_yet_to_come_is_refused(day: date) -> None:
    """Published, it would say that somebody was released in 2099."""
    astray = {"custody_events": [{"kind": "released", "date": day}]}
    with pytest.raises(ValidationError) as caught:
        staff.enter_detention(parts=astray)
    assert str(day) in caught.value.message_dict["custody_events"][0]
    assert not models.Detention.objects.exists()
    held = {"custody_events": [{"kind": "held", "date": staff.SUNDAY}]}
    detention = staff.enter_detention(parts=held)
    later = {"date": date(2020, 11, 9)}
    with pytest.raises(ValidationError, match="before the detention"):
        entry.change(detention, by=staff.enterer(), revision=1, values=later)
    detention.refresh_from_db()
    assert (detention.date, detention.revision) == (staff.SUNDAY, 1)
