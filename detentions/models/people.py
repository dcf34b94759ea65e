"""Detainees and the names they go by in public."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions.choices import COUNTRIES, NamePublication, Script, Sex
from detentions.models.base import LANGUAGE, Record, history


def is_country(code: str) -> None:
    """Raise ValidationError for what is no ISO 3166-1 alpha-2 code."""
    if code not in COUNTRIES:
        raise ValidationError(
            _("%(code)s is no ISO 3166-1 code of a country, such as BY."), params={"code": code}
        )


class Detainee(Record):
    """A person who was detained, once or more often. A withheld name still counts."""

    name = models.CharField(
        _("name"),
        max_length=200,
        blank=True,
        help_text=_("As best known; leaves the casework only as name publication allows."),
    )
    key = models.CharField(
        _("match key"),
        max_length=200,
        blank=True,
        db_index=True,
        editable=False,
        help_text=_("Spelling-neutral form of the name that matching compares."),
    )
    name_publication = models.CharField(
        _("name publication"),
        max_length=9,
        choices=NamePublication,
        default=NamePublication.WITHHELD,
        help_text=_("In which form the name is public. Withheld people still count."),
    )
    initials = models.CharField(
        _("initials"),
        max_length=20,
        blank=True,
        help_text=_("Shown where the publication is by initials; filled in from the name."),
    )
    pseudonym = models.CharField(
        _("pseudonym"),
        max_length=100,
        blank=True,
        help_text=_("Shown where the publication is by pseudonym."),
    )
    publication_reason = models.CharField(
        _("reason"),
        max_length=300,
        blank=True,
        help_text=_("Why the name is public in this form; for staff."),
    )
    consent_by = models.CharField(
        _("consent given by"),
        max_length=200,
        blank=True,
        help_text=_("Who consented and how; for staff."),
    )
    review_on = models.DateField(
        _("review on"),
        null=True,
        blank=True,
        help_text=_("When the form of publication is to be looked at again."),
    )
    year_of_birth = models.PositiveSmallIntegerField(
        _("year of birth"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1880), MaxValueValidator(2100)],
        help_text=_("Public only with a public name."),
    )
    age = models.PositiveSmallIntegerField(
        _("age"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(120)],
        help_text=_("As reported, where the year of birth is not known; for staff."),
    )
    sex = models.CharField(
        _("sex"),
        max_length=7,
        choices=Sex,
        default=Sex.UNKNOWN,
        help_text=_("As reported; counted for everyone, shown only with a public name."),
    )
    occupation = models.CharField(
        _("occupation"),
        max_length=200,
        blank=True,
        help_text=_("As reported; public only with a public name."),
    )
    citizenship = models.CharField(
        _("citizenship"),
        max_length=2,
        blank=True,
        validators=[is_country],
        help_text=_("ISO 3166-1 code; public only with a public name."),
    )
    contacts = models.TextField(
        _("contacts"),
        blank=True,
        help_text=_("Of the person or relatives; only for staff with that right."),
    )
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("Only for staff with that right; never published.")
    )
    history = history()

    class Meta:
        verbose_name = _("detainee")
        verbose_name_plural = _("detainees")
        ordering = ("name", "id")
        indexes = [models.Index(fields=["version", "id"], name="detainee_version")]
        permissions = [("view_identity", _("Can see contacts and notes of detainees"))]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name_publication=NamePublication.PUBLIC, name=""),
                name="detainee_public_name_given",
                violation_error_message=_("A public name has to be given, or withheld."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name_publication=NamePublication.PSEUDONYM, pseudonym=""),
                name="detainee_pseudonym_given",
                violation_error_message=_("Publication by pseudonym needs a pseudonym."),
            ),
            models.CheckConstraint(
                condition=~models.Q(name_publication=NamePublication.INITIALS, initials=""),
                name="detainee_initials_given",
                violation_error_message=_("Publication by initials needs initials or a name."),
            ),
            models.CheckConstraint(
                condition=models.Q(name_publication=NamePublication.WITHHELD)
                | ~models.Q(consent_by=""),
                name="detainee_consent_recorded",
                violation_error_message=_(
                    "Say who consented to this form of publication, or withhold the name."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.pseudonym or self.id


class DetaineeName(models.Model):
    """Another form of a detainee's name, as reported in some script."""

    detainee = models.ForeignKey(
        Detainee,
        on_delete=models.CASCADE,
        related_name="names",
        verbose_name=_("detainee"),
        help_text=_("The person who bears the name."),
    )
    name = models.CharField(_("name"), max_length=200, help_text=_("As reported."))
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[LANGUAGE],
        help_text=_("BCP 47 code of the language."),
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
        help_text=_("Spelling-neutral form that matching compares."),
    )
    history = history()

    class Meta:
        verbose_name = _("detainee name")
        verbose_name_plural = _("detainee names")
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["detainee", "name"],
                name="detainee_name_once",
                violation_error_message=_("The detainee has this name already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
