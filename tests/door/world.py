"""A small invented world: published records, and canaries in all that is not for the public.

What is given to `plant` by name is what a reader may see; every other column holds a canary, so
that a column which is added to a model is private here until somebody names it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User

from detentions import entry, models
from tests import staff
from tests.door.canaries import Canaries

NAME_FORMS = ("public", "initials", "pseudonym", "withheld")
_SHOWN_OF_PERSON: dict[str, dict[str, Any]] = {
    "public": {
        "name": "Petra Publicova",
        "year_of_birth": 1980,
        "sex": "female",
        "occupation": "baker",
        "citizenship": "BY",
    },
    "initials": {"initials": "I. I."},
    "pseudonym": {"pseudonym": "Swallow"},
    "withheld": {},
}
# A record that nobody published lies on a day that readers ask for, or on one of its own.
HIDDEN_STATES: dict[str, dict[str, date]] = {
    "draft": {"date": staff.SUNDAY},
    "in_review": {},
    "withdrawn": {"date": staff.SUNDAY},
}


@dataclass
class World:
    """What a crawler may ask for: names in addresses, public and private alike."""

    canaries: Canaries = field(default_factory=Canaries)
    public_ids: dict[str, str] = field(default_factory=dict)
    private_ids: list[str] = field(default_factory=list)

    def plant(self, model: type[Any], **shown: Any) -> Any:
        """Write a row with canaries in what is not shown, by the staff of this world."""
        names = {column.name for column in model._meta.concrete_fields}
        by = {"entered_by", "changed_by"} & names
        return self.canaries.plant(model, **dict.fromkeys(by, staff.enterer()), **shown)

    def publish(self, model: type[Any], **shown: Any) -> Any:
        """Write a published row; its reviewer is not shown."""
        return self.plant(
            model, state="published", version=1, published_by=staff.reviewer(), **shown
        )


def build() -> World:
    """Return a world with what is published, and canaries everywhere else."""
    world = World()
    city = staff.enter_city()
    press = world.plant(models.Organisation, **_SHOWN_ORGANISATION)
    source = world.publish(models.Source, id="opensource", publisher=press, **_SHOWN_SOURCE)
    event = _published_event(world, city, source)
    detentions = [_published_detention(world, form, event, source) for form in NAME_FORMS]
    count = world.publish(
        models.ReportedCount, organisation=press, source=source, city=city, **_SHOWN_COUNT
    )
    world.public_ids = {
        "sources": source.pk,
        "events": event.pk,
        "detentions": detentions[0].pk,
        "detainees": detentions[0].detainee_id,
        "reported-counts": count.pk,
    }
    for state, day in HIDDEN_STATES.items():
        _hide(world, state, day, (event, detentions[3], count))
    _confide(world, event, detentions[3], press)
    _keep_books(world)
    # Last, so that the staff above are found by their names.
    for member in User.objects.all():
        world.canaries.overwrite(member, "password")
    entry.rebuild_tallies()
    return world


_SHOWN_SOURCE: dict[str, Any] = {
    "title": "The Open Gazette",
    "kind": "article",
    "language": "en",
    "url": "https://gazette.example/1",
    "archived_url": "",
    "confidential": False,
    "published_on": staff.SUNDAY,
    "accessed_on": staff.SUNDAY,
}
_SHOWN_COUNT: dict[str, Any] = {
    "id": "opencount",
    "date": staff.SUNDAY,
    "measure": "detained",
    "group": "everyone",
    "qualifier": "exactly",
    "low": 10,
    "high": 10,
    "phrase": "10 people",
    "language": "en",
    "as_of": None,
    "as_of_precision": "unknown",
    "as_of_text": "",
    "remark": "",
    "locator": "",
}


_SHOWN_ORGANISATION: dict[str, Any] = {
    "id": "openpress",
    "version": 1,
    "slug": "open-press",
    "name": "Open Press",
    "short_name": "OP",
    "kind": "newsroom",
    "rank": 1,
    "url": "",
    "counts_towards_headlines": True,
}


def _published_event(world: World, city: models.City, source: models.Source) -> models.Event:
    walks = {"slug": "walks", "name": "Walks", "weekday": 6, "first_date": staff.SUNDAY}
    series = world.plant(models.EventSeries, id="openseries", version=1, **walks)
    words = {"slug": "march", "name": "March", "kind": "march", "authorisation": "unknown"}
    words["status"] = "held"
    times = {"date": staff.SUNDAY, "start_time": None, "end_date": None, "end_time": None}
    places = {"city": city, "place_detail": "Main Square", "description": "People walked."}
    event: models.Event = world.publish(
        models.Event, id="openevent", series=series, **words, **times, **places
    )
    shown = {"name": "Sunday walk", "language": "en", "source": source}
    world.plant(models.EventName, event=event, **shown)
    happened = {"kind": "metro_closed", "start_time": None, "detail": "Two stations"}
    world.plant(models.EventCircumstance, event=event, **happened)
    _cite(world, source, event=event)
    return event


def _published_detention(
    world: World, form: str, event: models.Event, source: models.Source
) -> models.Detention:
    person = world.plant(
        models.Detainee,
        id=f"person{form}",
        version=1,
        name_publication=form,
        **_SHOWN_OF_PERSON[form],
    )
    if form != "public":
        world.plant(models.DetaineeName, detainee=person)
    else:
        other = {"name": "Petra P", "language": "en", "script": "Latn", "key": "petrap"}
        world.plant(models.DetaineeName, detainee=person, **other)
    shown = {"precision": "day", "detained_by": "police", "force_used": "no", "time": None}
    places = {"city": event.city, "event": event, "date": staff.SUNDAY}
    detention: models.Detention = world.publish(
        models.Detention, id=f"taken{form}", detainee=person, **shown, **places
    )
    world.plant(models.DetentionRole, detention=detention, role="student")
    step = {"kind": "fined", "date": staff.SUNDAY, "time": None, "order": 0, "days": None}
    fine = {"amount": 5, "currency": "BYN", "article": "23.34", "code_edition": 2003}
    place = {"locator": "page 2", "quote": "She was fined."}
    world.plant(models.CustodyEvent, detention=detention, source=source, **step, **fine, **place)
    _cite(world, source, detention=detention)
    return detention


def _cite(world: World, source: models.Source, **record: Any) -> None:
    shown = {"locator": "page 1", "quote": "They were taken.", "accessed_on": staff.SUNDAY}
    world.plant(models.Citation, source=source, **record, **shown)


def _hide(world: World, state: str, day: dict[str, date], published: tuple[Any, Any, Any]) -> None:
    """Enter one of each kind in a state that is not public, tied to what is published."""
    event, detention, count = published
    press = world.plant(models.Organisation)
    source = world.plant(models.Source, state=state, publisher=press)
    # It ends on the day it begins on: before that a constraint would refuse it.
    days = {**day, "end_date": day["date"]} if day else day
    hidden = world.plant(models.Event, state=state, city=event.city, **days)
    _hide_parts_of_event(world, hidden, source)
    # This person's name is public, but no published detention brings the person here.
    person = world.plant(models.Detainee, name_publication="public")
    world.plant(models.DetaineeName, detainee=person)
    takings = [
        world.plant(
            models.Detention, state=state, city=event.city, event=event, detainee=who, **day
        )
        for who in (person, detention.detainee)
    ]
    for taking in takings:
        world.plant(models.DetentionRole, detention=taking)
        world.plant(models.CustodyEvent, detention=taking, source=source)
        world.plant(models.Citation, source=source, detention=taking)
    # Exactly this many: a sum that takes the figure in begins with the same digits.
    bounds = {"qualifier": "exactly", "low": 1_917_031_400, "high": 1_917_031_400}
    counted = {"organisation": press, "source": source, "city": event.city}
    figure = world.plant(models.ReportedCount, state=state, **counted, **bounds, **day)
    world.plant(models.Citation, source=source, event=event)
    world.private_ids += [row.pk for row in (source, hidden, person, *takings, figure)]
    if state == "draft":
        models.Detention.objects.filter(pk=detention.pk).update(event=hidden)
        models.ReportedCount.objects.filter(pk=count.pk).update(supersedes=figure, event=hidden)


def _hide_parts_of_event(world: World, event: models.Event, source: models.Source) -> None:
    world.plant(models.EventName, event=event, source=source)
    world.plant(models.EventCircumstance, event=event)
    world.plant(models.Citation, source=source, event=event)
    series = models.EventSeries.objects.get()
    world.plant(models.PrintedOrdinal, series=series, source=source)


def _confide(
    world: World, event: models.Event, detention: models.Detention, press: models.Organisation
) -> None:
    """Let published records rest on a source that is published as confidential alone."""
    publisher = world.plant(models.Organisation)
    secret = world.publish(models.Source, confidential=True, publisher=publisher)
    world.plant(models.Citation, source=secret, event=event)
    world.plant(models.Citation, source=secret, detention=detention)
    shown = {**_SHOWN_COUNT, "id": "toldcount"}
    for hidden in ("phrase", "language", "as_of_text", "locator"):
        del shown[hidden]
    world.publish(models.ReportedCount, organisation=press, source=secret, **shown)
    series = models.EventSeries.objects.get()
    world.plant(models.PrintedOrdinal, series=series, date=staff.SUNDAY, source=secret)
    models.Source.objects.filter(pk="opensource").update(derived_from=secret)
    models.CustodyEvent.objects.filter(detention=detention).delete()
    # What the confidential source tells of a step: its words stay with it.
    shown = {"kind": "fined", "date": staff.SUNDAY, "time": None, "order": 0, "days": None}
    shown |= {"amount": 5, "currency": "BYN", "article": "23.34", "code_edition": 2003}
    world.plant(models.CustodyEvent, detention=detention, source=secret, **shown)
    models.EventName.objects.filter(event=event).update(source=secret)
    world.private_ids.append(secret.pk)


def _keep_books(world: World) -> None:
    """Enter a batch of the intake, and what each table's history remembers."""
    batch = world.plant(models.IntakeBatch)
    world.plant(models.BatchRecord, batch=batch, created=True)
    for model in apps.get_app_config("detentions").get_models():
        if model.__name__.startswith("Historical"):
            first = getattr(models, model.__name__.removeprefix("Historical")).objects.first()
            about = {"history_type": "~", "history_user": staff.editor()}
            world.plant(model, **about)
            if first:
                world.plant(model, id=first.pk, **about)
