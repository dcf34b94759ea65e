"""What a record has to agree with in others: a figure with its event and with other figures.

Many records are checked together, with a number of questions that does not depend on how many.

A detention agrees with its event in nothing that is refused: people are taken at home days before,
in another city on their way there, past midnight, or weeks later from a photograph. What looks odd
is a question for the staff's list of contradictions, not an error.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Sequence
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from detentions.choices import PublicationState
from detentions.models import Detention, Event, EventSeries, ReportedCount, Source
from detentions.models.base import Record

L = TypeVar("L", ReportedCount, Source)

_DATED = (Detention, Event, ReportedCount)
_FIRST_DAY = dt.date(1900, 1, 1)
# What a figure has in common with the one that it replaces: they are figures of the same thing.
_SAME_THING = ("organisation", "date", "city", "region", "event", "measure", "group")
# What two figures have in common that are one, entered twice (domain.md, rule 10).
_SAME_FIGURE = (
    *("organisation_id", "source_id", "date", "city_id", "region_id", "event_id", "measure"),
    *("group", "qualifier", "low", "high", "phrase", "as_of", "as_of_text"),
)


def check(records: Sequence[Record], today: dt.date) -> None:
    """Raise ValidationError, naming the field, for an impossible day or what contradicts others."""
    for record in records:
        if isinstance(record, _DATED):
            _has_come(record.date, today)
        if isinstance(record, EventSeries):
            _begins_on_its_weekday(record)
        elif isinstance(record, Source) and _goes_in_a_circle(record, "derived_from"):
            message = _("That source was itself derived from this one, perhaps by way of others.")
            raise ValidationError({"derived_from": message})
    counts = [record for record in records if isinstance(record, ReportedCount)]
    if counts:
        _stand_after_their_day_began(counts)
        _fit_their_events(counts)
        _fit_what_they_replace(counts)
        _are_new(counts)


def check_moved(record: Record) -> None:
    """Raise ValidationError where a record that is here already moved away from others."""
    if isinstance(record, Event):
        _stays_with_its_figures(record)


def check_steps(record: Record, today: dt.date) -> None:
    """Raise ValidationError where a step of custody lies before its detention or has not come yet.

    Looks at the stored steps, so it is called after the child rows were written.
    """
    if not isinstance(record, Detention):
        return
    astray = record.custody_events.exclude(date__range=(record.date, today)).first()
    if astray:
        message = _("%(day)s is before the detention of %(detained)s, or has not come yet.")
        where = {"day": astray.date, "detained": record.date}
        raise ValidationError({"custody_events": [message % where]})


def _has_come(day: dt.date, today: dt.date) -> None:
    """Raise for a day that is a slip of the pen: the pages list every week up to the last day."""
    if day > today:
        raise ValidationError({"date": _("%(day)s has not come yet.") % {"day": day}})
    if day < _FIRST_DAY:
        raise ValidationError({"date": _("%(day)s is before 1900.") % {"day": day}})


def _begins_on_its_weekday(series: EventSeries) -> None:
    if series.first_date.weekday() != series.weekday:
        message = _("%(day)s, the first date, was a %(weekday)s.")
        where = {"day": series.first_date, "weekday": WEEKDAYS[series.first_date.weekday()]}
        raise ValidationError({"weekday": message % where})


def _stand_after_their_day_began(counts: Sequence[ReportedCount]) -> None:
    for count in counts:
        if count.as_of and timezone.localdate(count.as_of) < count.date:
            message = _("%(moment)s is before the day that was counted, %(day)s.")
            moment = timezone.localtime(count.as_of).strftime("%Y-%m-%d %H:%M")
            raise ValidationError({"as_of": message % {"moment": moment, "day": count.date}})


def _fit_their_events(counts: Sequence[ReportedCount]) -> None:
    events = Event.objects.in_bulk({count.event_id for count in counts if count.event_id})
    for count in counts:
        event = events.get(count.event_id or "")
        if event is None:
            continue
        others = {
            "date": count.date != event.date,
            "city": count.city_id not in {event.city_id, None},
            "region": count.region_id is not None,
        }
        if any(others.values()):
            where = {"event": event, "city": event.city, "date": event.date}
            message = _("%(event)s was in %(city)s on %(date)s, and so is a figure about it.")
            raise ValidationError(
                {column: message % where for column, differs in others.items() if differs}
            )


def _fit_what_they_replace(counts: Sequence[ReportedCount]) -> None:
    replaced = ReportedCount.objects.in_bulk(
        {count.supersedes_id for count in counts if count.supersedes_id}
    )
    for count in counts:
        older = replaced.get(count.supersedes_id or "")
        if older is None:
            continue
        differing = [
            str(column.verbose_name)
            for column in ReportedCount._meta.concrete_fields
            if column.name in _SAME_THING
            and getattr(count, column.attname) != getattr(older, column.attname)
        ]
        if differing:
            message = _("A figure replaces one of the same thing; here these differ: %(columns)s.")
            raise ValidationError({"supersedes": message % {"columns": ", ".join(differing)}})
        if _goes_in_a_circle(count, "supersedes"):
            message = _("That figure was itself replaced by this one, perhaps by way of others.")
            raise ValidationError({"supersedes": message})


def _goes_in_a_circle(record: L, column: str) -> bool:
    """Tell whether a record that others may point at leads back to itself by way of the column."""
    other: L | None = None if record._state.adding else getattr(record, column)
    met: set[str] = set()
    while other and other.pk not in {record.pk, *met}:
        met.add(other.pk)
        other = getattr(other, column)
    return other is not None and other.pk == record.pk


def _are_new(counts: Sequence[ReportedCount]) -> None:
    here = {
        _what_it_says(other): other.pk
        for other in ReportedCount.objects.exclude(state=PublicationState.WITHDRAWN).filter(
            source__in={count.source_id for count in counts},
            date__in={count.date for count in counts},
        )
    }
    for count in counts:
        other = here.setdefault(_what_it_says(count), count.pk)
        if other != count.pk:
            raise ValidationError(
                _("This figure of this source is here already, as %(id)s.") % {"id": other}
            )


def _what_it_says(count: ReportedCount) -> Hashable:
    return tuple(getattr(count, name) for name in _SAME_FIGURE)


def _stays_with_its_figures(event: Event) -> None:
    elsewhere = (
        ReportedCount.objects.exclude(state=PublicationState.WITHDRAWN)
        .filter(event=event)
        .exclude(date=event.date, city=event.city_id)
        .count()
    )
    if elsewhere:
        raise ValidationError(
            ngettext(
                "%(number)d figure is about this event in its city and on its day: "
                "take the event from it first.",
                "%(number)d figures are about this event in its city and on its day: "
                "take the event from them first.",
                elsewhere,
            )
            % {"number": elsewhere}
        )
