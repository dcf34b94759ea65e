"""The Sunday that the project starts from, with its real figures and invented people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from detentions import tallies
from detentions.models import (
    City,
    Detention,
    Event,
    EventCircumstance,
    EventName,
    EventSeries,
    ReportedCount,
    Source,
)
from tests.factories import (
    SUNDAY,
    make_citation,
    make_count,
    make_data_version,
    make_detainee,
    make_detention,
    make_event,
    make_printed_ordinal,
    make_source,
)
from tests.tallies import printed

ADDRESS = "/sundays/2020-11-08/"


@dataclass(frozen=True)
class Scene:
    """What tests ask for by name."""

    figures: dict[str, ReportedCount]
    march: Event
    article: Source
    named: Detention
    withheld: Detention


def build() -> Scene:
    """Write 8 November 2020 as its sources printed it, and four invented detentions."""
    make_data_version(57)
    figures = printed.load()
    article = figures["111"].source
    march = _march(article)
    for slug in ("homel", "vitebsk", "zhlobin"):
        city = City.objects.get(slug=slug)
        make_event(slug=f"protest-{slug}", name=f"Protest in {city.name}", city=city, sources=[])
    make_printed_ordinal(series=march.series, source=make_source(title="BelaPAN"))
    named, withheld = _detentions(march, article)
    tallies.rebuild()
    return Scene(figures, march, article, named, withheld)


def _march(article: Source) -> Event:
    minsk = City.objects.get(slug="minsk")
    march = make_event(
        slug="march-of-democracy",
        name="March of Democracy",
        city=minsk,
        kind="march",
        status="held",
        series=EventSeries.objects.get(),
        description="Several thousand people gathered.",
        sources=[article],
    )
    EventName.objects.create(event=march, name="Марш народовластия", language="ru", source=article)
    EventCircumstance.objects.create(
        event=march, kind="metro_closed", detail="several stations, an hour before"
    )
    make_count(
        measure="participants", event=march, city=minsk, source=article, phrase="several thousand"
    )
    return march


def _detentions(march: Event, article: Source) -> tuple[Detention, Detention]:
    """Write three people of whom one was taken on two Sundays."""
    minsk, homel = (City.objects.get(slug=slug) for slug in ("minsk", "homel"))
    known = make_detainee(
        name="Testa Testova", name_publication="public", consent_by="Invented", year_of_birth=1980
    )
    named = make_detention(
        detainee=known,
        event=march,
        roles=["journalist"],
        steps=["held", ("fined", date(2020, 11, 10))],
        detained_by="riot_police",
    )
    make_citation(source=article, detention=named, locator="paragraph 2", quote="an invented line")
    make_detention(detainee=known, city=minsk, date=date(2020, 11, 1), steps=["released"])
    withheld = make_detention(
        detainee=make_detainee(name="Geheima Verborgen"), city=homel, date=SUNDAY
    )
    make_detention(city=minsk, date=SUNDAY, steps=["released"])
    return named, withheld
