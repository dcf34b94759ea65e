"""Detainees and their detentions."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions.choices import CustodyKind
from detentions.public.models import (
    PublicCustodyEvent,
    PublicDetainee,
    PublicDetaineeName,
    PublicDetention,
    PublicDetentionRole,
)
from detentions.records import values
from detentions.records.documents import citations
from detentions.records.resource import Resource
from detentions.records.shape import Field, Related, column, columns, made, reference

DETAINEES = Resource(
    "detainees",
    PublicDetainee,
    (
        *columns(PublicDetainee, "id", "version", "name_publication", "name", "year_of_birth"),
        *columns(PublicDetainee, "sex", "occupation", "citizenship"),
        Related(
            "names",
            _("Other forms of a public name, as reported; empty unless the name is public."),
            PublicDetaineeName,
            columns(PublicDetaineeName, "name", "language", "script"),
            own="id",
            other="detainee_id",
            order=("language", "name"),
        ),
        Related(
            "detentions",
            _("Each published detention of the person, earliest first."),
            PublicDetention,
            (
                column(PublicDetention, "id", "detention", "detentions"),
                column(PublicDetention, "date"),
                *reference(PublicDetention, "city", ""),
            ),
            own="id",
            other="detainee_id",
            order=("date", "id"),
        ),
    ),
)

_STATUS = Field(
    "status",
    models.CharField(
        choices=CustodyKind,
        help_text=_(
            "The latest custody event; held where there is none; unknown where it leaves the "
            "person's fate open more than three days after the detention."
        ),
    ),
    (),
)
_STATUS_SINCE = Field(
    "status_since",
    models.DateField(help_text=_("Since when: the day of that custody event, or of detention.")),
    (),
)
_STATUS_NEEDS = ("last_step", "last_step_date", "date")

DETENTIONS = Resource(
    "detentions",
    PublicDetention,
    (
        *columns(PublicDetention, "id", "version"),
        column(PublicDetention, "detainee_id", "detainee", "detainees"),
        *columns(PublicDetention, "detainee_name", "name_publication"),
        *reference(PublicDetention, "event", "events"),
        *reference(PublicDetention, "city", "cities"),
        *reference(PublicDetention, "region", "regions"),
        *columns(PublicDetention, "date", "time", "precision", "detained_by", "force_used"),
        made(_STATUS, values.status, *_STATUS_NEEDS),
        made(_STATUS_SINCE, values.status_since, *_STATUS_NEEDS),
        Related(
            "roles",
            _("What the person was at the time; one person may be several."),
            PublicDetentionRole,
            columns(PublicDetentionRole, "role"),
            own="id",
            other="detention_id",
            order=("role",),
            flat=True,
        ),
        Related(
            "custody_events",
            _("The dated steps that followed, earliest first."),
            PublicCustodyEvent,
            (
                *columns(PublicCustodyEvent, "kind", "date", "time", "days", "amount", "currency"),
                *columns(PublicCustodyEvent, "article", "code_edition"),
                column(PublicCustodyEvent, "source_id", "source"),
                *columns(PublicCustodyEvent, "locator", "quote"),
            ),
            own="id",
            other="detention_id",
            order=("date", "order", "id"),
        ),
        citations("detention_id"),
    ),
    orderings=("date",),
)
