"""What every casework record has: a permanent id, a revision, a version, and a state."""

from __future__ import annotations

from typing import Self, TypeVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from detentions.choices import PublicationState
from detentions.ids import new_id

P = TypeVar("P", bound=models.Model)

# A constraint whose error code is the name of a column is told beside that column
# (`entry.validation`); the others stand above the form.

# The form that BCP 47 gives to tags in use: language, then script, region and variants.
LANGUAGE = RegexValidator(
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
    _("A language is written like be, ru or be-tarask (BCP 47)."),
)


class Record(models.Model):
    """A casework record: written by `entry` alone, guarded by its revision."""

    id = models.CharField(
        _("id"),
        primary_key=True,
        max_length=16,
        default=new_id,
        editable=False,
        help_text=_("Opaque and permanent; the same in pages, API and downloads."),
    )
    revision = models.PositiveIntegerField(
        _("revision"),
        default=1,
        editable=False,
        help_text=_(
            "Grows by one with every change; a change made against an older one is refused."
        ),
    )
    version = models.BigIntegerField(
        _("data version"),
        default=0,
        editable=False,
        help_text=_("The data version in which the public form of the record last changed."),
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("entered by"),
        help_text=_("Who entered the record; this person may not publish it."),
    )
    entered_at = models.DateTimeField(
        _("entered at"), editable=False, help_text=_("When the record was entered.")
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("changed by"),
        help_text=_("Who last changed what the record says; may not publish it either."),
    )
    changed_at = models.DateTimeField(
        _("changed at"), editable=False, help_text=_("When the record last changed.")
    )

    class Meta:
        abstract = True


class PublishableQuerySet(models.QuerySet[P]):
    """Questions about where records stand."""

    def published(self) -> Self:
        """Those that the public sees."""
        return self.filter(state=PublicationState.PUBLISHED)

    def awaiting_review(self) -> Self:
        """Those handed in for a second person to look at."""
        return self.filter(state=PublicationState.IN_REVIEW)


class PublishableRecord(Record):
    """A record that two people bring before the public."""

    state = models.CharField(
        _("state"),
        max_length=10,
        choices=PublicationState,
        default=PublicationState.DRAFT,
        editable=False,
        help_text=_("Draft, in review, published or withdrawn; only published is public."),
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("published by"),
        help_text=_("The second person, who published the record."),
    )
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("When the record was last published."),
    )

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True


def history() -> HistoricalRecords:
    """History of one table, written by `entry` with who, when and why."""
    return HistoricalRecords(
        excluded_fields=[], history_change_reason_field=models.TextField(null=True, blank=True)
    )


def published_index(name: str, *fields: str) -> models.Index:
    """An index over published rows alone, which is all the public views read."""
    return models.Index(
        fields=list(fields), name=name, condition=models.Q(state=PublicationState.PUBLISHED)
    )


def waiting_index(name: str) -> models.Index:
    """An index over what waits for review: few rows, which the staff's screens ask for most."""
    return models.Index(
        fields=["changed_at"], name=name, condition=models.Q(state=PublicationState.IN_REVIEW)
    )
