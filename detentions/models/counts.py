"""The ledger of figures that organisations gave."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from detentions.choices import Group, Measure, Precision, Qualifier
from detentions.models.base import (
    LANGUAGE,
    PublishableRecord,
    history,
    published_index,
    waiting_index,
)
from detentions.models.events import Event
from detentions.models.places import City, Region
from detentions.models.sources import Organisation, Source

LARGEST = 2_147_483_647

_NO_BOUNDS = Q(low__isnull=True, high__isnull=True)
_BOUNDS_FIT = (
    Q(qualifier__in=[Qualifier.EXACTLY, Qualifier.ABOUT], low__isnull=False, high=F("low"))
    | Q(qualifier__in=[Qualifier.AT_LEAST, Qualifier.MORE_THAN], low__isnull=False, high=None)
    | Q(qualifier=Qualifier.BETWEEN, low__isnull=False, high__gt=F("low"))
    | Q(qualifier__in=[Qualifier.UNQUANTIFIED, Qualifier.NONE_REPORTED]) & _NO_BOUNDS
)


class ReportedCount(PublishableRecord):
    """One figure that one organisation gave, as printed in one source."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="reported_counts",
        verbose_name=_("organisation"),
        help_text=_("Who counted."),
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="reported_counts",
        verbose_name=_("source"),
        help_text=_("Where the figure is printed."),
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        blank=True,
        help_text=_("Page, paragraph or minute in the source."),
    )
    date = models.DateField(_("date"), help_text=_("The local day that was counted."))
    city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reported_counts",
        verbose_name=_("city"),
        help_text=_("Empty, with the region, for the whole country."),
    )
    region = models.ForeignKey(
        Region,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reported_counts",
        verbose_name=_("region"),
        help_text=_("Empty, with the city, for the whole country."),
    )
    event = models.ForeignKey(
        Event,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reported_counts",
        verbose_name=_("event"),
        help_text=_("Where the figure is about one event and not the whole day."),
    )
    measure = models.CharField(
        _("measure"),
        max_length=22,
        choices=Measure,
        default=Measure.DETAINED,
        help_text=_("What was counted; measures are never mixed."),
    )
    group = models.CharField(
        _("group"),
        max_length=16,
        choices=Group,
        default=Group.EVERYONE,
        help_text=_("The people that were counted."),
    )
    qualifier = models.CharField(
        _("qualifier"),
        max_length=14,
        choices=Qualifier,
        default=Qualifier.EXACTLY,
        help_text=_("The hedge. “None reported” is not zero."),
    )
    low = models.PositiveIntegerField(
        _("low"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(LARGEST)],
        help_text=_("Smallest number the words allow: 501 for “more than 500”."),
    )
    high = models.PositiveIntegerField(
        _("high"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(LARGEST)],
        help_text=_("Largest number the words allow; empty where they set no limit."),
    )
    phrase = models.CharField(
        _("phrase"), max_length=500, blank=True, help_text=_("The words of the figure, verbatim.")
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[LANGUAGE],
        help_text=_("BCP 47 code of the phrase."),
    )
    as_of = models.DateTimeField(
        _("as of"),
        null=True,
        blank=True,
        help_text=_("When the count stood there; a day's list grows."),
    )
    as_of_precision = models.CharField(
        _("precision of as of"),
        max_length=12,
        choices=Precision,
        default=Precision.UNKNOWN,
        help_text=_("How exactly that moment is known."),
    )
    as_of_text = models.CharField(
        _("as of, as printed"),
        max_length=100,
        blank=True,
        help_text=_("Such as “evening” or “before 5 October”."),
    )
    supersedes = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        db_index=False,  # `count_supersedes` below
        related_name="superseded_by",
        verbose_name=_("supersedes"),
        help_text=_("The earlier figure of the same organisation that this one replaces."),
    )
    remark = models.CharField(
        _("remark"),
        max_length=500,
        blank=True,
        help_text=_("What a reader must know about the figure; public."),
    )
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("For staff; never leaves the casework.")
    )
    history = history()

    class Meta:
        verbose_name = _("reported count")
        verbose_name_plural = _("reported counts")
        ordering = ("-date", "organisation", "low", "as_of", "id")
        indexes = [
            published_index("count_version", "version", "id"),
            waiting_index("count_waiting"),
            published_index("count_date", "date", "measure", "group"),
            published_index("count_city_date", "city", "date"),
            published_index("count_event", "event"),
            # Few figures replace another. An index with all the others in it looks so useless to
            # SQLite, once it has counted them, that it reads the whole table for each figure.
            models.Index(
                fields=["supersedes"],
                name="count_supersedes",
                condition=Q(supersedes__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(city__isnull=True) | Q(region__isnull=True),
                name="count_one_place",
                violation_error_message=_("Name a city or a region or neither, not both."),
            ),
            models.CheckConstraint(
                condition=_BOUNDS_FIT,
                name="count_bounds_fit_qualifier",
                violation_error_message=_(
                    "The bounds do not fit the qualifier: “exactly” and “about” take the same "
                    "low and high, “at least” and “more than” a low alone, “between” a low below "
                    "a high, “unquantified” and “none reported” neither."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(qualifier=Qualifier.MORE_THAN, low=0),
                name="count_more_than_begins_at_one",
                violation_error_message=_(
                    "“More than” begins at 1: more than 0 has the low bound 1."
                ),
                violation_error_code="low",
            ),
            models.CheckConstraint(
                condition=Q(as_of__isnull=False) | Q(as_of_precision=Precision.UNKNOWN),
                name="count_precision_of_a_moment",
                violation_error_message=_("Say when, or leave the precision at “not stated”."),
                violation_error_code="as_of_precision",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")),
                name="count_not_its_own_successor",
                violation_error_message=_("A figure cannot supersede itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.organisation}: {self.phrase or self.get_qualifier_display()}"
