"""Cities, regions, and every name that they are printed under."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions.choices import RegionKind, Script
from detentions.models.base import LANGUAGE, Record, history

ISO_REGION = RegexValidator(r"^[A-Z]{2}-[A-Z0-9]{1,3}$", _("An ISO 3166-2 code looks like BY-HM."))
WIKIDATA = RegexValidator(r"^Q[1-9][0-9]*$", _("A Wikidata id looks like Q2280."))


class PlaceName(models.Model):
    """One printed form of a place's name."""

    name = models.CharField(_("name"), max_length=200, help_text=_("The name as printed."))
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[LANGUAGE],
        help_text=_("BCP 47 code of the language, empty where nobody says which."),
    )
    script = models.CharField(
        _("script"),
        max_length=4,
        choices=Script,
        default=Script.LATIN,
        help_text=_("ISO 15924 code of the script."),
    )
    key = models.CharField(
        _("match key"),
        max_length=200,
        db_index=True,
        editable=False,
        help_text=_("Script- and spelling-neutral form that matching compares."),
    )
    displayed = models.BooleanField(
        _("displayed"),
        default=False,
        help_text=_("Whether this is the name shown to readers of its language."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Region(Record):
    """A region of the country, or an area that a source counts over."""

    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, help_text=_("Permanent name in addresses.")
    )
    code = models.CharField(
        _("ISO 3166-2 code"),
        max_length=6,
        blank=True,
        validators=[ISO_REGION],
        help_text=_("Empty for an area that is no region of the country."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=8,
        choices=RegionKind,
        default=RegionKind.REGION,
        help_text=_("Only regions of the country are summed; other areas overlap them."),
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("Name shown in English."))
    history = history()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=~models.Q(code=""),
                name="region_code_once",
                violation_error_message=_("Another region has this ISO 3166-2 code."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class RegionName(PlaceName):
    """A name of a region in some language."""

    region = models.ForeignKey(
        Region,
        on_delete=models.CASCADE,
        related_name="names",
        verbose_name=_("region"),
        help_text=_("The region that bears the name."),
    )
    history = history()

    class Meta:
        verbose_name = _("region name")
        verbose_name_plural = _("region names")
        constraints = [
            models.UniqueConstraint(
                fields=["region", "name", "language"],
                name="region_name_once",
                violation_error_message=_("The region has this name in this language already."),
            ),
        ]


class City(Record):
    """A settlement; matched over all its stored names, never over one romanisation."""

    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, help_text=_("Permanent name in addresses.")
    )
    name = models.CharField(_("name"), max_length=200, help_text=_("Name shown in English."))
    region = models.ForeignKey(
        Region,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cities",
        verbose_name=_("region"),
        help_text=_("Stored here, never derived from map outlines."),
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Degrees north, WGS 84."),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Degrees east, WGS 84."),
    )
    population = models.PositiveIntegerField(
        _("population"), null=True, blank=True, help_text=_("Inhabitants, empty where unknown.")
    )
    geonames_id = models.PositiveIntegerField(
        _("GeoNames id"),
        null=True,
        blank=True,
        unique=True,
        help_text=_("Number of the place in GeoNames."),
    )
    wikidata_id = models.CharField(
        _("Wikidata id"),
        max_length=16,
        blank=True,
        validators=[WIKIDATA],
        help_text=_("Item of the place in Wikidata."),
    )
    history = history()

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ("name", "id")
        indexes = [models.Index(fields=["version", "id"], name="city_version")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__isnull=False,
                    longitude__range=(-180, 180),
                ),
                name="city_has_both_coordinates",
                violation_error_message=_("Give both the latitude and the longitude, or neither."),
                violation_error_code="longitude",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CityName(PlaceName):
    """A name of a city in some language and script."""

    city = models.ForeignKey(
        City,
        on_delete=models.CASCADE,
        related_name="names",
        verbose_name=_("city"),
        help_text=_("The city that bears the name."),
    )
    history = history()

    class Meta:
        verbose_name = _("city name")
        verbose_name_plural = _("city names")
        constraints = [
            models.UniqueConstraint(
                fields=["city", "name", "language"],
                name="city_name_once",
                violation_error_message=_("The city has this name in this language already."),
            ),
            models.UniqueConstraint(
                fields=["city", "language"],
                condition=models.Q(displayed=True),
                name="city_one_displayed_name",
                violation_error_message=_(
                    "A language shows one name; take the mark off the other first."
                ),
            ),
        ]
