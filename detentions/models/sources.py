"""Who counts and publishes, in which documents, and what those documents support."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Left
from django.utils.translation import gettext_lazy as _

from detentions.choices import OrganisationKind, SourceKind
from detentions.models.base import (
    LANGUAGE,
    PublishableRecord,
    Record,
    history,
    published_index,
    waiting_index,
)

# Characters of a quote by which two citations of one place differ.
TOLD_APART_BY = 250


class Organisation(Record):
    """A body that counts detained people or publishes what others counted."""

    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, help_text=_("Permanent name in addresses.")
    )
    name = models.CharField(
        _("name"), max_length=200, unique=True, help_text=_("Full name, in English.")
    )
    short_name = models.CharField(
        _("short name"),
        max_length=60,
        blank=True,
        help_text=_("As printed beside figures, such as Viasna or MVD."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=OrganisationKind,
        default=OrganisationKind.NEWSROOM,
        help_text=_("What sort of body it is."),
    )
    rank = models.PositiveSmallIntegerField(
        _("rank"),
        default=100,
        help_text=_("Editorial order for ties and for listing; 1 comes first."),
    )
    counts_towards_headlines = models.BooleanField(
        _("counts towards headlines"),
        default=False,
        help_text=_("Whether its figures may become the headline of a day."),
    )
    url = models.URLField(
        _("address"), max_length=1000, blank=True, help_text=_("Its own site, if it has one.")
    )
    history = history()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("rank", "name")

    def __str__(self) -> str:
        return self.short_name or self.name


class Source(PublishableRecord):
    """A document in which something is printed."""

    title = models.CharField(
        _("title"), max_length=500, blank=True, help_text=_("As printed; empty where not known.")
    )
    publisher = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="sources",
        verbose_name=_("publisher"),
        help_text=_("Who published the document."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=SourceKind,
        default=SourceKind.ARTICLE,
        help_text=_("What sort of document it is."),
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        blank=True,
        validators=[LANGUAGE],
        help_text=_("BCP 47 code of its language."),
    )
    url = models.URLField(
        _("address"), max_length=1000, blank=True, help_text=_("Where it was found.")
    )
    archived_url = models.URLField(
        _("archived address"),
        max_length=1000,
        blank=True,
        help_text=_("A copy that will stay when the original goes."),
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Date printed on the document.")
    )
    accessed_on = models.DateField(
        _("accessed on"), null=True, blank=True, help_text=_("When staff last read it there.")
    )
    derived_from = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="echoes",
        verbose_name=_("derived from"),
        help_text=_("The source it repeats: an agency quoting a list is not a second source."),
    )
    confidential = models.BooleanField(
        _("confidential"),
        default=False,
        help_text=_(
            "Published only as “confidential source”, without title, address or publisher."
        ),
    )
    notes = models.TextField(
        _("notes"), blank=True, help_text=_("For staff; never leaves the casework.")
    )
    history = history()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ("-published_on", "title")
        indexes = [
            published_index("source_version", "version", "id"),
            waiting_index("source_waiting"),
            models.Index(fields=["url"], name="source_url"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title="", url="", publisher=None),
                name="source_is_named",
                violation_error_message=_("Give a title, an address or a publisher."),
            ),
            models.CheckConstraint(
                condition=~models.Q(derived_from=models.F("id")),
                name="source_not_its_own_origin",
                violation_error_message=_("A source cannot be derived from itself."),
                violation_error_code="derived_from",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.url or str(self.publisher)


class Citation(models.Model):
    """The place in a source that supports an event, a detention or a custody event."""

    source = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        related_name="citations",
        verbose_name=_("source"),
        help_text=_("The document that says so."),
    )
    event = models.ForeignKey(
        "detentions.Event",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("event"),
        help_text=_("The event that it supports."),
    )
    detention = models.ForeignKey(
        "detentions.Detention",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="citations",
        verbose_name=_("detention"),
        help_text=_("The detention that it supports."),
    )
    locator = models.CharField(
        _("locator"),
        max_length=200,
        blank=True,
        help_text=_("Page, paragraph or minute."),
    )
    quote = models.TextField(
        _("quote"), blank=True, help_text=_("The words that support the record, verbatim.")
    )
    accessed_on = models.DateField(
        _("accessed on"), null=True, blank=True, help_text=_("When staff read it there.")
    )
    history = history()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(event__isnull=True) ^ models.Q(detention__isnull=True),
                name="citation_supports_one_record",
                violation_error_message=_("A citation supports one event or one detention."),
            ),
            *(
                models.UniqueConstraint(
                    record,
                    "source",
                    "locator",
                    # PostgreSQL keeps no longer texts in an index.
                    Left("quote", TOLD_APART_BY),
                    name=f"citation_of_{record}_once",
                    violation_error_message=_("This place in the source is cited here already."),
                )
                for record in ("event", "detention")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".strip()
