"""Numbers of one day that cannot all be right, and flags for staff (rules 7 to 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detentions.tallies.ledger import COUNTRY
from detentions.tallies.lines import Contradiction, GroupLine, Headline
from detentions.tallies.picture import Picture
from detentions.tallies.sentences import (
    CITIES_ABOVE_COUNTRY,
    DOCUMENTED_ABOVE_REPORTED,
    GROUP_DOCUMENTED_ABOVE_REPORTED,
)


def contradictions(picture: Picture, groups: Iterable[GroupLine]) -> Iterator[Contradiction]:
    """Yield those of a place and day; `groups` are the lines of that place and day."""
    if picture.place == COUNTRY:
        yield from _cities_above_country(picture)
    yield from _documented_above_reported(picture, groups)


def _cities_above_country(picture: Picture) -> Iterator[Contradiction]:
    """Yield the cities adding up to more than the country (rule 7)."""
    country = picture.figures.summary(COUNTRY, picture.rule).headline
    rest = picture.figures.remainder_of_country(picture.rule)
    if country and rest is not None and rest < 0:
        yield Contradiction(
            code=CITIES_ABOVE_COUNTRY,
            place_kind=COUNTRY.kind,
            place="",
            place_name="",
            values={"cities": country.low - rest, "country": country.text},
        )


def _documented_above_reported(
    picture: Picture, groups: Iterable[GroupLine]
) -> Iterator[Contradiction]:
    """Yield where more is documented at the place than was reported (rules 8 and 9)."""
    everyone = picture.figures.summary(picture.place, picture.rule).headline
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
