"""The lines that the shapes are made of: one organisation, place, group, event or source each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from detentions.choices import Group
from detentions.tallies.sentences import SENTENCES


@dataclass(frozen=True, slots=True)
class Documented:
    """Published detentions here, and the different people among them (rules 1 and 2)."""

    detentions: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Headline:
    """What one organisation's figures support for one place, day, measure and group (rule 4).

    `kind` tells what the number is: `printed`; `names_on_list`, a named list read as "at least";
    `sum_of_places` or `sum_of_events`, the organisation's own smaller figures added up. A sum has
    no `reported_count`, `source` or `as_of` of its own: `basis` names the figures it rests on.
    `own_figure`: whether the organisation gave any number for this very place.
    """

    low: int
    high: int | None
    qualifier: str
    text: str
    kind: str
    own_figure: bool
    organisation: str
    organisation_name: str
    organisation_rank: int
    counts_towards_headlines: bool
    as_of: dt.datetime | None
    as_of_text: str
    reported_count: str | None
    source: str | None
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure as printed. `current`: its organisation's figure there (rule 3)."""

    id: str
    organisation: str
    organisation_name: str
    organisation_rank: int
    counts_towards_headlines: bool
    current: bool
    superseded: bool
    supersedes: str | None
    date: dt.date
    place_kind: str  # country, region, area or city
    place: str  # slug; empty for the country
    place_name: str
    event: str  # slug; empty where the figure is about the whole day
    event_name: str
    measure: str
    group: str
    qualifier: str
    low: int | None
    high: int | None
    text: str
    phrase: str
    language: str
    as_of: dt.datetime | None
    as_of_precision: str
    as_of_text: str
    remark: str
    source: str | None  # None of a confidential one
    source_title: str
    source_url: str
    source_confidential: bool
    publisher_name: str
    origin_name: str  # whom that source repeats
    locator: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Reported figures of one place, day, measure and group in short.

    `headline` is None where no organisation that the rule in force looks at gave a number.
    `lowest` and `highest` are bounds over all organisations that count towards headlines.
    `without_number` names how others spoke of it: `unquantified`, `none_reported`.
    """

    headline: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reported:
    """Reported figures of one place and day in full: rivals side by side (rule 5)."""

    headline: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    organisations: tuple[Headline, ...]  # one an organisation, by rank, `detained`, everyone
    figures: tuple[Figure, ...]  # every figure of the day: all places, measures and groups


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure of the place and day, for everyone; measures are never mixed (rule 6)."""

    measure: str
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    organisations: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """People of one group reported detained, and detentions documented of it (rule 9).

    `documented` and `people` are None for a group that records do not tell apart.
    """

    group: str
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    documented: int | None
    people: int | None


@dataclass(frozen=True, slots=True)
class RegionLine:
    """One region of the country, or another area (`kind` "area"), which no sum contains.

    `figures` are all about it or its cities, of whatever measure and group.
    """

    region: str
    name: str
    code: str
    kind: str
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    detentions: int | None  # documented; None for an area
    figures: int


@dataclass(frozen=True, slots=True)
class CityLine:
    """One city on one day: anything published about it there."""

    city: str
    name: str
    region: str
    region_name: str
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]
    documented: Documented
    unnamed_remainder: int | None
    events: int
    figures: int


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Documented detentions of people who were this at the time; one may be several."""

    role: str
    documented: Documented


@dataclass(frozen=True, slots=True)
class DetainedByLine:
    """Documented detentions by who carried them out."""

    detained_by: str
    documented: Documented


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """Documented detentions by status; since when it stands, each detention itself tells."""

    status: str
    detentions: int


@dataclass(frozen=True, slots=True)
class EventLine:
    """One gathering, with what was reported for it alone."""

    id: str
    slug: str
    name: str
    kind: str
    authorisation: str
    city: str
    city_name: str
    place_detail: str
    date: dt.date
    start_time: dt.time | None
    end_date: dt.date | None
    end_time: dt.time | None
    reported: Headline | None
    lowest: int | None
    highest: int | None
    without_number: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source that the page's figures and events rest on (rule 15)."""

    id: str
    title: str
    publisher: str
    publisher_name: str
    kind: str
    language: str
    url: str
    archived_url: str
    published_on: dt.date | None
    accessed_on: dt.date | None
    derived_from: str | None
    origin_name: str  # whom that source repeats


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Numbers that cannot all be right, or a flag for staff (rules 7 to 9)."""

    code: str
    place_kind: str  # country or city
    place: str  # slug; empty for the country
    place_name: str
    values: Mapping[str, int | str]

    @property
    def sentence(self) -> str:
        """The contradiction in the reader's language."""
        words: dict[str, object] = {"place": self.place_name or gettext("Whole country")}
        words |= self.values
        if "group" in self.values:
            words["group"] = Group(str(self.values["group"])).label
        return gettext(SENTENCES[self.code]) % words
