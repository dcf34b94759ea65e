"""Casework rows for tests, written directly. Everything is published unless a test says else.

Each function takes the model's fields; what a test does not name gets a plain value. Invented
people only.
"""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import User

from detentions.choices import NamePublication, PublicationState, Qualifier, RegionKind
from detentions.models import (
    Citation,
    City,
    CustodyEvent,
    DataVersion,
    Detainee,
    Detention,
    DetentionRole,
    Event,
    EventSeries,
    Organisation,
    PrintedOrdinal,
    Region,
    ReportedCount,
    Source,
)

SUNDAY = date(2020, 11, 8)
NOON = datetime(2020, 11, 9, 12, 0, tzinfo=UTC)
_NUMBERS = count(1)


def make_user(**fields: Any) -> User:
    """A member of staff."""
    number = next(_NUMBERS)
    fields.setdefault("username", f"staff-{number}")
    return User.objects.create(**fields)


def make_data_version(number: int = 1) -> DataVersion:
    """Set the number of the newest public state."""
    values = {"number": number, "published_at": NOON}
    version, _created = DataVersion.objects.update_or_create(pk=1, defaults=values)
    return version


def make_region(**fields: Any) -> Region:
    """A region of the country."""
    number = next(_NUMBERS)
    fields.setdefault("slug", f"region-{number}")
    fields.setdefault("name", f"Region {number}")
    fields.setdefault("kind", RegionKind.REGION)
    return Region.objects.create(**_entered(fields))


def make_city(**fields: Any) -> City:
    """A city; without a region unless one is given."""
    number = next(_NUMBERS)
    fields.setdefault("slug", f"city-{number}")
    fields.setdefault("name", f"City {number}")
    return City.objects.create(**_entered(fields))


def make_organisation(**fields: Any) -> Organisation:
    """An organisation whose figures count towards headlines."""
    number = next(_NUMBERS)
    fields.setdefault("slug", f"organisation-{number}")
    fields.setdefault("name", f"Organisation {number}")
    fields.setdefault("rank", number)
    fields.setdefault("counts_towards_headlines", True)
    return Organisation.objects.create(**_entered(fields))


def make_source(**fields: Any) -> Source:
    """A published source."""
    number = next(_NUMBERS)
    fields.setdefault("title", f"Report {number}")
    fields.setdefault("url", f"https://example.org/report-{number}")
    return Source.objects.create(**_published(fields))


def make_series(**fields: Any) -> EventSeries:
    """A series of Sundays counted from 16 August 2020."""
    fields.setdefault("slug", "sunday-marches")
    fields.setdefault("name", "Sunday marches")
    fields.setdefault("weekday", 6)
    fields.setdefault("first_date", date(2020, 8, 16))
    return EventSeries.objects.create(**_entered(fields))


def make_printed_ordinal(**fields: Any) -> PrintedOrdinal:
    """How a source numbered a day."""
    fields.setdefault("date", SUNDAY)
    fields.setdefault("phrase", "13th consecutive Sunday")
    if "source" not in fields:
        fields["source"] = make_source()
    return PrintedOrdinal.objects.create(**fields)


def make_event(**fields: Any) -> Event:
    """A published gathering with two sources."""
    number = next(_NUMBERS)
    sources = fields.pop("sources", None)
    fields.setdefault("slug", f"event-{number}")
    fields.setdefault("name", f"March {number}")
    fields.setdefault("date", SUNDAY)
    if "city" not in fields:
        fields["city"] = make_city()
    event = Event.objects.create(**_published(fields))
    for source in [make_source(), make_source()] if sources is None else sources:
        make_citation(source=source, event=event)
    return event


def make_citation(**fields: Any) -> Citation:
    """The support of an event or a detention by a source."""
    if "source" not in fields:
        fields["source"] = make_source()
    return Citation.objects.create(**fields)


def make_detainee(**fields: Any) -> Detainee:
    """An invented person, whose name is withheld."""
    fields.setdefault("name", f"Invented Person {next(_NUMBERS)}")
    fields.setdefault("name_publication", NamePublication.WITHHELD)
    return Detainee.objects.create(**_entered(fields))


def make_detention(**fields: Any) -> Detention:
    """A published detention; `roles` and `steps` (kinds, or kind and date) are added to it."""
    roles = fields.pop("roles", ())
    steps = fields.pop("steps", ())
    fields.setdefault("date", SUNDAY)
    if "detainee" not in fields:
        fields["detainee"] = make_detainee()
    if "city" not in fields:
        event = fields.get("event")
        fields["city"] = event.city if event else make_city()
    detention = Detention.objects.create(**_published(fields))
    for role in roles:
        DetentionRole.objects.create(detention=detention, role=role)
    for order, step in enumerate(steps):
        kind, day = (step, detention.date) if isinstance(step, str) else step
        make_step(detention=detention, kind=kind, date=day, order=order)
    return detention


def make_step(**fields: Any) -> CustodyEvent:
    """A dated step of a detention."""
    fields.setdefault("date", fields["detention"].date)
    return CustodyEvent.objects.create(**fields)


def make_count(low: int | None = None, **fields: Any) -> ReportedCount:
    """A published figure; with a number alone, exactly that number of people detained."""
    fields.setdefault("date", SUNDAY)
    default = Qualifier.UNQUANTIFIED if low is None else Qualifier.EXACTLY
    qualifier = fields.setdefault("qualifier", default)
    fields["low"] = low
    if qualifier in (Qualifier.EXACTLY, Qualifier.ABOUT):
        fields.setdefault("high", low)
    if "organisation" not in fields:
        fields["organisation"] = make_organisation()
    if "source" not in fields:
        fields["source"] = make_source()
    return ReportedCount.objects.create(**_published(fields))


def _entered(fields: dict[str, Any]) -> dict[str, Any]:
    """Add who entered the record and when."""
    by = fields.setdefault("entered_by", None) or _staff()
    fields["entered_by"] = by
    fields.setdefault("entered_at", NOON)
    fields.setdefault("changed_by", by)
    fields.setdefault("changed_at", NOON)
    return fields


def _published(fields: dict[str, Any]) -> dict[str, Any]:
    """Add the second person, who published the record."""
    if fields.setdefault("state", PublicationState.PUBLISHED) == PublicationState.PUBLISHED:
        fields.setdefault("published_by", _second())
        fields.setdefault("published_at", NOON)
    return _entered(fields)


def _staff() -> User:
    return User.objects.get_or_create(username="enterer")[0]


def _second() -> User:
    return User.objects.get_or_create(username="reviewer")[0]
