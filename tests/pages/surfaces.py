"""One page of figures on its four surfaces: HTML, CSV, JSON and API."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.test import Client

from detentions.pages import tags
from detentions.pages.answers import harmless
from tests.pages.tree import Node, tree

Data = dict[str, Any]
Row = dict[str, str]
DETAINED = ("detained", "names_on_list")


@dataclass(frozen=True)
class Surfaces:
    """The same figures as a reader, a spreadsheet and a program get them."""

    pages: list[Node]  # a long table goes over several
    rows: list[Row]
    data: Data

    @property
    def page(self) -> Node:
        """The first page."""
        return self.pages[0]

    def lines(self, kind: str) -> list[Row]:
        """Return the rows of the CSV that are of one kind."""
        return [row for row in self.rows if row["line"] == kind]


def surfaces(client: Client, address: str, rule: str) -> Surfaces:
    """Read every surface of an address without its last stroke; JSON and API must be equal."""
    data = _get(client, f"{address}.json{rule}").json()
    assert _get(client, f"/api/v1/tallies{address}/{rule}").json() == data, address
    text = _get(client, f"{address}.csv{rule}").content.decode()
    pages = [tree(_get(client, f"{address}/{rule}").content.decode())]
    while following := _next_page(pages[-1]):
        pages.append(tree(_get(client, following).content.decode()))
    return Surfaces(pages, list(csv.DictReader(io.StringIO(text))), data)


def _get(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, address
    return response


def _next_page(page: Node) -> str:
    links = (link for link in page.every("a", rel="next") if link.text == "Next page →")
    return next((link.given["href"].partition("#")[0] for link in links), "")


def written(number: int | None) -> str:
    """A number as pages write it."""
    return "" if number is None else f"{number:,}"


def counted(number: int, one: str, more: str) -> str:
    """A number and its noun."""
    return f"{number:,} {one if number == 1 else more}"


def span(line: Mapping[str, Any]) -> str:
    """The range of a line as pages write it; empty where nobody gave a number."""
    lowest, highest = line["lowest"], line["highest"]
    if lowest is None:
        return ""
    return written(highest) if lowest == highest else f"{lowest:,}–{highest:,}"


def day(text: str, form: str = "%-d %b %Y") -> str:
    """A day as pages write it."""
    return dt.date.fromisoformat(text).strftime(form)


def moment(line: Mapping[str, Any], unknown: str) -> str:
    """When a figure stood, in a narrow cell."""
    at = line["as_of"] and dt.datetime.fromisoformat(line["as_of"])
    stood = SimpleNamespace(as_of=at, as_of_text=line["as_of_text"])
    return tags.short_moment(stood) or unknown


def documented(line: Mapping[str, Any]) -> str:
    """What the cell of documented detentions says."""
    found, rest = line["documented"], line.get("unnamed_remainder")
    people = counted(found["people"], "person", "people") if found["detentions"] else ""
    parts = (written(found["detentions"]), people, rest and f"{rest:,} not yet")
    return " ".join(part for part in parts if part)


def reported(line: Mapping[str, Any]) -> str:
    """What the cell of a line's leading figure says, where no printed figures stand beside it."""
    if headline := line["reported"]:
        return f"{headline['text']} {headline['organisation_name']}"
    if line["without_number"]:
        said = {"unquantified": "without a number", "none_reported": "none reported"}
        return ", ".join(said[word] for word in line["without_number"])
    if others := line["figures"]:
        return f"no leading figure, {others} other{'s' if others > 1 else ''}"
    return "no figure known"


def as_cells(line: Mapping[str, Any], names: Iterable[str], prefix: str = "") -> Row:
    """Some keys of a line as the CSV has them."""
    return {f"{prefix}{name}": as_cell(line[name]) for name in names}


def as_cell(value: Any) -> str:
    """A value of the JSON as a cell of the CSV."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(value)
    return "" if value is None else str(harmless(value))
