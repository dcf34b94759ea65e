"""The events of the demonstration, and how sources numbered their Sundays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.text import slugify

from detentions.choices import EventKind, Script
from detentions.demo import carried
from detentions.demo.carried import Staff
from detentions.demo.documents import Documents
from detentions.entry import Batch, Proposal
from detentions.models import City, Event, EventSeries
from detentions.models.base import Record
from detentions.names import script_of

SERIES = "sunday-marches"
_SUNDAYS, _ORDINALS, _FACTS = (
    *("belarus_2020_sundays.csv", "belarus_2020_ordinals.csv"),
    "facts.json",
)
_CAPITAL = "minsk"
_FIRST_NUMBERED = "n_if_first_is_16_aug"


class _Spot(NamedTuple):
    city: str
    date: str


def load_gatherings(staff: Staff) -> None:
    """Enter the series, the Sundays' marches under every printed name, and the article's events."""
    facts = carried.document(_FACTS)
    with carried.batch(staff, "events", _SUNDAYS) as batch:
        documents = Documents(batch)
        article = documents.without_address(**facts["source"])
        series = _series(batch, documents, facts, article)
        cities = {city.slug: city for city in City.objects.filter(slug__in=_cities(facts))}
        for spot, about in _events(documents, facts, article).items():
            slug = slug_of(spot, about["name"])
            if not Event.objects.filter(slug=slug).exists():
                batch.create([_proposal(slug, spot, about, cities, series)])


def slug_of(spot: tuple[str, str], name: str) -> str:
    """Return the name in addresses of an event: date, city, name."""
    city, date = spot
    return f"{date}-{city}-{slugify(name)}"


def _series(
    batch: Batch, documents: Documents, facts: Mapping[str, Any], article: Record
) -> Record:
    printed = [
        {
            "date": row["event_date"],
            "phrase": row["printed_gloss"],
            "source": documents.at(row["url"], row["publisher"]),
        }
        for row in carried.rows(_ORDINALS)
    ]
    printed += [
        {"date": one["date"], "phrase": one["phrase"], "source": article}
        for one in facts["ordinals"]
    ]
    first = next(row["date"] for row in carried.rows(_SUNDAYS) if row[_FIRST_NUMBERED] == "1")
    values = {"slug": SERIES, "name": "Sunday marches", "weekday": 6, "first_date": first}
    if there := EventSeries.objects.filter(slug=SERIES).first():
        return there
    (created,) = batch.create([Proposal(EventSeries, values, {"printed_ordinals": printed})])
    return created


def _events(
    documents: Documents, facts: Mapping[str, Any], article: Record
) -> dict[_Spot, dict[str, Any]]:
    """Return what is known of each event: the article's words over those of the list of names."""
    found: dict[_Spot, dict[str, Any]] = {}
    for date, listed in _by_date().items():
        shown = listed[0]["event_name_printed"]
        names = [(row["event_name_printed"], documents.at(row["event_name_url"])) for row in listed]
        found[_Spot(_CAPITAL, date)] = {
            "name": shown[:1].upper() + shown[1:],
            "kind": EventKind.MARCH if listed[0][_FIRST_NUMBERED] else EventKind.OTHER,
            "in_series": bool(listed[0][_FIRST_NUMBERED]),
            "names": names,
            "sources": [source for _name, source in names],
        }
    for about in facts["events"]:
        spot = _Spot(about["city"], about["date"])
        known = found.get(spot, {"names": [], "sources": []})
        others = [documents.at(url) for url in about.get("also_in", ())]
        found[spot] = {
            **known,
            **about,
            "names": [(about["name"], article), *known["names"]] if known["names"] else [],
            "sources": [article, *known["sources"], *others],
        }
    return found


def _by_date() -> Mapping[str, list[dict[str, str]]]:
    listed: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in carried.rows(_SUNDAYS):
        listed[row["date"]].append(row)
    return listed


def _proposal(
    slug: str, spot: _Spot, about: Mapping[str, Any], cities: Mapping[str, City], series: Record
) -> Proposal:
    values = {
        "slug": slug,
        "name": about["name"],
        "kind": about["kind"],
        "series": series if about["in_series"] else None,
        "city": cities[spot.city],
        "date": spot.date,
        "description": about.get("description", ""),
        "status": about.get("status", ""),
    }
    sources = {source.pk: source for source in about["sources"]}
    parts = {
        "names": list(_names(about)),
        "circumstances": about.get("circumstances", ()),
        "citations": [{"source": source} for source in sources.values()],
    }
    return Proposal(Event, values, parts)


def _names(about: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name, source in about["names"]:
        language = "ru" if script_of(name) == Script.CYRILLIC else "en"
        yield {"name": name, "language": language, "source": source}


def _cities(facts: Mapping[str, Any]) -> set[str]:
    return {_CAPITAL, *(about["city"] for about in facts["events"])}
