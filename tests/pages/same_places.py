"""Compares what the page of a day says of cities, regions, events and contradictions."""

from __future__ import annotations

from itertools import chain

from detentions.choices import Measure
from tests.pages.same_day import leading, of_page, standing, there
from tests.pages.surfaces import Data, Surfaces, documented, written
from tests.pages.tree import Node


def cities(seen: Surfaces) -> None:
    """Every city of a Sunday, on whichever page of the list, and what no city accounts for."""
    data = seen.data
    rows = list(chain.from_iterable(page.section("cities").rows() for page in seen.pages))
    rest = [row for row in rows if row[0].text == "Not allocated to a city"]
    rows = [row for row in rows if row not in rest]
    assert [row[0].text for row in rows] == [line["name"] for line in data["cities"]]
    for (_name, said, kept), line in zip(rows, data["cities"], strict=True):
        leading(said, line, there(of_page(data), "city", line["city"]))
        assert kept.text == documented(line)
    if data["unallocated"] and data["cities"]:
        [[_name, number, _nothing]] = rest
        assert number.first("span", css="value").text == written(data["unallocated"])
    else:
        assert rest == []
    if data["unallocated"] and not data["cities"]:
        words = f"Not allocated to a city: {written(data['unallocated'])}."
        assert words in seen.page.section("cities").text


def regions(seen: Surfaces) -> None:
    """Every region and other area of a Sunday."""
    rows, lines = seen.page.section("regions").rows(), seen.data["regions"]
    assert [row[0].text for row in rows] == [line["name"] for line in lines]
    for (_name, said, kept), line in zip(rows, lines, strict=True):
        leading(said, line, there(of_page(seen.data), line["kind"], line["region"]))
        known = line["detentions"] is not None
        assert kept.text == (written(line["detentions"]) if known else "not kept")


def events(seen: Surfaces) -> None:
    """The first events of a day, each with the figures about it alone."""
    lines = seen.data["events"][:6]
    section = seen.page.section("events")
    items = [item for item in section.every("li") if list(item.every("h3"))]
    assert [item.first("h3").text for item in items] == [line["name"] for line in lines]
    for item, line in zip(items, lines, strict=True):
        theirs = [one for one in of_page(seen.data) if one["event"] == line["slug"]]
        shown = [one for one in item.every("li") if list(one.every("span", css="aside"))]
        rest = sum(int(one.text.split()[0]) for one in item.every("li", css="aside"))
        assert len(shown) + rest == len(theirs)
        for one in shown:
            assert any(_says(one, figure) for figure in theirs), one.text


def _says(item: Node, figure: Data) -> bool:
    label = str(Measure(figure["measure"]).label)
    said = item.first("q").text if figure["phrase"] else item.first("span", css="value").text
    return (
        item.first("strong").text.startswith(label[:1].upper() + label[1:])
        and said == (figure["phrase"] or figure["text"])
        and item.texts("span", css="tag") == standing(figure)
        and item.first("span", css="aside").text.startswith(f"{figure['organisation_name']}, ")
    )


def contradictions(seen: Surfaces) -> None:
    """Every number that contradicts another, in the words of the JSON."""
    days = seen.data["week"]["days"]
    found = [*seen.data["contradictions"], *chain.from_iterable(_before(days))]
    notes = seen.page.texts("p", css="note")
    assert len(notes) == len(found)
    for note, line in zip(notes, found, strict=True):
        assert line["sentence"] in note


def _before(days: list[Data]) -> list[list[Data]]:
    return [line["contradictions"] for line in days[:-1]]
