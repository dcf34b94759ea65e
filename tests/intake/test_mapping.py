"""Saved mappings: the shipped ones hold together, and a wrong one is refused by its key."""

import json
from pathlib import Path
from typing import Any

import pytest

from detentions.intake import READERS, UnusableError
from detentions.intake.layout import Layout
from detentions.intake.mapping import FIELD_KEYS, NUMBER_KEYS, SHIPPED, TOP_KEYS, load
from tests.intake.files import COUNT_COLUMNS, bring_in

GOOD: dict[str, Any] = {
    "kind": "events",
    "fields": {"date": "day", "city": "town", "name": {"template": "[{what} in ]{town}"}},
}


def _mapping(tmp_path: Path, **changes: Any) -> str:
    path = tmp_path / "own.json"
    path.write_text(json.dumps({**GOOD, **changes}), encoding="utf-8")
    return str(path)


def test_every_shipped_mapping_is_of_a_kind_and_has_its_fields() -> None:
    names = sorted(path.stem for path in SHIPPED.glob("*.json"))
    assert {"belarus-counts", "belarus-places", "ccc", "ovd-info"} <= set(names)
    for name in names:
        mapping = load(name)
        assert mapping.name == name
        fields = READERS[mapping.kind].fields
        assert set(mapping.fields) <= set(fields)
        assert {field for field, required in fields.items() if required} <= set(mapping.fields)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colums": {}}, "unknown key colums"),
        ({"fields": {"date": {"colum": "day"}}}, "unknown key colum"),
        ({"fields": {"date": {"values": {}}}}, "exactly one of column"),
        ({"fields": {"date": {"column": "a", "constant": "b"}}}, "exactly one of column"),
        ({"places": "guess"}, "places is 'guess'"),
        ({"delimiter": "::"}, "delimiter"),
        ({"number": {"column": "n", "unreadable": "zero"}}, "number.unreadable"),
        ({"kind": ""}, "needs “kind”"),
        ({"fields": ["date"]}, "docs/intake.md"),
    ],
)
def test_a_wrong_mapping_is_refused_by_its_key(
    tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    with pytest.raises(UnusableError) as refused:
        load(_mapping(tmp_path, **changes))
    assert said in str(refused.value)


def test_a_mapping_that_is_no_json_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(UnusableError, match="is not JSON"):
        load(str(path))
    with pytest.raises(UnusableError, match="neither a JSON file nor one of belarus-counts"):
        load("nothing")


def test_a_field_that_a_kind_does_not_have_is_refused(tmp_path: Path) -> None:
    fields = READERS["events"].fields
    mapping = load(_mapping(tmp_path, fields={**GOOD["fields"], "colour": "c"}))
    with pytest.raises(UnusableError, match="no field colour"):
        Layout(mapping, ["day", "town", "what", "c"], fields)
    mapping = load(_mapping(tmp_path, fields={"date": "day"}))
    with pytest.raises(UnusableError, match="lacks the field city"):
        Layout(mapping, ["day"], fields)


def test_a_piece_in_brackets_is_left_out_where_its_column_is_blank(tmp_path: Path) -> None:
    layout = Layout(load(_mapping(tmp_path)), ["day", "town", "what"], READERS["events"].fields)
    assert layout.cells("name", ["", "Minsk", "March"]) == ["March in Minsk"]
    assert layout.cells("name", ["", "Minsk", " "]) == ["Minsk"]


def test_columns_that_nothing_reads_are_reported_and_ignored_ones_are_not(tmp_path: Path) -> None:
    mapping = load(_mapping(tmp_path, ignore=["", "Unnamed*"]))
    header = ["day", "town", "what", "mood", "", "", "Unnamed: 6"]
    layout = Layout(mapping, header, READERS["events"].fields)
    assert layout.unread == ["mood"]


def test_a_mapping_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    path.write_text(",".join(COUNT_COLUMNS) + "\n", encoding="utf-8")
    with pytest.raises(UnusableError, match="is for events"):
        bring_in("counts", path, mapping="ccc")


def test_a_header_that_no_shipped_mapping_fits_needs_one_by_name(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text("when,where\n", encoding="utf-8")
    with pytest.raises(UnusableError, match="--map"):
        bring_in("events", path)


def test_the_manual_names_every_key_field_and_shipped_mapping() -> None:
    manual = (SHIPPED.parent.parent.parent / "docs" / "intake.md").read_text(encoding="utf-8")
    wanted = TOP_KEYS | FIELD_KEYS | NUMBER_KEYS | {path.stem for path in SHIPPED.glob("*.json")}
    for reader in READERS.values():
        wanted |= set(reader.fields)
    assert {name for name in wanted if f"`{name}`" not in manual} == set()
