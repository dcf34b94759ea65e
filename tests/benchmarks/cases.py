"""What is compared, and how good it has to be."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.benchmarks.client import Request, get
from tests.benchmarks.middleware import CONSTANT
from tests.benchmarks.rounds import Comparison, Goal

GROWTH = Goal("at most", 1.2)
SPEED = Goal("at least", 0.5)
SUNDAYS = 25
PAGES = 10
INDEX = "/sundays/"
SUNDAY, SUNDAY_INDEX = "one Sunday's page", "the index of Sundays"
LIST, LATER = "API list of detentions", "API list from its middle on"
PROMISED = (SUNDAY, SUNDAY_INDEX, LIST, LATER)
# As many as every Sunday has at the smaller size, so that the lists are equally long.
OF_A_SUNDAY = "page_size=25"


@dataclass(frozen=True)
class Site:
    """One served database: addresses that are asked for in turn, by what they are called."""

    port: int
    paths: Mapping[str, Sequence[str]]

    def requests(self, name: str, prefix: str = "") -> list[Request]:
        """Return the requests of one name."""
        return [Request(self.port, prefix + path) for path in self.paths[name]]


def site(port: int) -> Site:
    """Find the addresses: Sundays spread over all, and what the site's own answers name."""
    index = _json(port, "/sundays.json")
    lines = [line for line in index["sundays"] if line["documented"]["detentions"]]
    days = [line["sunday"] for line in lines[:: max(1, len(lines) // SUNDAYS)]]
    cities = _json(port, "/cities.json")["cities"]
    capital = max(cities, key=lambda city: city["documented"]["detentions"])["city"]
    middle = _json(port, "/api/v1/status/")["data_version"] // 2
    listed = "/api/v1/detentions/?page_size=100"
    records = _json(port, f"{listed}&changed_after={middle}")["results"][:SUNDAYS]
    paths = {
        SUNDAY: [f"/sundays/{day}/" for day in days],
        SUNDAY_INDEX: [INDEX],
        LIST: _followed(port, listed),
        LATER: _followed(port, f"{listed}&changed_after={middle}"),
        "API list of one Sunday": [
            f"/api/v1/detentions/?sunday={day}&{OF_A_SUNDAY}" for day in days
        ],
        "API list of the capital": _followed(port, f"{listed}&city={capital}"),
        "the first page": ["/"],
        "the capital on one Sunday": [f"/sundays/{day}/{capital}/" for day in days],
        "the index of cities": ["/cities/"],
        "the capital's page": [f"/cities/{capital}/"],
        "the matrix": ["/matrix/"],
        "the page of detentions": ["/detentions/"],
        "one detention's page": [f"/detentions/{record['id']}/" for record in records],
    }
    return Site(port, paths)


def growth(small: Site, large: Site) -> list[Comparison]:
    """Compare what an answer costs at both sizes, none of it remembered.

    The goal is set for the answers that everybody asks for; the others are told beside them.
    """
    return [
        Comparison(
            f"{name}: cost at the large size / at the small",
            small.requests(name),
            large.requests(name),
            GROWTH if name in PROMISED else None,
        )
        for name in small.paths
    ]


def remembered(large: Site) -> list[Comparison]:
    """Compare remembered answers, and 304, with a view that returns as many bytes."""
    found = []
    for name in (SUNDAY, SUNDAY_INDEX, LIST):
        request = large.requests(name)[0]
        answer = get(request)
        constant = [Request(large.port, f"{CONSTANT}{len(answer.body)}/")]
        empty = [Request(large.port, f"{CONSTANT}0/")]
        unchanged = replace(request, status=304, etag=answer.header("ETag"))
        found += [
            Comparison(f"{name}, remembered: speed / a constant's", [request], constant, SPEED),
            Comparison(f"{name}, 304: speed / an empty constant's", [unchanged], empty, SPEED),
        ]
    return found


def control(small: Site, large: Site) -> list[Comparison]:
    """Compare counting by grouping the records with reading the tally table.

    Raises ValueError where the two do not give the same counts.
    """
    found = []
    for name, pages in (("one Sunday", SUNDAY), ("all Sundays", SUNDAY_INDEX)):
        grouped, tallied = large.requests(pages, "/grouped"), large.requests(pages, "/tallied")
        for ways in zip(grouped, tallied, strict=True):
            if len({get(way).body for way in ways}) > 1:
                raise ValueError(f"{ways[0].path} and {ways[1].path} count differently")
        found += [
            Comparison(f"{name}: cost of grouping / of reading the table", tallied, grouped),
            Comparison(
                f"{name} by grouping: cost at the large size / at the small",
                small.requests(pages, "/grouped"),
                grouped,
            ),
            Comparison(
                f"{name} from the table: cost at the large size / at the small",
                small.requests(pages, "/tallied"),
                tallied,
            ),
        ]
    return found


def _followed(port: int, path: str) -> list[str]:
    """Return a list's address and those of the pages after it."""
    found = [path]
    while len(found) < PAGES:
        following = _json(port, found[-1])["next"]
        if not following:
            break
        found.append("/" + following.split("/", 3)[3] if "://" in following else following)
    return found


def _json(port: int, path: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(get(Request(port, path)).body)
    return answer
