"""docs/api.md names what there is."""

import re
from pathlib import Path

import pytest

from detentions.filters import FILTERS
from detentions.problem_details import KINDS
from detentions.records import RESOURCES, expandable

GUIDE = Path(__file__).resolve().parent.parent.parent / "docs" / "api.md"


def _rows(heading: str) -> dict[str, list[str]]:
    """Return the cells of the first table below a heading, by the first cell."""
    section = GUIDE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2]
    lines = re.split(r"\n## ", section)[0].splitlines()
    table = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    return {cells[0].strip(): [cell.strip() for cell in cells[1:]] for cells in table[2:]}


def _names(cell: str) -> set[str]:
    """Return the parameters that a cell names: a suffix alone belongs to the name before it."""
    found: list[str] = []
    for name in re.findall(r"`(\w+)`", cell):
        base = found[-1].partition("__")[0] if name.startswith("__") else ""
        found.append(base + name)
    return set(found)


@pytest.mark.parametrize("kind", RESOURCES)
def test_the_guide_names_every_filter(kind: str) -> None:
    rows = _rows("Filters")
    assert _names(rows["all"][0]) | _names(rows[kind][0]) == set(FILTERS[kind].parameters())


@pytest.mark.parametrize("kind", RESOURCES)
def test_the_guide_names_what_can_be_expanded_and_ordered_by(kind: str) -> None:
    expands, orders = _rows("Records")[kind]
    assert _names(expands) == set(expandable(RESOURCES[kind]))
    assert _names(orders) == set(RESOURCES[kind].orderings)


def test_the_guide_names_every_status_that_an_error_has() -> None:
    statuses = {int(number) for cell in _rows("Errors") for number in cell.split(",")}
    assert statuses == set(KINDS)
