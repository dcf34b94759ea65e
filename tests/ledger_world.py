"""A world that can grow: everything that can be many is many, the rest stays as it is."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import Group

from detentions import models, tallies
from detentions.choices import ChangeAction
from detentions.sundays import WEEK
from tests import factories


class World:
    """Invented records about one city, one event and one person first, and others like them."""

    def __init__(self) -> None:
        self.region = factories.make_region()
        self.city = factories.make_city(region=self.region)
        self.organisation = factories.make_organisation()
        self.source = factories.make_source(publisher=self.organisation)
        self.series = factories.make_series()
        self.event = factories.make_event(city=self.city, series=self.series, sources=[])
        self.person = factories.make_detainee(name_publication="public", consent_by="herself")
        self.detention = factories.make_detention(detainee=self.person, event=self.event)
        self.figure = factories.make_count(1, organisation=self.organisation, source=self.source)
        self.group = Group.objects.create(name="Invented role")
        self.batch = self._batch()
        self.size = 0

    def grow_to(self, size: int) -> None:
        """Add records of every kind until there are `size`, and count them."""
        for number in range(self.size, size):
            self._add(number)
        self.size = size
        factories.make_data_version(size)
        tallies.rebuild()

    @property
    def keys(self) -> dict[str, str]:
        """The key of a record for each name that stands before a key in an address."""
        user = str(self.detention.entered_by_id)
        return {
            "cities": self.city.pk,
            "city": self.city.pk,
            "regions": self.region.pk,
            "region": self.region.pk,
            "organisations": self.organisation.pk,
            "organisation": self.organisation.pk,
            "sources": self.source.pk,
            "source": self.source.pk,
            "events": self.event.pk,
            "event": self.event.pk,
            "eventseries": self.series.pk,
            "detainees": self.person.pk,
            "detainee": self.person.pk,
            "detentions": self.detention.pk,
            "detention": self.detention.pk,
            "reported-counts": self.figure.pk,
            "reportedcount": self.figure.pk,
            "intakebatch": self.batch.pk,
            "dataversion": "1",
            "user": user,
            "change": str(models.Change.objects.values_list("pk", flat=True)[0]),
            "group": str(self.group.pk),
            # What a record looks like on the site, by the number of its type: there is none.
            "0": "0",
        }

    @property
    def words(self) -> dict[str, str]:
        """An example of every other part of an address."""
        return {
            "day": factories.SUNDAY.isoformat(),
            "city": self.city.slug,
            "form": "json",
            "name": "city",
            "app_label": "detentions",
            "content_type_id": "0",
            "rest": "nothing/",
            "url": "nothing/",
        }

    def _add(self, number: int) -> None:
        # One after the other on the Sunday that is looked at and on a Sunday of its own.
        day = factories.SUNDAY if number % 2 else factories.SUNDAY - number * WEEK
        city = factories.make_city(region=factories.make_region())
        organisation = factories.make_organisation()
        source = factories.make_source(publisher=organisation, derived_from=self.source)
        event = factories.make_event(city=city, date=day, series=self.series, sources=[source])
        for where in ({}, {"city": city}, {"city": self.city}, {"event": event, "city": city}):
            factories.make_count(
                number + 10, date=day, organisation=organisation, source=source, **where
            )
        person = factories.make_detainee(
            name_publication="initials", initials="I. P.", consent_by="herself"
        )
        self._detain(person, event, source, day)
        self._detain(self.person, self.event, source, day)
        self._add_parts(number, source, day)

    def _detain(
        self, person: models.Detainee, event: models.Event, source: models.Source, day: date
    ) -> None:
        steps = ("held", "released")
        detention = factories.make_detention(
            detainee=person, event=event, date=day, roles=("journalist", "student"), steps=steps
        )
        factories.make_citation(source=source, detention=detention)

    def _add_parts(self, number: int, source: models.Source, day: date) -> None:
        """Give the record of each kind that is looked at alone one more of all that it has."""
        name = {"name": f"Name {number}", "language": "en"}
        models.RegionName.objects.create(region=self.region, **name)
        models.CityName.objects.create(city=self.city, **name)
        models.EventName.objects.create(event=self.event, source=source, **name)
        models.DetaineeName.objects.create(detainee=self.person, **name)
        models.EventCircumstance.objects.create(
            event=self.event, kind="metro_closed", detail=str(number)
        )
        factories.make_citation(source=source, event=self.event)
        factories.make_citation(source=source, detention=self.detention)
        factories.make_citation(source=self.source, event=self.event, locator=str(number))
        factories.make_step(
            detention=self.detention, kind="held", order=number, source=source, date=day
        )
        factories.make_printed_ordinal(series=self.series, source=source)
        self._keep_books(number)

    def _keep_books(self, number: int) -> None:
        models.Change.objects.create(
            version=number,
            kind="detentions",
            record_id=self.detention.pk,
            action=ChangeAction.UPDATED,
            at=factories.NOON,
        )
        models.BatchRecord.objects.create(
            batch=self.batch,
            line=number,
            kind="detentions",
            record_id=self.detention.pk,
            created=False,
            revision=1,
        )
        self._batch()

    def _batch(self) -> models.IntakeBatch:
        return models.IntakeBatch.objects.create(
            kind="counts",
            file_name="figures.csv",
            file_digest="0" * 64,
            entered_by=self.detention.entered_by,
            committed_at=factories.NOON,
        )
