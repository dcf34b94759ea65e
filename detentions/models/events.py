"""Gatherings, the series they belong to, and what was printed about their order."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions.choices import Authorisation, CircumstanceKind, EventKind, EventStatus
from detentions.models.base import (
    LANGUAGE,
    PublishableRecord,
    Record,
    history,
    published_index,
    waiting_index,
)
from detentions.models.places import City
from detentions.models.sources import Source


class EventSeries(Record):
    """Gatherings that return on a weekday, counted from a first date."""

    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, help_text=_("Permanent name in addresses.")
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("Such as Sunday marches."))
    weekday = models.PositiveSmallIntegerField(
        _("weekday"),
        validators=[MaxValueValidator(6)],
        help_text=_("0 is Monday, 6 is Sunday."),
    )
    first_date = models.DateField(
        _("first date"), help_text=_("The day that is counted as number 1.")
    )
    history = history()

    class Meta:
        verbose_name = _("event series")
        verbose_name_plural = _("event series")
        ordering = ("first_date",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekday__lte=6),
                name="series_weekday_in_week",
                violation_error_message=_("A weekday is 0 (Monday) to 6 (Sunday)."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PrintedOrdinal(models.Model):
    """How a source itself numbered a day; others count from another first date."""

    series = models.ForeignKey(
        EventSeries,
        on_delete=models.CASCADE,
        related_name="printed_ordinals",
        verbose_name=_("series"),
        help_text=_("The series whose day was numbered."),
    )
    date = models.DateField(_("date"), help_text=_("The day that was numbered."))
    phrase = models.CharField(
        _("phrase"), max_length=200, help_text=_("Verbatim, such as “13th consecutive Sunday”.")
    )
    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="printed_ordinals",
        verbose_name=_("source"),
        help_text=_("Where it is printed."),
    )
    history = history()

    class Meta:
        verbose_name = _("printed ordinal")
        verbose_name_plural = _("printed ordinals")
        ordering = ("date", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "date", "phrase", "source"],
                name="printed_ordinal_once",
                violation_error_message=_("This source's phrase for the day is here already."),
            ),
        ]

    def __str__(self) -> str:
        return self.phrase


class Event(PublishableRecord):
    """One gathering in one city on one local date: the date on which it began."""

    slug = models.SlugField(
        _("slug"), max_length=120, unique=True, help_text=_("Permanent name in addresses.")
    )
    name = models.CharField(_("name"), max_length=300, help_text=_("Name shown in English."))
    kind = models.CharField(
        _("kind"),
        max_length=16,
        choices=EventKind,
        default=EventKind.RALLY,
        help_text=_("What sort of gathering it was."),
    )
    authorisation = models.CharField(
        _("authorisation"),
        max_length=14,
        choices=Authorisation,
        default=Authorisation.UNKNOWN,
        help_text=_("Whether the authorities had allowed it."),
    )
    status = models.CharField(
        _("status"),
        max_length=9,
        choices=EventStatus,
        blank=True,
        help_text=_("What became of it; empty where that is not recorded."),
    )
    series = models.ForeignKey(
        EventSeries,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
        verbose_name=_("series"),
        help_text=_("The series it belongs to."),
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        related_name="events",
        verbose_name=_("city"),
        help_text=_("Where it took place."),
    )
    place_detail = models.CharField(
        _("place in the city"),
        max_length=300,
        blank=True,
        help_text=_("Street, square or station of the gathering; public."),
    )
    date = models.DateField(_("date"), help_text=_("Local date on which it began."))
    start_time = models.TimeField(
        _("start time"), null=True, blank=True, help_text=_("Local time, where known.")
    )
    end_date = models.DateField(
        _("end date"),
        null=True,
        blank=True,
        help_text=_("Local date on which it ended, if past midnight."),
    )
    end_time = models.TimeField(
        _("end time"), null=True, blank=True, help_text=_("Local time, where known.")
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("What happened, for readers; public.")
    )
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("For staff; never leaves the casework.")
    )
    history = history()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("-date", "name")
        indexes = [
            published_index("event_version", "version", "id"),
            waiting_index("event_waiting"),
            published_index("event_date", "date", "id"),
            published_index("event_city_date", "city", "date"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end_date__isnull=True)
                | models.Q(end_date__gte=models.F("date")),
                name="event_ends_after_it_began",
                violation_error_message=_("The event ends before it began."),
                violation_error_code="end_date",
            ),
            models.CheckConstraint(
                condition=models.Q(start_time__isnull=True)
                | models.Q(end_time__isnull=True)
                | models.Q(end_time__gte=models.F("start_time"))
                | models.Q(end_date__isnull=False, end_date__gt=models.F("date")),
                name="event_ends_after_its_hour",
                violation_error_message=_(
                    "The event ends before it began; give the end date if it ran past midnight."
                ),
                violation_error_code="end_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"


class EventName(models.Model):
    """Another name that an event was printed under."""

    event = models.ForeignKey(
        Event,
        on_delete=models.CASCADE,
        related_name="names",
        verbose_name=_("event"),
        help_text=_("The event that bears the name."),
    )
    name = models.CharField(_("name"), max_length=300, help_text=_("As printed."))
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[LANGUAGE],
        help_text=_("BCP 47 code of the language."),
    )
    source = models.ForeignKey(
        Source,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="event_names",
        verbose_name=_("source"),
        help_text=_("Where the name is printed."),
    )
    history = history()

    class Meta:
        verbose_name = _("event name")
        verbose_name_plural = _("event names")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["event", "name", "language"],
                name="event_name_once",
                violation_error_message=_("The event has this name in this language already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class EventCircumstance(models.Model):
    """What the authorities did around an event."""

    event = models.ForeignKey(
        Event,
        on_delete=models.CASCADE,
        related_name="circumstances",
        verbose_name=_("event"),
        help_text=_("The event it happened around."),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=CircumstanceKind, help_text=_("What was done.")
    )
    start_time = models.TimeField(
        _("from"), null=True, blank=True, help_text=_("Local time from which, where known.")
    )
    detail = models.CharField(
        _("detail"), max_length=500, blank=True, help_text=_("In words, for readers; public.")
    )
    history = history()

    class Meta:
        verbose_name = _("circumstance")
        verbose_name_plural = _("circumstances")
        ordering = ("start_time", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "kind", "start_time", "detail"],
                name="circumstance_once",
                violation_error_message=_("The event has this circumstance already."),
            ),
            # For a unique constraint two rows without a time are different.
            models.UniqueConstraint(
                fields=["event", "kind", "detail"],
                condition=models.Q(start_time__isnull=True),
                name="circumstance_once_without_time",
                violation_error_message=_("The event has this circumstance already."),
            ),
        ]

    def __str__(self) -> str:
        return self.detail or str(self.get_kind_display())
