"""What is said about one place on one Sunday; the country and a city are answered alike."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from detentions.choices import Group, Measure
from detentions.sundays import week_of
from detentions.tallies.contradictions import contradictions
from detentions.tallies.documented import (
    detained_by_lines,
    outcome_lines,
    role_lines,
    unnamed_remainder,
)
from detentions.tallies.estimates import Day
from detentions.tallies.ledger import DETAINED, Place
from detentions.tallies.lines import (
    Documented,
    EventLine,
    GroupLine,
    MeasureLine,
    Summary,
)
from detentions.tallies.picture import Picture
from detentions.tallies.printed import reported
from detentions.tallies.rules import Rule
from detentions.tallies.shapes import Week, WeekDay

_MEASURES = tuple(Measure.values)
_GROUPS = tuple(Group.values)


def spread(summary: Summary) -> dict[str, Any]:
    """Return a summary as the fields that every line with figures has."""
    named = {field.name: getattr(summary, field.name) for field in fields(Summary)}
    named["reported"] = named.pop("headline")
    return named


def measure_lines(picture: Picture) -> tuple[MeasureLine, ...]:
    """Return every measure that anybody's figures for everyone speak of, at the place or within.

    An area's figures and words about a city support no number for the country; their measure
    has a line all the same, because the figures of the day are printed beside these lines.
    """
    printed = {row.measure for row in picture.figures.rows if row.group == Group.EVERYONE}
    lines = []
    for measure in _MEASURES:
        figures = picture.figures.at(picture.place, measure, Group.EVERYONE).values()
        summary = picture.figures.summary(picture.place, picture.rule, measure)
        if figures or measure in printed:
            by_rank = sorted(figures, key=lambda one: (one.organisation_rank, one.organisation))
            lines.append(
                MeasureLine(measure=measure, organisations=tuple(by_rank), **spread(summary))
            )
    return tuple(lines)


def group_line(
    figures: Day, place: Place, documented: Documented | None, rule: Rule, group: str
) -> GroupLine:
    """Return one group: reported detained beside documented (rule 9)."""
    return GroupLine(
        group=group,
        documented=documented.detentions if documented else None,
        people=documented.people if documented else None,
        **spread(figures.summary(place, rule, group=group)),
    )


def group_lines(picture: Picture) -> tuple[GroupLine, ...]:
    """Return every group that was reported detained or documented, at the place or within."""
    printed = {row.group for row in picture.figures.rows if row.measure in DETAINED}
    found = []
    for group in _GROUPS:
        documented = picture.tallies.group(picture.sunday, picture.city_id, group)
        known = group in printed or (documented and documented.detentions)
        if group != Group.EVERYONE and known:
            line = group_line(picture.figures, picture.place, documented, picture.rule, group)
            found.append(line)
    return tuple(found)


def event_lines(picture: Picture) -> tuple[EventLine, ...]:
    """Return the events of the Sunday, each with the figures about it alone."""
    return tuple(
        EventLine(
            id=event.id,
            slug=event.slug,
            name=event.name,
            kind=event.kind,
            authorisation=event.authorisation,
            city=event.city_slug,
            city_name=event.city_name,
            place_detail=event.place_detail,
            date=event.date,
            start_time=event.start_time,
            end_date=event.end_date,
            end_time=event.end_time,
            **spread(picture.figures.summary_of_event(event.id, picture.rule)),
        )
        for event in picture.events
    )


def week(picture: Picture) -> Week:
    """Return the week, Monday to Sunday, that ends with the Sunday (rule 11)."""
    days = week_of(picture.sunday)
    return Week(
        start=days[0],
        end=days[-1],
        documented=picture.tallies.week(days[0], picture.city_id),
        days=tuple(_week_day(picture.on(day), day == picture.sunday) for day in days),
    )


def _week_day(picture: Picture, is_sunday: bool) -> WeekDay:
    """Return the day of a picture, checked like a Sunday."""
    day = picture.sunday
    there = None if is_sunday else reported(picture)
    return WeekDay(
        date=day,
        documented=picture.tallies.day(day, picture.city_id),
        events=len(picture.events),
        figures=len(picture.figures.rows),
        printed=there.figures if there else (),
        contradictions=tuple(contradictions(picture, group_lines(picture))),
        **spread(picture.figures.summary(picture.place, picture.rule)),
    )


def shared(picture: Picture, today: date) -> dict[str, Any]:
    """Return the fields that a Sunday and one city on it have alike."""
    day, city_id, tallies = picture.sunday, picture.city_id, picture.tallies
    headline = picture.figures.summary(picture.place, picture.rule).headline
    documented = tallies.day(day, city_id)
    return {
        "sunday": day,
        "rule": str(picture.rule),
        "reported": reported(picture),
        "documented": documented,
        "unnamed_remainder": unnamed_remainder(headline, documented),
        "groups": group_lines(picture),
        "events": event_lines(picture),
        "measures": measure_lines(picture),
        "outcomes": outcome_lines(tallies, day, city_id, today),
        "roles": role_lines(tallies, day, city_id),
        "detained_by": detained_by_lines(tallies, day, city_id),
        "week": week(picture),
    }
