"""One record, or several different ones, of every kind that has a screen."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from detentions import entry, models
from tests import staff


def enter_event(slug: str = "test-march", **values: Any) -> models.Event:
    """Return a draft event on the Sunday, entered by the enterer."""
    values = {
        "slug": slug,
        "name": slug.replace("-", " ").title(),
        "city": models.City.objects.first() or staff.enter_city(),
        "date": staff.SUNDAY,
        **values,
    }
    source = staff.enter_source()
    return entry.create(
        models.Event,
        by=staff.enterer(),
        values=values,
        parts={
            "names": [{"name": f"Марш {slug}", "language": "ru", "source": source}],
            "circumstances": [{"kind": "metro_closed"}],
            "citations": [{"source": source, "quote": "People gathered."}],
        },
    )


def enter_series(slug: str = "sundays") -> models.EventSeries:
    """Return an invented series."""
    values = {"slug": slug, "name": slug, "weekday": 6, "first_date": staff.SUNDAY}
    return entry.create(models.EventSeries, by=staff.administrator(), values=values)


def enter_region(slug: str = "test-region") -> models.Region:
    """Return an invented region."""
    names = [{"name": "Тэставая вобласць", "language": "be", "displayed": True}]
    values = {"slug": slug, "name": slug.title()}
    return entry.create(
        models.Region, by=staff.administrator(), values=values, parts={"names": names}
    )


def enter_full_detention(number: int = 0) -> models.Detention:
    """Return a draft detention with a person, a city, roles, steps and a source of its own."""
    source = staff.enter_source(title=f"Source {number}")
    city = staff.enter_city(f"testburg-{number}", region=enter_region(f"region-{number}"))
    return staff.enter_detention(
        staff.enter_detainee(name=f"Testa Testova {number}"),
        city,
        parts={
            "roles": [{"role": "journalist"}, {"role": "student"}],
            "custody_events": [
                {"kind": "held", "date": staff.SUNDAY, "source": source},
                {"kind": "released", "date": staff.SUNDAY + timedelta(days=1)},
            ],
            "citations": [{"source": source, "locator": "para 2"}],
        },
        event=enter_event(f"march-{number}"),
    )


def enter_full_count(number: int = 0) -> models.ReportedCount:
    """Return a draft figure with an organisation, a city and a source of its own."""
    organisation = staff.enter_organisation(f"counters-{number}")
    city = staff.enter_city(f"testburg-{number}", region=enter_region(f"region-{number}"))
    source = staff.enter_source(title=f"Source {number}", publisher=organisation)
    return staff.enter_count(source=source, organisation=organisation, city=city)


def enter_named_city(number: int = 0) -> models.City:
    """Return a city with a region and displayed names."""
    city = staff.enter_city(f"testburg-{number}", region=enter_region(f"region-{number}"))
    names = [{"name": "Тэстбург", "language": "be", "displayed": True}]
    return entry.change(
        city, by=staff.administrator(), revision=city.revision, parts={"names": names}
    )


def bring_in_batch(number: int = 0) -> models.IntakeBatch:
    """Return a batch that created one source."""
    opened = entry.batch(
        by=staff.enterer(), kind="sources", file_name=f"{number}.csv", file_digest="0" * 64
    )
    with opened as batch:
        batch.create([entry.Proposal(models.Source, {"title": f"From file {number}"}, line=2)])
    return batch.row


def publish_source(number: int = 0) -> models.Change:
    """Return the change entry of a source's publication."""
    staff.publish(staff.enter_source(title=f"Published {number}"))
    return models.Change.objects.get(version=models.DataVersion.objects.get().number)


def _enter_version(_number: int = 0) -> models.DataVersion:
    staff.enter_source()
    return models.DataVersion.objects.get()


ONE_OF: dict[type[Any], Callable[[int], Any]] = {
    models.City: enter_named_city,
    models.Region: lambda number: enter_region(f"region-{number}"),
    models.Organisation: lambda number: staff.enter_organisation(f"counters-{number}"),
    models.Source: lambda number: staff.enter_source(
        title=f"Source {number}", publisher=staff.enter_organisation(f"publisher-{number}")
    ),
    models.Event: lambda number: enter_event(
        f"march-{number}", city=staff.enter_city(f"testburg-{number}")
    ),
    models.EventSeries: lambda number: enter_series(f"series-{number}"),
    models.Detainee: lambda number: staff.enter_detainee(name=f"Testa Testova {number}"),
    models.Detention: enter_full_detention,
    models.ReportedCount: enter_full_count,
    models.IntakeBatch: bring_in_batch,
    models.Change: publish_source,
    models.DataVersion: _enter_version,
}
