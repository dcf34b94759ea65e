"""Invented members of staff, one for each role, and what they enter."""

from datetime import date
from typing import Any

from django.contrib.auth.models import User

from detentions import entry, models

SUNDAY = date(2020, 11, 8)


def make_member(name: str, role: str) -> User:
    """Return a member of staff with one role."""
    user = User.objects.filter(username=name).first()
    if user is None:
        group = next(group for group in entry.make_roles() if group.name == role)
        user = User.objects.create(username=name, is_staff=True)
        user.groups.add(group)
    return user


def enterer() -> User:
    """Enters drafts."""
    return make_member("erna-enterer", "Enterer")


def reviewer() -> User:
    """Publishes what others entered."""
    return make_member("rudi-reviewer", "Reviewer")


def editor() -> User:
    """Changes what is published."""
    return make_member("edda-editor", "Editor")


def administrator() -> User:
    """Keeps cities, organisations and accounts."""
    return make_member("adam-administrator", "Administrator")


def enter_city(slug: str = "testburg", **values: Any) -> models.City:
    """Return an invented city."""
    values = {"slug": slug, "name": slug.title(), **values}
    return entry.create(models.City, by=administrator(), values=values)


def enter_organisation(slug: str = "counters", **values: Any) -> models.Organisation:
    """Return an invented organisation that counts."""
    values = {"slug": slug, "name": slug.title(), "counts_towards_headlines": True, **values}
    return entry.create(models.Organisation, by=administrator(), values=values)


def enter_source(**values: Any) -> models.Source:
    """Return a draft source, entered by the enterer."""
    values = {"title": "The Invented Gazette", "url": "https://gazette.example/1", **values}
    return entry.create(models.Source, by=enterer(), values=values)


def published_source() -> models.Source:
    """Return the published source that a detention rests on unless a test names another."""
    url = "https://gazette.example/list"
    there = models.Source.objects.filter(url=url).first()
    return there or publish(enter_source(title="A list of names", url=url))


def enter_detainee(**values: Any) -> models.Detainee:
    """Return an invented person whose name is withheld."""
    return entry.create(models.Detainee, by=enterer(), values={"name": "Testa Testova", **values})


def enter_detention(
    detainee: models.Detainee | None = None,
    city: models.City | None = None,
    parts: dict[str, Any] | None = None,
    **values: Any,
) -> models.Detention:
    """Return a draft detention on the Sunday, entered by the enterer, with a published source."""
    parts = parts or {}
    if "citations" not in parts:
        parts = {**parts, "citations": [{"source": published_source()}]}
    values = {
        "detainee": detainee or enter_detainee(),
        "city": city or models.City.objects.first() or enter_city(),
        "date": SUNDAY,
        **values,
    }
    return entry.create(models.Detention, by=enterer(), values=values, parts=parts)


def enter_count(**values: Any) -> models.ReportedCount:
    """Return a draft figure of 10 detained in the country, from a published source."""
    if "source" not in values:
        values["source"] = publish(enter_source())
    values = {
        "organisation": models.Organisation.objects.first() or enter_organisation(),
        "date": SUNDAY,
        "qualifier": "exactly",
        "low": 10,
        "high": 10,
        **values,
    }
    return entry.create(models.ReportedCount, by=enterer(), values=values)


def publish(record: Any) -> Any:
    """Hand a draft in as its enterer and publish it as the reviewer."""
    record = entry.submit(record, by=enterer(), revision=record.revision)
    return entry.publish(record, by=reviewer(), revision=record.revision)
