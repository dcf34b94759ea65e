"""The figures of the demonstration: the gazetteer, the printed figures, and their correction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from detentions import entry, intake
from detentions.demo import carried
from detentions.demo.carried import Staff
from detentions.demo.documents import Documents
from detentions.entry import Proposal
from detentions.models import City, Event, ReportedCount

_FACTS = "facts.json"


def load_places(staff: Staff, today: date) -> None:
    """Enter the gazetteer that ships with the project."""
    _take_in("cities", "belarus_places.csv", "belarus-places", staff, today)


def load_figures(staff: Staff, today: date) -> None:
    """Enter the printed figures with their addresses, as a person would with `intake counts`."""
    _take_in("counts", "demo/belarus_2020_counts.csv", "belarus-counts", staff, today)


def load_facts(staff: Staff) -> None:
    """Enter the figures of the article that the list of printed figures does not have."""
    facts = carried.document(_FACTS)
    with carried.batch(staff, "counts", _FACTS) as batch:
        documents = Documents(batch)
        article = documents.without_address(**facts["source"])
        batch.create(
            Proposal(
                ReportedCount,
                {
                    **{name: value for name, value in count.items() if name != "facts"},
                    "source": article,
                    "organisation": documents.organisation(count["organisation"]),
                    "city": _one(City, count.get("city")),
                    "event": _one(Event, count.get("event")),
                    "language": "en",
                },
            )
            for count in facts["counts"]
        )


def correct(staff: Staff) -> None:
    """Let an organisation's own figure supersede the one that was printed wrongly as its own."""
    for correction in carried.document("corrections.json")["corrections"]:
        right, wrong = _figure(correction["right"]), _figure(correction["wrong"])
        entry.change(
            right,
            by=staff.publisher,
            revision=right.revision,
            values={"supersedes": wrong},
            reason=correction["reason"],
        )


def _take_in(kind: str, name: str, mapping: str, staff: Staff, today: date) -> None:
    request = intake.Request(
        kind=kind,
        path=carried.DATA / name,
        today=today,
        mapping=mapping,
        commit=True,
        by=staff.enterer,
        publisher=staff.publisher,
    )
    with intake.run(request) as report:
        if report.blocked:
            raise intake.UnusableError(f"{name}: {list(report.findings())}")


def _one(model: Any, slug: str | None) -> Any:
    return model.objects.get(slug=slug) if slug else None


def _figure(about: Mapping[str, str]) -> ReportedCount:
    return ReportedCount.objects.get(
        source__url=about["url"], city__slug=about["city"], phrase=about["phrase"]
    )
