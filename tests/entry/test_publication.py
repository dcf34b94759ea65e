"""Two people bring a record before the public; only editors change it afterwards."""

import pytest

from detentions import entry, models
from detentions.public import models as public
from tests import staff

pytestmark = pytest.mark.django_db


def test_a_draft_is_not_public() -> None:
    staff.enter_detention()
    assert not public.PublicDetention.objects.exists()
    assert not public.PublicDetainee.objects.exists()


def test_a_published_detention_is_public_without_its_withheld_name() -> None:
    detention = staff.publish(staff.enter_detention())
    row = public.PublicDetention.objects.get()
    assert row.id == detention.pk
    assert row.detainee_name == ""
    assert public.PublicDetainee.objects.get().name == ""


@pytest.mark.parametrize(
    ("publication", "shown"),
    [
        ("public", "Testa Testova"),
        ("initials", "T. T."),
        ("pseudonym", "Person A"),
        ("withheld", ""),
    ],
)
def test_a_name_leaves_in_the_form_that_its_publication_allows(
    publication: str, shown: str
) -> None:
    person = staff.enter_detainee(
        name_publication=publication, pseudonym="Person A", consent_by="herself, by phone"
    )
    staff.publish(staff.enter_detention(person))
    assert public.PublicDetention.objects.get().detainee_name == shown
    assert public.PublicDetainee.objects.get().name == shown


def test_nobody_publishes_what_they_entered() -> None:
    reviewer = staff.reviewer()
    source = entry.create(models.Source, by=reviewer, values={"title": "Own words"})
    source = entry.submit(source, by=reviewer, revision=source.revision)
    with pytest.raises(entry.NotAllowedError, match="somebody else publishes"):
        entry.publish(source, by=reviewer, revision=source.revision)
    assert not public.PublicSource.objects.exists()


def test_nobody_publishes_what_they_changed_last() -> None:
    source = staff.enter_source()
    source = entry.submit(source, by=staff.enterer(), revision=source.revision)
    source = entry.change(
        source, by=staff.reviewer(), revision=source.revision, values={"title": "Reworded"}
    )
    with pytest.raises(entry.NotAllowedError):
        entry.publish(source, by=staff.reviewer(), revision=source.revision)


def test_an_administrator_may_not_publish_their_own_either() -> None:
    administrator = staff.administrator()
    administrator.is_superuser = True
    administrator.save()
    source = entry.create(models.Source, by=administrator, values={"title": "Own words"})
    source = entry.submit(source, by=administrator, revision=source.revision)
    with pytest.raises(entry.NotAllowedError):
        entry.publish(source, by=administrator, revision=source.revision)


def test_an_enterer_may_not_publish() -> None:
    other = staff.make_member("egon-enterer", "Enterer")
    source = staff.enter_source()
    source = entry.submit(source, by=staff.enterer(), revision=source.revision)
    with pytest.raises(entry.NotAllowedError):
        entry.publish(source, by=other, revision=source.revision)


def test_a_draft_must_be_handed_in_first() -> None:
    source = staff.enter_source()
    with pytest.raises(entry.NotReadyError, match="in review"):
        entry.publish(source, by=staff.reviewer(), revision=source.revision)


def test_a_reviewer_returns_a_record_to_its_enterer() -> None:
    source = staff.enter_source()
    source = entry.submit(source, by=staff.enterer(), revision=source.revision)
    source = entry.send_back(
        source, by=staff.reviewer(), revision=source.revision, reason="which page?"
    )
    assert source.state == "draft"
    entry.change(source, by=staff.enterer(), revision=source.revision, values={"title": "Page 2"})


def test_an_enterer_may_not_change_a_record_that_was_handed_in() -> None:
    source = staff.enter_source()
    source = entry.submit(source, by=staff.enterer(), revision=source.revision)
    with pytest.raises(entry.NotAllowedError):
        entry.change(source, by=staff.enterer(), revision=source.revision, values={"title": "x"})


def test_an_enterer_may_not_change_the_draft_of_another() -> None:
    source = staff.enter_source()
    other = staff.make_member("egon-enterer", "Enterer")
    with pytest.raises(entry.NotAllowedError):
        entry.change(source, by=other, revision=source.revision, values={"title": "x"})


def test_only_an_editor_changes_what_is_published() -> None:
    source = staff.publish(staff.enter_source())
    with pytest.raises(entry.NotAllowedError, match="editors"):
        entry.change(source, by=staff.reviewer(), revision=source.revision, values={"title": "x"})
    entry.change(source, by=staff.editor(), revision=source.revision, values={"title": "New title"})
    assert public.PublicSource.objects.get().title == "New title"


