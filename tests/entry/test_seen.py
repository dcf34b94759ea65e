"""What moves the data version: what the public sees differently, and nothing else."""

from typing import Any

import pytest

from detentions import entry, models
from detentions.entry import seen
from detentions.entry.kinds import KINDS
from detentions.public import models as public
from detentions.public.columns import PublicView
from tests import staff

pytestmark = pytest.mark.django_db


def published_detention(**person: Any) -> models.Detention:
    """Return a public detention of a person."""
    return staff.publish(staff.enter_detention(staff.enter_detainee(**person)))  # type: ignore[no-any-return]


def event() -> models.Event:
    """Return a public event."""
    city = models.City.objects.first() or staff.enter_city()
    values = {"slug": "march", "name": "March", "city": city, "date": staff.SUNDAY}
    return staff.publish(entry.create(models.Event, by=staff.enterer(), values=values))  # type: ignore[no-any-return]


def change(record: Any, **values: Any) -> list[tuple[str, str, str]]:
    """Change a record as an editor; return kind, id and action of what the public then sees."""
    before = _version()
    record.refresh_from_db()
    entry.change(record, by=staff.editor(), revision=record.revision, values=values)
    rows = public.PublicChange.objects.filter(version__gt=before).order_by("kind")
    return [(row.kind, row.record_id, row.action) for row in rows]


def _version() -> int:
    return models.DataVersion.objects.get().number


PRIVATE = {
    "detainee": ("name", "contacts", "notes", "occupation", "year_of_birth"),
    "detention": ("notes", "place_detail"),
    "event": ("notes",),
    "source": ("notes",),
    "reportedcount": ("notes",),
}


@pytest.mark.parametrize(
    ("kind", "column"), [(kind, column) for kind, columns in PRIVATE.items() for column in columns]
)
def test_nobody_outside_sees_that_a_private_field_was_changed(kind: str, column: str) -> None:
    march, detention = event(), published_detention()
    records = {
        "detainee": detention.detainee,
        "detention": detention,
        "event": march,
        "source": staff.publish(staff.enter_source()),
        "reportedcount": staff.publish(staff.enter_count()),
    }
    before = _version()
    value = 1990 if column == "year_of_birth" else "Something else"
    assert change(records[kind], **{column: value}) == []
    assert _version() == before
    assert getattr(type(records[kind]).objects.get(pk=records[kind].pk), column) == value


def test_whoever_keeps_a_copy_is_told_of_every_record_that_shows_a_name_withheld_since() -> None:
    consent = {"name_publication": "public", "consent_by": "herself, in writing"}
    detention = published_detention(**consent)
    told = change(detention.detainee, name_publication="withheld")
    assert told == [
        ("detainees", detention.detainee_id, "updated"),
        ("detentions", detention.pk, "updated"),
    ]
    seen = public.PublicDetention.objects.get()
    assert (seen.detainee_name, seen.version) == ("", _version())


def test_a_name_of_an_event_changes_what_is_shown_with_it() -> None:
    march = event()
    count = staff.publish(staff.enter_count(event=march))
    detention = staff.publish(staff.enter_detention(event=march))
    draft = staff.enter_detention(event=march, time="12:00", precision="minute")
    told = change(march, name="The long march")
    assert told == [
        ("detentions", detention.pk, "updated"),
        ("events", march.pk, "updated"),
        ("reported-counts", count.pk, "updated"),
    ]
    assert draft.pk not in str(told)


def test_a_title_of_a_source_changes_the_figures_that_print_it() -> None:
    source = staff.publish(staff.enter_source())
    count = staff.publish(staff.enter_count(source=source))
    assert change(source, title="Corrected") == [
        ("reported-counts", count.pk, "updated"),
        ("sources", source.pk, "updated"),
    ]


def test_a_citation_appears_with_the_source_that_it_names() -> None:
    source = staff.enter_source()
    cited = [{"source": source}, {"source": staff.published_source()}]
    detention = staff.publish(staff.enter_detention(parts={"citations": cited}))
    before = _version()
    staff.publish(source)
    changes = public.PublicChange.objects.filter(version__gt=before)
    assert {(row.kind, row.record_id) for row in changes} == {
        ("sources", source.pk),
        ("detentions", detention.pk),
    }


def test_one_of_two_citations_that_look_equal_outside_less_is_a_change_too() -> None:
    source = staff.publish(staff.enter_source(confidential=True))
    twice = {"citations": [{"source": source, "locator": page} for page in ("p. 2", "p. 3")]}
    detention = staff.publish(staff.enter_detention(parts=twice))
    before, kept = _version(), detention.citations.first()
    entry.change(
        detention,
        by=staff.editor(),
        revision=detention.revision,
        parts={"citations": [{"id": kept.pk}]},
    )
    assert _version() == before + 1


def test_a_source_that_published_records_cite_is_not_withdrawn() -> None:
    source = staff.publish(staff.enter_source())
    cited = {"citations": [{"source": source}]}
    step = {"custody_events": [{"kind": "held", "date": staff.SUNDAY, "source": source}]}
    staff.publish(staff.enter_detention(parts=cited))
    staff.publish(staff.enter_detention(parts=step, time="12:00", precision="minute"))
    staff.enter_detention(parts=cited, time="13:00", precision="minute")
    with pytest.raises(entry.InUseError, match="2 published records rest on"):
        entry.withdraw(source, by=staff.editor(), revision=source.revision, reason="false")


def test_every_view_of_records_is_looked_at() -> None:
    """A view that is not would change without a version, and a copy would not hear of it."""
    counted = {public.PublicCountable, public.PublicTally}
    bookkeeping = {public.PublicDataVersion, public.PublicChange, public.PublicFormerSlug}
    shown = {view for views in seen._VIEWS.values() for view, _column in views}
    assert shown == set(_every_view()) - counted - bookkeeping
    assert set(seen._VIEWS) == set(KINDS)


def _every_view() -> list[type[PublicView]]:
    return [getattr(public, name) for name in public.__all__]
