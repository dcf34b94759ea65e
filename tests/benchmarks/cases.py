"""What is compared, and how good it has to be."""

from __future__ import annotations

import json
from collections.abc import Sequence
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


@dataclass(frozen=True)
class Site:
    """Addresses of one loaded database that are asked for in turn."""

    port: int
    sundays: Sequence[str]
    detentions: Sequence[str]
    later_detentions: Sequence[str]


def site(port: int) -> Site:
    """Find the addresses: Sundays spread over all, and pages of the API's list by its own links."""
    index = _json(port, "/sundays.json")
    days = [line["sunday"] for line in index["sundays"] if line["documented"]["detentions"]]
    middle = _json(port, "/api/v1/status/")["data_version"] // 2
    listed = "/api/v1/detentions/?page_size=100"
    return Site(
        port=port,
        sundays=[f"/sundays/{day}/" for day in days[:: max(1, len(days) // SUNDAYS)]],
        detentions=_followed(port, listed),
        later_detentions=_followed(port, f"{listed}&changed_after={middle}"),
    )


def growth(small: Site, large: Site) -> list[Comparison]:
    """Compare what an answer costs at both sizes, none of it remembered."""
    named = {
        "one Sunday's page": (small.sundays, large.sundays),
        "the index of Sundays": ([INDEX], [INDEX]),
        "API list of detentions": (small.detentions, large.detentions),
        "API list from its middle on": (small.later_detentions, large.later_detentions),
    }
    return [
        Comparison(
            f"{name}: cost at the large size / at the small",
            _all(small.port, few),
            _all(large.port, many),
            GROWTH,
        )
        for name, (few, many) in named.items()
    ]


def remembered(large: Site) -> list[Comparison]:
    """Compare remembered answers, and 304, with a view that returns as many bytes."""
    found = []
    named = {
        "one Sunday's page": large.sundays[0],
        "the index of Sundays": INDEX,
        "API list of detentions": large.detentions[0],
    }
    for name, path in named.items():
        request = Request(large.port, path)
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
    for name, paths in (("one Sunday", large.sundays), ("all Sundays", [INDEX])):
        grouped = [f"/grouped{path}" for path in paths]
        tallied = [f"/tallied{path}" for path in paths]
        for ways in zip(_all(large.port, grouped), _all(large.port, tallied), strict=True):
            if len({get(way).body for way in ways}) > 1:
                raise ValueError(f"{ways[0].path} and {ways[1].path} count differently")
        found += [
            Comparison(
                f"{name}: cost of grouping / of reading the table, large",
                _all(large.port, tallied),
                _all(large.port, grouped),
            ),
            Comparison(
                f"{name} by grouping: cost at the large size / at the small",
                _all(small.port, grouped),
                _all(large.port, grouped),
            ),
            Comparison(
                f"{name} from the table: cost at the large size / at the small",
                _all(small.port, tallied),
                _all(large.port, tallied),
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


def _all(port: int, paths: Sequence[str]) -> list[Request]:
    return [Request(port, path) for path in paths]


def _json(port: int, path: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(get(Request(port, path)).body)
    return answer
