"""What holds for any figures whatever: floors, ranges, and that order never matters."""

from datetime import UTC, date, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from detentions.choices import Group, Measure, Qualifier
from detentions.tallies.estimates import Day
from detentions.tallies.ledger import COUNTRY, Place, Row
from detentions.tallies.rules import Rule

_REGIONS = {"minsk": "HM", "homel": "HO", "zhlobin": "HO", "nowhere": None}
_DETAINED, _EVERYONE = Measure.DETAINED.value, Group.EVERYONE.value


@st.composite
def figures(draw: st.DrawFn) -> Row:
    organisation = draw(st.integers(1, 3))
    city = draw(st.sampled_from([None, *_REGIONS]))
    region = None if city else draw(st.sampled_from([None, "HM", "HO", "area"]))
    low = draw(st.none() | st.integers(0, 50))
    return Row(
        id=draw(st.uuids()).hex,
        organisation_slug=f"organisation-{organisation}",
        organisation_name=f"Organisation {organisation}",
        organisation_rank=organisation,
        counts_towards_headlines=organisation < 3,
        source_id="source",
        date=date(2020, 11, 8),
        city_id=city,
        city_region_id=_REGIONS[city] if city else None,
        region_id=region,
        region_kind="" if region is None else "area" if region == "area" else "region",
        event_id=draw(st.sampled_from([None, None, "march", "rally"])) if city else None,
        measure=draw(st.sampled_from([_DETAINED, Measure.NAMES_ON_LIST.value])),
        group=_EVERYONE,
        qualifier=(Qualifier.UNQUANTIFIED if low is None else Qualifier.EXACTLY).value,
        low=low,
        high=low,
        as_of=draw(st.none() | st.just(datetime(2020, 11, 9, tzinfo=UTC))),
        as_of_text="",
        superseded=draw(st.booleans()),
    )


DAYS = st.lists(figures(), max_size=15, unique_by=lambda row: row.id)


@given(DAYS)
def test_no_organisations_larger_place_is_below_the_sum_of_its_smaller_ones(
    rows: list[Row],
) -> None:
    places = Day(rows).places(_DETAINED, _EVERYONE)
    for organisation in {row.organisation_slug for row in rows}:
        theirs = {place: found.get(organisation) for place, found in places.items()}
        low = {place: figure.low for place, figure in theirs.items() if figure}
        cities = {place.id: number for place, number in low.items() if place.kind == "city"}
        for region in ("HM", "HO"):
            parts = sum(number for city, number in cities.items() if _REGIONS[city] == region)
            assert low.get(Place("region", region), 0) >= parts
        regions = sum(low.get(Place("region", region), 0) for region in ("HM", "HO"))
        assert low.get(COUNTRY, 0) >= regions + cities.get("nowhere", 0)


@given(DAYS)
def test_the_headline_is_the_largest_figure_and_lies_within_the_range(rows: list[Row]) -> None:
    day = Day(rows)
    for place, figures_there in day.places(_DETAINED, _EVERYONE).items():
        summary = day.summary(place, Rule())
        counting = [one.low for one in figures_there.values() if one.counts_towards_headlines]
        if summary.headline is None:
            assert not counting
            continue
        assert summary.headline.low == max(counting)
        assert summary.lowest is not None
        assert summary.highest is not None
        assert summary.lowest <= summary.headline.low <= summary.highest
        lowest = day.summary(place, Rule("lowest")).headline
        assert lowest
        assert lowest.low == summary.lowest


@given(DAYS, st.integers(0, 1000))
def test_the_order_in_which_figures_are_read_never_matters(rows: list[Row], seed: int) -> None:
    shuffled = list(rows)
    Random(seed).shuffle(shuffled)
    first, second = Day(rows), Day(shuffled)
    assert first.summary(COUNTRY, Rule()) == second.summary(COUNTRY, Rule())
    assert first.cities(Rule()) == second.cities(Rule())
    assert first.unallocated(Rule()) == second.unallocated(Rule())


@given(DAYS)
def test_every_number_rests_on_published_figures_that_nothing_supersedes(rows: list[Row]) -> None:
    standing = {row.id: row for row in rows if not row.superseded}
    for found in Day(rows).places(_DETAINED, _EVERYONE).values():
        for figure in found.values():
            assert set(figure.basis) <= standing.keys()
            assert {standing[one].organisation_slug for one in figure.basis} == {
                figure.organisation
            }
            assert sum(standing[one].low or 0 for one in figure.basis) == figure.low
