"""What is said about one place on one Sunday; the country and a city are answered alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

from detentions.choices import Group, Measure, RegionKind
from detentions.public.models import PublicEvent, PublicReportedCount
from detentions.quantities import Quantity, in_words
from detentions.sundays import week_of
from detentions.tallies.documented import Tallies
from detentions.tallies.estimates import NO_FIGURES, Day
from detentions.tallies.ledger import Place, by_day, row_of
from detentions.tallies.lines import (
    Contradiction,
    Documented,
    EventLine,
    Figure,
    GroupLine,
    Headline,
    MeasureLine,
    Reported,
    Summary,
)
from detentions.tallies.rules import Rule
from detentions.tallies.sentences import DOCUMENTED_ABOVE_REPORTED, GROUP_DOCUMENTED_ABOVE_REPORTED
from detentions.tallies.shapes import Week, WeekDay

_PLACES = ("country", *RegionKind.values, "city")
_MEASURES = tuple(Measure.values)
_GROUPS = tuple(Group.values)
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Picture:
    """One place on one Sunday: the figures and events of its week, and the tally table."""

    sunday: date
    place: Place
    name: str
    slug: str
    rule: Rule
    printed: tuple[PublicReportedCount, ...]
    gatherings: tuple[PublicEvent, ...]
    days: Mapping[date, Day]
    tallies: Tallies

    @property
    def city_id(self) -> str:
        """As the tally table has it: empty for the whole country."""
        return self.place.id

    @property
    def figures(self) -> Day:
        """The figures of the Sunday itself."""
        return self.days.get(self.sunday, NO_FIGURES)

    @property
    def events(self) -> tuple[PublicEvent, ...]:
        """The events of the Sunday itself."""
        return tuple(event for event in self.gatherings if event.date == self.sunday)


def days_of(printed: Iterable[PublicReportedCount]) -> dict[date, Day]:
    """Return the figures that were read in full, day by day, as counting takes them."""
    return {day: Day(rows) for day, rows in by_day(row_of(figure) for figure in printed).items()}


def spread(summary: Summary) -> dict[str, Any]:
    """Return a summary as the fields that every line with figures has."""
    named = {field.name: getattr(summary, field.name) for field in fields(Summary)}
    named["reported"] = named.pop("headline")
    return named


def reported(picture: Picture) -> Reported | None:
    """Return the figures of the Sunday in full; None where nobody gave any."""
    printed = [figure for figure in picture.printed if figure.date == picture.sunday]
    if not printed:
        return None
    current = {row.id for row in picture.figures.current.values()}
    summary = picture.figures.summary(picture.place, picture.rule)
    organisations = picture.figures.at(picture.place, Measure.DETAINED, Group.EVERYONE).values()
    return Reported(
        headline=summary.headline,
        lowest=summary.lowest,
        highest=summary.highest,
        without_number=summary.without_number,
        organisations=tuple(
            sorted(organisations, key=lambda one: (one.organisation_rank, one.organisation))
        ),
        figures=tuple(
            _figure(figure, figure.id in current) for figure in sorted(printed, key=_reading_order)
        ),
    )


def measure_lines(picture: Picture) -> tuple[MeasureLine, ...]:
    """Return every measure that anybody's figures for everyone at the place speak of."""
    lines = []
    for measure in _MEASURES:
        figures = picture.figures.at(picture.place, measure, Group.EVERYONE).values()
        summary = picture.figures.summary(picture.place, picture.rule, measure)
        if figures or summary.without_number:
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
    """Return every group that was reported or documented at the place."""
    found = []
    for group in _GROUPS:
        figures = picture.figures.at(picture.place, Measure.DETAINED, group)
        documented = picture.tallies.group(picture.sunday, picture.city_id, group)
        line = group_line(picture.figures, picture.place, documented, picture.rule, group)
        known = line.documented or line.without_number or figures
        if group != Group.EVERYONE and known:
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
        days=tuple(_week_day(picture, day) for day in days),
    )


def contradictions(
    picture: Picture, everyone: Headline | None, groups: Collection[GroupLine]
) -> Iterator[Contradiction]:
    """Yield where more is documented at the place than was reported (rules 8 and 9)."""
    documented = picture.tallies.day(picture.sunday, picture.city_id).detentions
    found: list[tuple[str, Headline | None, int | None, dict[str, str]]] = [
        (DOCUMENTED_ABOVE_REPORTED, everyone, documented, {}),
    ]
    for line in groups:
        named = {"group": line.group}
        found.append((GROUP_DOCUMENTED_ABOVE_REPORTED, line.reported, line.documented, named))
    for code, headline, number, more in found:
        # "Between 10 and 20" is not contradicted by 15; "at least 6" is flagged by 7.
        if headline and number is not None and number > (headline.high or headline.low):
            yield Contradiction(
                code=code,
                place_kind=picture.place.kind,
                place=picture.slug,
                place_name=picture.name,
                values={
                    "documented": number,
                    "reported": headline.text,
                    "organisation": headline.organisation_name,
                    **more,
                },
            )


def _week_day(picture: Picture, day: date) -> WeekDay:
    figures = picture.days.get(day, NO_FIGURES)
    return WeekDay(
        date=day,
        documented=picture.tallies.day(day, picture.city_id),
        events=sum(event.date == day for event in picture.gatherings),
        figures=len(figures.rows),
        **spread(figures.summary(picture.place, picture.rule)),
    )


def _reading_order(figure: PublicReportedCount) -> tuple[Any, ...]:
    """Larger places first, then what can be compared side by side, each list as it grew."""
    row = row_of(figure)
    measure = Measure.DETAINED if row.measure == Measure.NAMES_ON_LIST else row.measure
    return (
        _PLACES.index(row.place.kind),
        figure.city_name or figure.region_name,
        _MEASURES.index(measure),
        _GROUPS.index(row.group),
        row.organisation_rank,
        row.organisation_slug,
        row.low is None,
        row.low,
        row.as_of or _LAST,
        row.id,
    )


def _figure(figure: PublicReportedCount, current: bool) -> Figure:
    quantity = Quantity(figure.qualifier, figure.low, figure.high)
    return Figure(
        id=figure.id,
        organisation=figure.organisation_slug,
        organisation_name=figure.organisation_name,
        organisation_rank=figure.organisation_rank,
        counts_towards_headlines=figure.counts_towards_headlines,
        current=current,
        superseded=figure.superseded,
        supersedes=figure.supersedes_id,
        date=figure.date,
        place_kind=row_of(figure).place.kind,
        place=figure.city_slug or figure.region_slug,
        place_name=figure.city_name or figure.region_name,
        event=figure.event_slug,
        event_name=figure.event_name,
        measure=figure.measure,
        group=figure.group,
        qualifier=figure.qualifier,
        low=figure.low,
        high=figure.high,
        text=in_words(quantity),
        phrase=figure.phrase,
        language=figure.language,
        as_of=figure.as_of,
        as_of_precision=figure.as_of_precision,
        as_of_text=figure.as_of_text,
        remark=figure.remark,
        source=figure.source_id,
        source_title=figure.source_title,
        source_url=figure.source_url,
        source_confidential=figure.source_confidential,
        publisher_name=figure.publisher_name,
        locator=figure.locator,
    )
