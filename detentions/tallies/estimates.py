"""What each organisation's figures support for each place of one day (rules 3 and 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeVar

from detentions.choices import Group, Measure, Qualifier
from detentions.quantities import Quantity, in_words
from detentions.tallies.ledger import COUNTRY, DETAINED, Key, Place, Row, current
from detentions.tallies.lines import Headline, Summary
from detentions.tallies.rules import LOWEST, Rule

PRINTED = "printed"
NAMES_ON_LIST = "names_on_list"
SUM_OF_EVENTS = "sum_of_events"
SUM_OF_PLACES = "sum_of_places"
_WITHOUT_NUMBER = (Qualifier.UNQUANTIFIED.value, Qualifier.NONE_REPORTED.value)

_SILENCE = Summary(headline=None, lowest=None, highest=None, without_number=())

ByOrganisation = dict[str, Headline]
_Asked = tuple[Place, str, str]
_Key = TypeVar("_Key")


class Day:
    """The figures of one day, answered place by place. Nothing is added across organisations."""

    def __init__(self, figures: Iterable[Row]) -> None:
        self.rows = tuple(figures)
        self.current = current(self.rows)
        self._places: dict[tuple[str, str], dict[Place, ByOrganisation]] = {}
        self._unnumbered: dict[_Asked, list[Row]] = defaultdict(list)
        self._of_events: dict[str, list[Row]] = defaultdict(list)
        for key, row in self.current.items():
            if key.event_id is not None:
                self._of_events[key.event_id].append(row)
            if row.low is None:
                for place in _spoken_of(key, row):
                    self._unnumbered[place, key.measure, key.group].append(row)

    def places(self, measure: str, group: str) -> dict[Place, ByOrganisation]:
        """Return every place that anybody's figures say a number for, and those numbers."""
        if (measure, group) not in self._places:
            self._places[measure, group] = _places(self.current, measure, group)
        return self._places[measure, group]

    def at(self, place: Place, measure: str, group: str) -> ByOrganisation:
        """Return each organisation's number for one place."""
        return self.places(measure, group).get(place, {})

    def summary(
        self,
        place: Place,
        rule: Rule,
        measure: str = Measure.DETAINED,
        group: str = Group.EVERYONE,
    ) -> Summary:
        """Return the headline of a place under a rule, and the range of its figures."""
        figures = self.at(place, measure, group)
        unnumbered = self._unnumbered.get((place, measure, group), ())
        return _summary(figures, unnumbered, rule) if figures or unnumbered else _SILENCE

    def cities(self, rule: Rule) -> dict[str, Headline]:
        """Return the headline of each city that has one, by its id."""
        found = {
            place.id: rule.choose(figures.values())
            for place, figures in self.places(Measure.DETAINED, Group.EVERYONE).items()
            if place.kind == "city"
        }
        return {city_id: headline for city_id, headline in found.items() if headline}

    def remainder_of_country(self, rule: Rule) -> int | None:
        """Return the country's headline less those of its cities (rule 7); None without one.

        Below zero it is a contradiction: cities and country come from different organisations.
        """
        country = self.summary(COUNTRY, rule).headline
        if country is None:
            return None
        return country.low - sum(headline.low for headline in self.cities(rule).values())

    def unallocated(self, rule: Rule) -> int | None:
        """Return that remainder where it is one, else None."""
        rest = self.remainder_of_country(rule)
        return rest if rest is not None and rest >= 0 else None

    def summary_of_event(self, event_id: str, rule: Rule) -> Summary:
        """Return the headline of one event, from the figures that are about it alone."""
        figures: ByOrganisation = {}
        unnumbered = []
        for row in self._of_events.get(event_id, ()):
            if row.group != Group.EVERYONE or row.measure not in DETAINED:
                continue
            if row.low is not None:
                _raise(figures, row.organisation_slug, _single(row, Measure.DETAINED))
            elif row.measure == Measure.DETAINED:
                unnumbered.append(row)
        return _summary(figures, unnumbered, rule)


NO_FIGURES = Day(())


def _summary(figures: ByOrganisation, unnumbered: Iterable[Row], rule: Rule) -> Summary:
    counting = [figure for figure in figures.values() if figure.counts_towards_headlines]
    lowest = LOWEST.choose(counting)
    said = {row.qualifier for row in unnumbered if row.organisation_slug not in figures}
    return Summary(
        headline=rule.choose(counting),
        lowest=lowest.low if lowest else None,
        highest=max((figure.high or figure.low for figure in counting), default=None),
        without_number=tuple(word for word in _WITHOUT_NUMBER if word in said),
    )


