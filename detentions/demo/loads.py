"""Synthetic detentions beside the demonstration, to measure what a million of them cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _

from detentions import entry
from detentions.choices import OrganisationKind
from detentions.demo.carried import Staff, staff
from detentions.demo.gatherings import SERIES
from detentions.demo.loading import load
from detentions.demo.synthetic import CITIES, Generator, Setting
from detentions.models import City, Event, EventSeries, Organisation

# Invented, and not among the figures of real organisations: their days lie after those.
_ORGANISATIONS = (
    ("load-test-counters", OrganisationKind.RIGHTS_GROUP, True),
    ("load-test-ministry", OrganisationKind.MINISTRY, True),
    ("load-test-newsroom", OrganisationKind.NEWSROOM, False),
)


def make_load(
    detentions: int, *, seed: int, today: date, progress: Callable[[int, int], None]
) -> None:
    """Add so many synthetic detentions, the same for the same seed, and count them.

    Loads the demonstration first. Raises NotAllowedError where people have entered records,
    NotReadyError where the load of this seed is here already; then nothing is written.
    """
    accounts = staff()
    entry.refuse_others(accounts.all)
    if Event.objects.filter(slug__startswith=f"load-{seed}-").exists():
        raise entry.NotReadyError(
            _("The load of seed %(seed)d is here already: choose another seed.") % {"seed": seed}
        )
    load(today=today)
    with entry.loading(by=accounts.enterer, accounts=accounts.all) as opened:
        Generator(opened, _setting(accounts), seed, detentions).write(progress)


def _setting(accounts: Staff) -> Setting:
    cities = City.objects.order_by("-population", "slug")
    capital, *others = cities.exclude(population=None).values_list("pk", flat=True)[:CITIES]
    *counting, newsroom = (_organisation(accounts, *about) for about in _ORGANISATIONS)
    return Setting(
        enterer=accounts.enterer.pk,
        publisher=accounts.publisher.pk,
        capital=capital,
        cities=others,
        series=EventSeries.objects.get(slug=SERIES).pk,
        counting=counting,
        newsroom=newsroom,
    )


def _organisation(accounts: Staff, slug: str, kind: str, headline: bool) -> str:
    found = Organisation.objects.filter(slug=slug).first()
    values = {
        "slug": slug,
        "name": slug.replace("-", " ").capitalize() + " (invented)",
        "kind": kind,
        "counts_towards_headlines": headline,
    }
    return (found or entry.create(Organisation, by=accounts.enterer, values=values)).pk
