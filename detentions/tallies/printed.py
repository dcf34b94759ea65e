"""The figures of one place and day, as they were printed and side by side (rule 5)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from detentions.choices import Group, Measure, RegionKind
from detentions.public.models import PublicReportedCount
from detentions.quantities import Quantity, in_words
from detentions.tallies.ledger import row_of
from detentions.tallies.lines import Figure, Reported
from detentions.tallies.picture import Picture

_PLACES = ("country", *RegionKind.values, "city")
_MEASURES = tuple(Measure.values)
_GROUPS = tuple(Group.values)
_LAST = datetime.max.replace(tzinfo=UTC)


def reported(picture: Picture) -> Reported | None:
    """Return the figures of the day in full; None where nobody gave any."""
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
        origin_name=figure.origin_name,
        locator=figure.locator,
    )