def _spoken_of(key: Key, row: Row) -> Iterator[Place]:
    """Yield the places that words say something of: "several" at one event or in one city are
    several in all that it lies in, but nobody there is not nobody elsewhere."""
    if key.event_id is None or row.qualifier == Qualifier.UNQUANTIFIED:
        yield key.place
    if row.qualifier == Qualifier.UNQUANTIFIED:
        if key.place.kind == "city" and row.city_region_id:
            yield Place("region", row.city_region_id)
        if key.place.kind in {"city", "region"}:
            yield COUNTRY


def _places(found: dict[Key, Row], measure: str, group: str) -> dict[Place, ByOrganisation]:
    """Return each organisation's numbers by place, its larger places never below the smaller."""
    whole: dict[str, dict[Place, Headline]] = defaultdict(dict)
    of_events: dict[str, dict[Place, dict[str, Headline]]] = defaultdict(partial(defaultdict, dict))
    regions: dict[str, str] = {}
    areas = {key.place.id for key in found if key.place.kind == "area"}
    for key, row in found.items():
        if key.group != group or key.measure not in _measures(measure) or row.low is None:
            continue
        if row.city_id and row.city_region_id and row.city_region_id not in areas:
            regions[row.city_id] = row.city_region_id
        if key.event_id is None:
            _raise(whole[key.organisation], key.place, _single(row, measure))
        elif key.place.kind == "city":
            _raise(of_events[key.organisation][key.place], key.event_id, _single(row, measure))
    answer: dict[Place, ByOrganisation] = defaultdict(dict)
    for organisation in whole.keys() | of_events.keys():
        theirs = whole[organisation]
        _add_up(theirs, of_events[organisation], regions)
        for place, figure in theirs.items():
            answer[place][organisation] = figure
    return dict(answer)


def _add_up(
    theirs: dict[Place, Headline],
    of_events: dict[Place, dict[str, Headline]],
    regions: dict[str, str],
) -> None:
    """Raise one organisation's figures to the sums of its own: events, cities, regions."""
    for city, events in of_events.items():
        _raise_to_sum(theirs, city, events.values(), SUM_OF_EVENTS)
    parts: dict[Place, list[Headline]] = defaultdict(list)
    for place, figure in theirs.items():
        if place.kind == "city" and place.id in regions:
            parts[Place("region", regions[place.id])].append(figure)
    for region, cities in parts.items():
        _raise_to_sum(theirs, region, cities, SUM_OF_PLACES)
    largest = [
        figure
        for place, figure in theirs.items()
        if place.kind == "region" or (place.kind == "city" and place.id not in regions)
    ]
    _raise_to_sum(theirs, COUNTRY, largest, SUM_OF_PLACES)


def _measures(measure: str) -> tuple[str, ...]:
    """Return the measures whose figures say something about one."""
    return DETAINED if measure == Measure.DETAINED else (measure,)


def _raise(figures: dict[_Key, Headline], key: _Key, figure: Headline) -> None:
    """Keep the larger number, and of equal ones what was printed as such."""
    known = figures.get(key)
    if known is None or _weight(figure) > _weight(known):
        figures[key] = figure


def _weight(figure: Headline) -> tuple[int, bool]:
    return figure.low, figure.kind == PRINTED


def _single(row: Row, measure: str) -> Headline:
    """Return one printed figure; a named list asked for as `detained` becomes "at least"."""
    listed = row.measure != measure
    quantity = Quantity(
        Qualifier.AT_LEAST.value if listed else row.qualifier,
        row.low,
        None if listed else row.high,
    )
    return Headline(
        low=row.low or 0,
        high=quantity.high,
        qualifier=quantity.qualifier,
        text=in_words(quantity),
        kind=NAMES_ON_LIST if listed else PRINTED,
        own_figure=True,
        organisation=row.organisation_slug,
        organisation_name=row.organisation_name,
        organisation_rank=row.organisation_rank,
        counts_towards_headlines=row.counts_towards_headlines,
        as_of=row.as_of,
        as_of_text=row.as_of_text,
        reported_count=row.id,
        source=row.source_id,
        basis=(row.id,),
    )


def _raise_to_sum(
    theirs: dict[Place, Headline], place: Place, parts: Collection[Headline], kind: str
) -> None:
    """Raise a place to the sum of its parts: "at least", whatever the parts said.

    A part may be missing from what the organisation counted, so no sum is ever exact; and a sum
    of nothing is no figure.
    """
    low = sum(part.low for part in parts)
    known = theirs.get(place)
    if low <= (known.low if known else 0):
        return
    quantity = Quantity(Qualifier.AT_LEAST.value, low, None)
    theirs[place] = replace(
        next(iter(parts)),
        low=low,
        high=None,
        qualifier=quantity.qualifier,
        text=in_words(quantity),
        kind=kind,
        own_figure=known is not None and known.own_figure,
        as_of=None,
        as_of_text="",
        reported_count=None,
        source=None,
        basis=tuple(sorted(identifier for part in parts for identifier in part.basis)),
    )
