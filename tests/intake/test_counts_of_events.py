"""A file of figures that names events: each figure is about the event's city and day."""

import json
from pathlib import Path
from typing import Any

import pytest

from detentions import entry
from detentions.intake.mapping import SHIPPED
from detentions.models import City, Event, ReportedCount
from tests import staff
from tests.intake.files import (
    COUNT_COLUMNS,
    bring_in,
    bring_some_places,
    count_row,
    problems,
    write,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def march(db: None, tmp_path: Path) -> Event:
    """A march in Minsk on 8 November 2020."""
    bring_some_places(tmp_path)
    values = {"slug": "march", "name": "March", "city": City.objects.get(slug="minsk")}
    entered = entry.create(Event, by=staff.enterer(), values={**values, "date": staff.SUNDAY})
    return staff.publish(entered)  # type: ignore[no-any-return]


def _read(tmp_path: Path, **cells: str) -> Any:
    mapping = json.loads((SHIPPED / "belarus-counts.json").read_text())
    mapping["fields"]["event"] = {"column": "event", "optional": True}
    (tmp_path / "with-events.json").write_text(json.dumps(mapping))
    rows = [[*count_row(**cells), "march"]]
    path = write(tmp_path / "counts.csv", [*COUNT_COLUMNS, "event"], rows)
    return bring_in("counts", path, mapping=str(tmp_path / "with-events.json"), commit=True)


def test_a_figure_without_a_place_of_its_own_is_about_the_events_city(
    march: Event, tmp_path: Path
) -> None:
    cells = {"scope": "national", "place_printed": ""}
    with _read(tmp_path, **cells) as report:
        assert report.committed
    assert ReportedCount.objects.get().city == march.city
    with _read(tmp_path, **cells) as again:
        assert not again.committed
    assert ReportedCount.objects.count() == 1


@pytest.mark.parametrize(
    "cells",
    [
        {"event_date": "2020-11-01"},
        {"place_printed": "Homel"},
        {"scope": "region", "place_printed": "Homel region"},
    ],
)
def test_a_figure_of_another_place_or_day_is_refused_with_its_line(
    march: Event, tmp_path: Path, cells: dict[str, str]
) -> None:
    with _read(tmp_path, **cells) as report:
        assert (2, "event", "march") in [problem[:3] for problem in problems(report)]
        assert "Minsk" in problems(report)[-1][3]
        assert not report.committed
    assert not ReportedCount.objects.exists()
