"""Compares each kind of line on the page of a day with the JSON of the same day."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from detentions.choices import ROLE_OF_GROUP, DetainedBy, Group, Measure, Role
from detentions.pages.tags import status
from tests.pages.surfaces import (
    DETAINED,
    Data,
    Surfaces,
    counted,
    day,
    documented,
    moment,
    reported,
    span,
    written,
)
from tests.pages.tree import Node

Figures = list[Data]
SILENT = "time not stated"


def of_page(data: Data) -> Figures:
    """Return every printed figure of the Sunday."""
    return data["reported"]["figures"] if data["reported"] else []


def own(data: Data) -> Figures:
    """Return the figures of everyone detained in the place of the page."""
    place = ("city", data["city"]) if "city" in data else ("country", "")
    return there(of_page(data), *place)


def there(figures: Figures, kind: str, place: str) -> Figures:
    """Return the figures of everyone detained in a place."""
    return [
        one
        for one in figures
        if (one["place_kind"], one["place"], one["group"]) == (kind, place, "everyone")
        and one["measure"] in DETAINED
    ]


def headline(seen: Surfaces) -> None:
    """The leading figure, whose it is, and when it stood; words that are no number without one."""
    block, whole = seen.page.first("div", css="headline"), seen.data["reported"]
    [figure] = block.texts("p", css="figure")
    leading = whole and whole["headline"]
    if not leading:
        assert not any(sign.isdigit() for sign in figure)
        return
    assert figure == leading["text"]
    assert block.first("p", css="says").first("strong").text == leading["organisation_name"]
    basis = block.first("p", css="aside")
    if leading["kind"].startswith("sum_of"):
        assert len(list(basis.every("a"))) == 1 + min(len(leading["basis"]), 12)
    else:
        assert (moment(leading, "not stated").split(" ")[0]) in basis.text


def facts(seen: Surfaces) -> None:
    """The range, the rivals, journalists, what is documented, and what has no record yet."""
    data, whole = seen.data, seen.data["reported"]
    block = seen.page.first("dl", css="facts")
    found = [(one.first("dt").text, one.first("dd").text) for one in block.every("div")]
    ranged = span(whole) if whole else ""
    expected = [("Range of the organisations’ figures", ranged or "no numbers")]
    expected += list(_rivals(data))
    for group in data["groups"]:
        if group["group"] == "journalists":
            said = group["reported"]
            text = f"{said['text']} reported" if said else "no number reported"
            text += f", {group['documented']:,} documented" if group["documented"] else ""
            expected.append(("Journalists", text))
    detentions = counted(data["documented"]["detentions"], "detention", "detentions")
    people = counted(data["documented"]["people"], "person", "people")
    expected.append(("Documented here", f"{detentions}, {people}"))
    if data["unnamed_remainder"] is not None:
        expected.append(("Reported without a record here yet", written(data["unnamed_remainder"])))
    assert [name for name, _text in found] == [name for name, _text in expected]
    for (_name, text), (name, begins) in zip(found, expected, strict=True):
        assert f"{text} ".startswith(f"{begins} "), name


def _rivals(data: Data) -> Iterable[tuple[str, str]]:
    whole = data["reported"] or {"headline": None, "organisations": [], "figures": []}
    leading = whole["headline"]["organisation"] if whole["headline"] else ""
    printed = {one["id"]: one for one in whole["figures"]}
    for one in [one for one in whole["organisations"] if one["organisation"] != leading][:5]:
        single = one["reported_count"] is None and len(one["basis"]) == 1
        shown = printed[one["basis"][0]] if single else one
        elsewhere = shown.get("place_name") and shown["place"] != data.get("city")
        place = f", for {shown['place_name']}" if elsewhere else ""
        yield f"{shown['organisation_name']}{place}", shown["text"]


def ledgers(seen: Surfaces) -> None:
    """Every organisation with what its figures come to, and each figure as it was given."""
    section = seen.page.section("figures")
    whole = seen.data["reported"] or {"organisations": []}
    figures = {one["id"]: one for one in own(seen.data)}
    upshots = {one["organisation_name"]: one["text"] for one in whole["organisations"]}
    names = list(dict.fromkeys([*upshots, *(one["organisation_name"] for one in own(seen.data))]))
    captions = [f"{name}: {upshots[name]}" if name in upshots else name for name in names]
    assert section.texts("h3") == captions
    shown = []
    for name, table in zip(names, section.every("table", css="ledger"), strict=True):
        for row in table.every("tr", css=""):
            if key := row.given.get("id", "").removeprefix("f-"):
                shown.append(key)
                assert figures[key]["organisation_name"] == name
                _ledger_row(row, figures[key])
    rest = [int(one.text.split()[0]) for one in section.every("p", css="aside")]
    assert len(shown) + sum(rest) == len(figures)
    assert {key for key, one in figures.items() if one["current"]} <= set(shown)
    assert shown == [key for name in names for key in _in_order(figures, name) if key in shown]


def _in_order(figures: dict[str, Data], name: str) -> list[str]:
    return [key for key, one in figures.items() if one["organisation_name"] == name]


def _ledger_row(row: Node, figure: Data) -> None:
    when, number, words = (cell for cell in row.held if isinstance(cell, Node))
    assert when.text == moment(figure, SILENT)
    assert number.first("strong").text == figure["text"]
    assert number.texts("span", css="tag") == standing(figure)
    assert ("names on a list" in number.text) == (figure["measure"] == "names_on_list")
    assert words.first("q").text == figure["phrase"]


def standing(figure: Data) -> list[str]:
    """Return how a figure is marked."""
    if figure["current"]:
        return ["current"]
    return ["replaced"] if figure["superseded"] else []


def printed(cell: Node, figures: Figures) -> None:
    """Each printed figure in a cell as it stands in the JSON; those left out are counted."""
    known, shown, rest = {one["id"]: one for one in figures}, 0, 0
    for item in cell.every("li"):
        key = item.given.get("id", "").removeprefix("f-")
        if not key:
            rest += int(item.text.split()[0].replace(",", ""))
            continue
        shown += 1
        figure, aside = known[key], item.first("span", css="aside").text
        said = item.first("q").text if figure["phrase"] else item.first("span", css="value").text
        assert said == (figure["phrase"] or figure["text"])
        assert item.texts("span", css="tag") == standing(figure)
        assert aside.startswith(f"{figure['organisation_name']}, ")
        assert moment(figure, SILENT) in aside
    assert shown + rest == len(figures)


def leading(cell: Node, line: Data, figures: Figures, silent: str = "") -> None:
    """The figure that leads a cell, and the printed ones below it."""
    if line["reported"]:
        assert cell.first("strong").text == line["reported"]["text"]
        named = cell.head.removeprefix(line["reported"]["text"]).strip()
        assert named in ("", line["reported"]["organisation_name"])
        assert named or len(figures) == 1
    else:
        assert cell.head == ("" if figures else silent or reported(line))
    printed(cell, figures)


def groups(seen: Surfaces) -> None:
    """Each group as reported and as documented."""
    rows = seen.page.section("groups").rows()
    lines = seen.data["groups"]
    of_roles = {line["role"]: line["documented"] for line in seen.data["roles"]}
    assert [row[0].text for row in rows] == [_capital(Group, line["group"]) for line in lines]
    for (_name, said, kept), line in zip(rows, lines, strict=True):
        theirs = [
            one
            for one in of_page(seen.data)
            if one["group"] == line["group"] and one["measure"] in DETAINED
        ]
        leading(said, line, theirs, "no figure known")
        numbers = {"detentions": line["documented"], "people": line["people"]}
        if role := ROLE_OF_GROUP.get(Group(line["group"])):
            none = {"detentions": 0, "people": 0}
            assert numbers == of_roles.get(role, none)
        known = line["documented"] is not None
        assert kept.text == (documented({"documented": numbers}) if known else "not kept")


def measures(seen: Surfaces) -> None:
    """Each other measure, with each organisation's number of everyone."""
    found = [one for one in of_page(seen.data) if one["measure"] not in DETAINED]
    kinds = [(measure, group) for measure in Measure.values for group in Group.values]
    kinds = [kind for kind in kinds if any(_kind(one) == kind for one in found)]
    rows = seen.page.section("measures").rows()
    upshots = {line["measure"]: line["organisations"] for line in seen.data["measures"]}
    for (name, cell), kind in zip(rows, kinds, strict=True):
        measure, group = kind
        label = _capital(Measure, measure)
        assert name.text == (label if group == "everyone" else f"{label}, {Group(group).label}")
        theirs = upshots[measure] if group == "everyone" else []
        assert cell.texts("strong") == [one["text"] for one in theirs]
        assert cell.texts("span", css="sub") == [one["organisation_name"] for one in theirs]
        printed(cell, [one for one in found if _kind(one) == kind])