def test_a_withdrawn_record_is_gone_and_leaves_a_tombstone_without_a_name() -> None:
    person = staff.enter_detainee(name_publication="public", consent_by="herself")
    detention = staff.publish(staff.enter_detention(person))
    entry.withdraw(detention, by=staff.editor(), revision=detention.revision, reason="mistaken")
    assert not public.PublicDetention.objects.exists()
    assert not public.PublicDetainee.objects.exists()
    last = public.PublicChange.objects.filter(action="withdrawn")
    assert {(row.kind, row.record_id) for row in last} == {
        ("detentions", detention.pk),
        ("detainees", person.pk),
    }


def test_a_withdrawal_needs_a_reason() -> None:
    source = staff.publish(staff.enter_source())
    with pytest.raises(entry.NotReadyError, match="why"):
        entry.withdraw(source, by=staff.editor(), revision=source.revision, reason=" ")


def test_a_source_stays_while_published_figures_rest_on_it() -> None:
    count = staff.publish(staff.enter_count())
    source = models.Source.objects.get()
    with pytest.raises(entry.InUseError, match="1 published"):
        entry.withdraw(source, by=staff.editor(), revision=source.revision, reason="wrong")
    entry.withdraw(count, by=staff.editor(), revision=count.revision, reason="wrong")
    entry.withdraw(source, by=staff.editor(), revision=source.revision, reason="wrong")


def test_a_figure_is_not_published_before_its_source() -> None:
    count = staff.enter_count(source=staff.enter_source())
    with pytest.raises(entry.NotReadyError, match="first"):
        staff.publish(count)


def test_an_organisation_is_public_only_through_what_it_published() -> None:
    staff.enter_organisation()
    assert not public.PublicOrganisation.objects.exists()
    confidential = staff.enter_source(
        title="A letter", confidential=True, publisher=models.Organisation.objects.get()
    )
    staff.publish(confidential)
    assert not public.PublicOrganisation.objects.exists()
    assert not public.PublicSource.objects.exists()


def test_only_editors_change_a_person_that_the_public_sees() -> None:
    detention = staff.publish(staff.enter_detention())
    person = detention.detainee
    with pytest.raises(entry.NotAllowedError):
        entry.change(
            person, by=staff.enterer(), revision=person.revision, values={"occupation": "baker"}
        )


CONSENT = {"name_publication": "public", "consent_by": "herself, in writing"}


def _handed_in(person: models.Detainee) -> models.Detention:
    detention = staff.enter_detention(person)
    return entry.submit(detention, by=staff.enterer(), revision=detention.revision)


def test_a_name_is_not_opened_behind_the_back_of_the_second_person() -> None:
    person = staff.enter_detainee()
    _handed_in(person)
    with pytest.raises(entry.NotAllowedError, match="in review"):
        entry.change(person, by=staff.enterer(), revision=1, values=CONSENT)
    person.refresh_from_db()
    assert person.name_publication == "withheld"


def test_a_person_that_somebody_else_entered_is_changed_by_reviewers() -> None:
    person = staff.enter_detainee()
    other = staff.make_member("ella-enterer", "Enterer")
    with pytest.raises(entry.NotAllowedError, match="somebody else"):
        entry.change(person, by=other, revision=1, values={"occupation": "baker"})
    entry.change(person, by=staff.reviewer(), revision=1, values={"occupation": "baker"})


def test_whoever_opened_a_name_does_not_publish_it() -> None:
    person = staff.enter_detainee()
    detention = _handed_in(person)
    entry.change(person, by=staff.reviewer(), revision=1, values=CONSENT)
    with pytest.raises(entry.NotAllowedError, match="name"):
        entry.publish(detention, by=staff.reviewer(), revision=detention.revision)
    assert not public.PublicDetainee.objects.exists()
    entry.publish(detention, by=staff.editor(), revision=detention.revision)
    assert public.PublicDetainee.objects.get().name == "Testa Testova"


def test_whoever_last_changed_a_person_whose_name_stays_withheld_may_publish() -> None:
    person = staff.enter_detainee()
    detention = _handed_in(person)
    entry.change(person, by=staff.reviewer(), revision=1, values={"occupation": "baker"})
    entry.publish(detention, by=staff.reviewer(), revision=detention.revision)
    assert public.PublicDetainee.objects.get().name == ""


def test_a_second_detention_of_a_public_person_opens_no_name() -> None:
    person = staff.enter_detainee(**CONSENT)
    staff.publish(staff.enter_detention(person))
    person.refresh_from_db()
    entry.change(person, by=staff.editor(), revision=1, values={"occupation": "baker"})
    second = staff.enter_detention(person, time="12:00", precision="minute")
    second = entry.submit(second, by=staff.enterer(), revision=second.revision)
    entry.publish(second, by=staff.editor(), revision=second.revision)
    assert public.PublicDetention.objects.count() == 2
