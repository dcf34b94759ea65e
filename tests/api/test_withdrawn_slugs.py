"""An address by slug that was public once says so for ever, and nothing else."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.utils import timezone

from detentions import entry, models
from detentions.public import models as public
from detentions.sundays import sunday_of
from tests import staff
from tests.api.asking import ROOT, ask, problem, told
from tests.pages.reading import read

pytestmark = pytest.mark.django_db

SLUG = "picket-for-testa-testova"


def enter_event(slug: str = SLUG) -> models.Event:
    """Return a draft event whose slug names somebody."""
    values = {"slug": slug, "name": "Picket for Testa Testova", "date": staff.SUNDAY}
    city = models.City.objects.first() or staff.enter_city()
    return entry.create(models.Event, by=staff.enterer(), values={**values, "city": city})


def withdraw(record: Any) -> None:
    """Take a published record from the public."""
    record.refresh_from_db()
    entry.withdraw(record, by=staff.editor(), revision=record.revision, reason="mistaken")


def test_a_withdrawn_event_is_gone_by_slug_as_by_id(client: Client) -> None:
    event = staff.publish(enter_event())
    withdraw(event)
    by_slug, by_id = problem(f"events/{SLUG}/", 410), problem(f"events/{event.pk}/", 410)
    assert by_slug == by_id
    page = read(client, f"/events/{SLUG}/")
    assert page.status == 410
    assert "was withdrawn on" in page.text
    assert "Testova" not in page.text


def test_the_slug_of_what_never_was_public_tells_nothing(client: Client) -> None:
    event = enter_event()
    problem(f"events/{SLUG}/", 404)
    assert read(client, f"/events/{SLUG}/").status == 404
    entry.discard(event, by=staff.enterer(), revision=event.revision)
    problem(f"events/{SLUG}/", 404)


def test_a_withdrawn_event_tells_nothing_of_the_draft_that_it_became(client: Client) -> None:
    event = staff.publish(enter_event())
    withdraw(event)
    event.refresh_from_db()
    event = entry.submit(event, by=staff.editor(), revision=event.revision)
    with pytest.raises(entry.NotReadyError, match="permanent"):
        entry.change(
            event, by=staff.editor(), revision=event.revision, values={"slug": "another-name"}
        )
    problem(f"events/{SLUG}/", 410)
    problem("events/another-name/", 404)


def test_an_event_that_is_published_again_has_its_address_back(client: Client) -> None:
    event = staff.publish(enter_event())
    withdraw(event)
    event.refresh_from_db()
    event = entry.submit(event, by=staff.editor(), revision=event.revision)
    entry.publish(event, by=staff.reviewer(), revision=event.revision)
    assert told(f"events/{SLUG}/")["id"] == event.pk
    assert read(client, f"/events/{SLUG}/").status == 200


def test_no_view_holds_the_slug_of_a_withdrawn_event() -> None:
    withdraw(staff.publish(enter_event()))
    row = public.PublicFormerSlug.objects.values().get()
    assert "testova" not in str(row)
    assert not [
        table
        for table in connection.introspection.table_names(include_views=True)
        if table.startswith("public_") and "testova" in _content(table)
    ]


def _content(view: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {view}")
        return str(cursor.fetchall()).lower()


def _batch(slug: str) -> models.IntakeBatch:
    with entry.batch(
        by=staff.administrator(), kind="cities", file_name="c.csv", file_digest="0" * 64
    ) as batch:
        city = {"slug": slug, "name": slug.title()}
        batch.create([entry.Proposal(models.City, city)])
    return batch.row


@pytest.mark.parametrize("address", ["cities/", "tallies/cities/", "tallies/sundays/{sunday}/"])
def test_a_city_that_was_taken_back_is_gone_wherever_it_is_named(
    client: Client, address: str
) -> None:
    address = address.format(sunday=sunday_of(timezone.localdate()))
    batch = _batch("atlantis")
    assert ask(f"{address}atlantis/").status_code == 200
    entry.undo_batch(batch, by=staff.editor())
    problem(f"{address}atlantis/", 410)
    page = address.removeprefix("tallies/")
    assert read(client, f"/{page}atlantis/").status == 410
    assert read(client, f"/{page}lemuria/").status == 404


def test_a_slug_that_another_record_took_over_leads_there() -> None:
    entry.undo_batch(_batch("atlantis"), by=staff.editor())
    again = _batch("atlantis")
    city = models.City.objects.get(slug="atlantis")
    assert told("cities/atlantis/")["id"] == city.pk
    entry.undo_batch(again, by=staff.editor())
    problem("cities/atlantis/", 410)
    assert models.FormerSlug.objects.get().record_id == city.pk


def test_an_organisation_that_nothing_public_names_any_more_is_gone() -> None:
    count = staff.publish(staff.enter_count())
    slug = count.organisation.slug
    assert told(f"organisations/{slug}/")["id"] == count.organisation_id
    withdraw(count)
    problem(f"organisations/{slug}/", 410)


def test_only_the_names_that_are_gone_answer_so() -> None:
    withdraw(staff.publish(enter_event()))
    for other in ("picket-for-nobody", SLUG.upper(), SLUG + "/more"):
        assert Client().get(f"{ROOT}events/{other}/").status_code == 404


def test_what_was_withdrawn_before_there_was_a_place_for_slugs_is_gone_too() -> None:
    withdraw(staff.publish(enter_event()))
    entry.undo_batch(_batch("atlantis"), by=staff.editor())
    draft = enter_event("a-draft")
    models.FormerSlug.objects.all().delete()
    problem(f"events/{SLUG}/", 404)
    (migration,) = Path(models.__file__).parent.parent.glob("migrations/*_former_slugs.py")
    import_module(f"detentions.migrations.{migration.stem}").remember_slugs(apps, None)
    problem(f"events/{SLUG}/", 410)
    problem("cities/atlantis/", 410)
    problem(f"events/{draft.slug}/", 404)
