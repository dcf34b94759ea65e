"""One person, one taking, and the dated steps that followed."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions.choices import CustodyKind, DetainedBy, Force, Precision, Role
from detentions.models.base import PublishableRecord, history, published_index, waiting_index
from detentions.models.events import Event
from detentions.models.people import Detainee
from detentions.models.places import City
from detentions.models.sources import Source


class Detention(PublishableRecord):
    """One person, one taking. A person may have many."""

    detainee = models.ForeignKey(
        Detainee,
        on_delete=models.PROTECT,
        related_name="detentions",
        verbose_name=_("detainee"),
        help_text=_("Who was detained."),
    )
    event = models.ForeignKey(
        Event,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="detentions",
        verbose_name=_("event"),
        help_text=_("Empty where the person was taken elsewhere, at home beforehand for one."),
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        related_name="detentions",
        verbose_name=_("city"),
        help_text=_("Where it happened."),
    )
    date = models.DateField(_("date"), help_text=_("Local date of the detention."))
    time = models.TimeField(
        _("time"), null=True, blank=True, help_text=_("Local time, where known.")
    )
    precision = models.CharField(
        _("precision"),
        max_length=12,
        choices=Precision,
        default=Precision.DAY,
        help_text=_("How exactly the moment is known."),
    )
    place_detail = models.CharField(
        _("place in the city"),
        max_length=300,
        blank=True,
        help_text=_("For staff: it may be somebody's home, so it is never published."),
    )
    detained_by = models.CharField(
        _("detained by"),
        max_length=12,
        choices=DetainedBy,
        default=DetainedBy.UNKNOWN,
        help_text=_("Who carried it out."),
    )
    force_used = models.CharField(
        _("use of force"),
        max_length=7,
        choices=Force,
        default=Force.UNKNOWN,
        help_text=_("Whether force was used."),
    )
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("For staff; never leaves the casework.")
    )
    history = history()

    class Meta:
        verbose_name = _("detention")
        verbose_name_plural = _("detentions")
        ordering = ("-date", "id")
        permissions = [
            ("publish_record", _("Can publish records that others entered")),
            ("change_published", _("Can change and withdraw what is published")),
        ]
        indexes = [
            published_index("detention_version", "version", "id"),
            waiting_index("detention_waiting"),
            published_index("detention_date", "date", "id"),
            published_index("detention_date_version", "date", "version", "id"),
            published_index("detention_city_date", "city", "date", "id"),
            published_index("detention_city_version", "city", "version", "id"),
            published_index("detention_event", "event", "id"),
            published_index("detention_detainee_date", "detainee", "date"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(time__isnull=False)
                | ~models.Q(precision__in=[Precision.MINUTE, Precision.ABOUT]),
                name="detention_minute_has_a_time",
                violation_error_message=_("Give the time, or a precision of a day."),
                violation_error_code="precision",
            ),
            models.CheckConstraint(
                condition=models.Q(time__isnull=True)
                | ~models.Q(precision__in=[Precision.DAY, Precision.ABOUT_DAY]),
                name="detention_day_has_no_time",
                violation_error_message=_(
                    "A time is given: say how exactly it is known, or leave it out."
                ),
                violation_error_code="precision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.detainee}"


class DetentionRole(models.Model):
    """What the person was at the time of the detention."""

    detention = models.ForeignKey(
        Detention,
        on_delete=models.CASCADE,
        related_name="roles",
        verbose_name=_("detention"),
        help_text=_("The detention it was true of."),
    )
    role = models.CharField(
        _("role"), max_length=16, choices=Role, help_text=_("What the person was at the time.")
    )
    history = history()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ("role",)
        indexes = [models.Index(fields=["role", "detention"], name="role_detention")]
        constraints = [
            models.UniqueConstraint(
                fields=["detention", "role"],
                name="detention_role_once",
                violation_error_message=_("The detention has this role already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_role_display())


class CustodyEvent(models.Model):
    """A dated step of one detention; the latest is its current status."""

    detention = models.ForeignKey(
        Detention,
        on_delete=models.CASCADE,
        related_name="custody_events",
        verbose_name=_("detention"),
        help_text=_("The detention that it is a step of."),
    )
    kind = models.CharField(
        _("kind"), max_length=22, choices=CustodyKind, help_text=_("What happened.")
    )
    date = models.DateField(_("date"), help_text=_("Local date of the step."))
    time = models.TimeField(
        _("time"), null=True, blank=True, help_text=_("Local time, where known.")
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Order among the steps of one date; later is larger.")
    )
    days = models.PositiveSmallIntegerField(
        _("days"), null=True, blank=True, help_text=_("Length of an administrative arrest.")
    )
    amount = models.DecimalField(
        _("amount"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Of a fine, in the currency beside it."),
    )
    currency = models.CharField(
        _("currency"), max_length=3, blank=True, help_text=_("ISO 4217 code, such as BYN.")
    )
    article = models.CharField(
        _("article"), max_length=40, blank=True, help_text=_("Of the code, such as 23.34.")
    )
    code_edition = models.PositiveSmallIntegerField(
        _("code edition"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(2100)],
        help_text=_("Year of the code's edition: article 23.34 became 24.23 in 2021."),
    )
    source = models.ForeignKey(
        Source,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="custody_events",
        verbose_name=_("source"),
        help_text=_("The document that says so."),
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        blank=True,
        help_text=_("Page, paragraph or minute in the source."),
    )
    quote = models.TextField(
        _("quote"), blank=True, help_text=_("The words that tell of the step, verbatim.")
    )
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("For staff; never leaves the casework.")
    )
    history = history()

    class Meta:
        verbose_name = _("custody event")
        verbose_name_plural = _("custody events")
        ordering = ("date", "order", "id")
        indexes = [models.Index(fields=["detention", "date", "order", "id"], name="custody_latest")]
        constraints = [
            models.UniqueConstraint(
                fields=["detention", "date", "order", "kind"],
                name="custody_step_once",
                violation_error_message=_(
                    "The detention has this step on that day already; a second one needs another "
                    "order."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(article="") | models.Q(code_edition__isnull=False),
                name="custody_article_with_edition",
                violation_error_message=_(
                    "Name the code's edition beside the article: articles were renumbered."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(amount__isnull=True) | ~models.Q(currency=""),
                name="custody_amount_with_currency",
                violation_error_message=_("Name the currency beside the amount."),
            ),
            models.CheckConstraint(
                condition=models.Q(source__isnull=False) | models.Q(locator="", quote=""),
                name="custody_place_in_a_source",
                violation_error_message=_("Name the source that the locator and quote are of."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.get_kind_display()}"
