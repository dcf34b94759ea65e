"""A small invented world in which every private column holds a canary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import models as db
from django.db.models import Model

from detentions import entry, models
from tests import staff

CANARY = "kanarienvogel"

# Columns that the door shows for what is published; every other text column is private.
_PUBLIC: dict[type[Model], set[str]] = {
    models.Detainee: {"name_publication", "sex"},
    models.Detention: {"precision", "detained_by", "force_used"},
    models.Source: {"title", "kind", "language", "url", "archived_url"},
    models.Event: {"slug", "name", "kind", "authorisation", "place_detail", "description"},
    models.ReportedCount: {
        *("locator", "measure", "group", "qualifier", "phrase", "language"),
        *("as_of_precision", "as_of_text", "remark"),
    },
    models.CustodyEvent: {"kind", "currency", "article"},
}


@dataclass(frozen=True)
class World:
    """What a crawler may ask for: names in addresses, public and private alike."""

    city: str
    event: str
    public_ids: dict[str, str]
    private_ids: list[str]


def _plant(record: Model) -> None:
    """Write a canary into every private text column of a published record."""
    allowed = _PUBLIC[type(record)] | {"id", "state", "key"}
    columns = {
        field.name: f"{CANARY}-{field.name}"[: field.max_length or 200]
        for field in record._meta.concrete_fields
        if isinstance(field, db.CharField | db.TextField) and field.name not in allowed
    }
    type(record)._default_manager.filter(pk=record.pk).update(**columns)


def _all_canary(model: type[Model], **values: Any) -> dict[str, Any]:
    """Return text for a draft, all of which is private."""
    texts = {
        field.name: f"{CANARY}-draft"
        for field in model._meta.concrete_fields
        if isinstance(field, db.CharField | db.TextField)
        and not field.choices
        and field.editable
        and not isinstance(field, db.URLField | db.SlugField)
        and (field.max_length or 200) > 20
    }
    return {**texts, **values}


def build() -> World:
    """Enter published records with canaries beside what is public, and drafts full of them."""
    city = staff.enter_city()
    organisation = staff.enter_organisation()
    source = staff.publish(staff.enter_source(publisher=organisation))
    event = staff.publish(
        _enter(models.Event, slug="march", name="March", city=city, date=staff.SUNDAY)
    )
    count = staff.publish(staff.enter_count(source=source, organisation=organisation, city=city))
    steps = {"custody_events": [{"kind": "held", "date": staff.SUNDAY}]}
    detention = staff.publish(
        staff.enter_detention(city=city, event=event, parts={**steps, **_cited(source)})
    )
    for record in (detention.detainee, detention, source, event, count):
        _plant(record)
    _plant(detention.custody_events.get())
    hidden = _hidden(city, organisation)
    User.objects.update(first_name=CANARY, last_name=CANARY, email=f"{CANARY}@staff.example")
    public_ids = {
        "sources": source.pk,
        "events": event.pk,
        "detentions": detention.pk,
        "detainees": detention.detainee_id,
        "reported-counts": count.pk,
    }
    return World("testburg", "march", public_ids, [record.pk for record in hidden])


def _hidden(city: models.City, organisation: models.Organisation) -> list[Any]:
    secret = staff.publish(
        staff.enter_source(
            title=f"{CANARY}-letter",
            url=f"https://{CANARY}.example/",
            confidential=True,
            publisher=staff.enter_organisation(f"{CANARY}-press", counts_towards_headlines=False),
        )
    )
    staff.publish(
        staff.enter_count(
            source=secret, organisation=organisation, phrase=f"{CANARY}-phrase", locator=CANARY
        )
    )
    draft = staff.enter_source(title=f"{CANARY}-draft", url=f"https://{CANARY}.example/draft")
    person = _enter(models.Detainee, **_all_canary(models.Detainee, initials="K. K."))
    return [
        draft,
        person,
        _enter(
            models.Event, **_all_canary(models.Event, slug=CANARY, city=city, date=staff.SUNDAY)
        ),
        staff.enter_detention(person, city, notes=CANARY, place_detail=CANARY),
        staff.enter_count(source=draft, organisation=organisation, phrase=CANARY, remark=CANARY),
    ]


def _cited(source: models.Source) -> dict[str, Any]:
    return {"citations": [{"source": source, "locator": "page 1"}]}


def _enter(model: type[Any], **values: Any) -> Any:
    return entry.create(model, by=staff.enterer(), values=values)