def _kind(figure: Data) -> tuple[str, str]:
    return figure["measure"], figure["group"]


def _capital(vocabulary: Callable[[str], Measure | Group | Role | DetainedBy], value: str) -> str:
    label = str(vocabulary(value).label)
    return label[:1].upper() + label[1:]


def breakdowns(seen: Surfaces) -> None:
    """Outcomes, who detained them, and who they were."""
    section = seen.page.section("documented")
    tables = {table.first("h3").text: table.rows() for table in section.every("table")}
    found = {name: [[cell.text for cell in row] for row in rows] for name, rows in tables.items()}
    data, expected = seen.data, {}
    if data["outcomes"]:
        expected["What became of the people"] = [
            [status(line["status"]), written(line["detentions"])] for line in data["outcomes"]
        ]
    for title, key, kind, words in (
        ("Who detained them", "detained_by", "detained_by", DetainedBy),
        ("Who they were at the time", "roles", "role", Role),
    ):
        lines = [
            [_capital(words, line[kind]), *map(written, line["documented"].values())]
            for line in data[key]
        ]
        expected |= {title: lines} if lines else {}
    assert found == expected


def week(seen: Surfaces) -> None:
    """Each day of the week, and what is documented of the whole."""
    section, data = seen.page.section("week"), seen.data["week"]
    rows = section.rows()
    for (name, said, kept), line in zip(rows, data["days"], strict=True):
        events = counted(line["events"], "event", "events") if line["events"] else ""
        assert name.text == f"{day(line['date'], '%a %-d %b')} {events}".strip()
        assert kept.text == documented(line)
        if line["date"] == seen.data["sunday"]:
            assert said.text == reported(line)
        else:
            _day_before(said, line)
    [[_name, kept]] = section.rows("tfoot")
    assert kept.text == documented(data)


def _day_before(said: Node, line: Data) -> None:
    number = said.head.partition(" ")[0] and said.head
    if line["reported"]:
        text = line["reported"]["text"]
        assert number in (text, f"{text} {line['reported']['organisation_name']}")
    else:
        assert said.head == ("" if line["figures"] else "no figure known")
    printed(said, line["printed"])
    assert len(list(said.every("p", css="note"))) == len(line["contradictions"])
