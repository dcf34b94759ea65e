"""Conditions that are more than one comparison with one column."""

from __future__ import annotations

import datetime as dt
from functools import reduce
from operator import or_

from django.db.models import Q

from detentions import custody, records
from detentions.choices import OPEN_STEPS, CustodyKind
from detentions.public.models import PublicCitation, PublicDetentionRole


def in_regions(regions: list[str], _today: dt.date) -> Q:
    """In a city of one of the regions."""
    cities = records.CITIES.all().order_by().filter(region_id__in=regions)
    return Q(city_id__in=list(cities.values_list("id", flat=True)))


def in_region(region: str, today: dt.date) -> Q:
    """In a city of the region."""
    return in_regions([region], today)


def in_roles(roles: list[str], _today: dt.date) -> Q:
    """With one of the roles at the time."""
    bearers = PublicDetentionRole.objects.filter(role__in=roles)
    return Q(id__in=bearers.values("detention_id"))


def in_role(role: str, today: dt.date) -> Q:
    """With the role at the time."""
    return in_roles([role], today)


def event_citing(source: str, _today: dt.date) -> Q:
    """An event that the source supports."""
    return _citing(source, "event_id")


def detention_citing(source: str, _today: dt.date) -> Q:
    """A detention that the source supports."""
    return _citing(source, "detention_id")


def _citing(source: str, column: str) -> Q:
    cited = PublicCitation.objects.filter(source_id=source).exclude(**{column: None})
    return Q(id__in=cited.values(column))


def of_status(kind: str, today: dt.date) -> Q:
    """With the status on that day, as `custody.status` tells it."""
    still_open = today - custody.OPEN_FOR
    if kind == CustodyKind.UNKNOWN:
        return Q(last_step__in=OPEN_STEPS, date__lt=still_open) | Q(last_step=kind)
    steps = Q(last_step__in=(kind, "") if kind == CustodyKind.HELD else (kind,))
    return steps & Q(date__gte=still_open) if kind in OPEN_STEPS else steps


def of_statuses(kinds: list[str], today: dt.date) -> Q:
    """With one of the statuses on that day."""
    return reduce(or_, (of_status(kind, today) for kind in kinds))


def of_place_kind(kind: str, _today: dt.date) -> Q:
    """About a city, a region, another area, or the whole country."""
    if kind == "city":
        return Q(city_id__isnull=False)
    return Q(region_kind="" if kind == "country" else kind, city_id__isnull=True)
