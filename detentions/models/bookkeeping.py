"""What the project keeps about its own data: versions, changes, batches, tallies."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions.choices import ChangeAction, IntakeKind
from detentions.ids import new_id


class DataVersion(models.Model):
    """One row: the number of the newest public state. Its lock orders all writers."""

    number = models.BigIntegerField(
        _("number"), default=0, help_text=_("Grows by one with every public change.")
    )
    published_at = models.DateTimeField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_(
            "When a record last became public or a public one was changed; a withdrawal alone "
            "does not count."
        ),
    )
    demonstration = models.BooleanField(
        _("demonstration"),
        default=False,
        help_text=_(
            "Whether demonstration data is loaded: figures of organisations are real, individual "
            "records invented. Every page says so."
        ),
    )

    class Meta:
        verbose_name = _("data version")
        verbose_name_plural = _("data version")

    def __str__(self) -> str:
        return str(self.number)


class Change(models.Model):
    """What happened to one public record in one data version. Carries no name."""

    version = models.BigIntegerField(_("data version"), help_text=_("The version it made."))
    kind = models.CharField(
        _("kind"), max_length=24, help_text=_("Which kind of record, as in the API's path.")
    )
    record_id = models.CharField(_("record"), max_length=16, help_text=_("Id of the record."))
    action = models.CharField(
        _("action"), max_length=10, choices=ChangeAction, help_text=_("What happened.")
    )
    successor_id = models.CharField(
        _("successor"),
        max_length=16,
        blank=True,
        help_text=_("The record that a merged one lives on in."),
    )
    at = models.DateTimeField(_("at"), help_text=_("When it happened."))

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("version", "id")
        indexes = [
            models.Index(fields=["version", "id"], name="change_version"),
            models.Index(fields=["kind", "record_id"], name="change_record"),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.kind} {self.action}"


class FormerSlug(models.Model):
    """The slug that a record had in public before it was withdrawn, as a digest.

    A slug is made of names, which a withdrawal may be about: whoever still has the address is
    told that there was a record, and nobody can read off what it was.
    """

    kind = models.CharField(
        _("kind"), max_length=24, help_text=_("Which kind of record, as in the API's path.")
    )
    digest = models.CharField(
        _("digest"), max_length=64, help_text=_("SHA-256 of the slug, which is not kept itself.")
    )
    record_id = models.CharField(
        _("record"), max_length=16, help_text=_("Id of the record that had the slug last.")
    )

    class Meta:
        verbose_name = _("former slug")
        verbose_name_plural = _("former slugs")
        constraints = [
            models.UniqueConstraint(fields=["kind", "digest"], name="former_slug_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id}"


class IntakeBatch(models.Model):
    """One file brought in as one transaction, which can be undone as one."""

    id = models.CharField(
        _("id"),
        primary_key=True,
        max_length=16,
        default=new_id,
        editable=False,
        help_text=_("Opaque and permanent."),
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=IntakeKind, help_text=_("What the file holds.")
    )
    file_name = models.CharField(_("file name"), max_length=200, help_text=_("Without folders."))
    file_digest = models.CharField(
        _("file digest"), max_length=64, help_text=_("SHA-256 of the file.")
    )
    mapping = models.CharField(
        _("mapping"), max_length=100, blank=True, help_text=_("Name of the mapping used.")
    )
    summary = models.JSONField(
        _("summary"), default=dict, help_text=_("Rows per outcome of the triage.")
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("entered by"),
        help_text=_("Who brought the file in."),
    )
    committed_at = models.DateTimeField(_("committed at"), help_text=_("When it was written."))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("undone by"),
        help_text=_("Who reversed it."),
    )
    undone_at = models.DateTimeField(
        _("undone at"), null=True, blank=True, help_text=_("When it was reversed.")
    )

    class Meta:
        verbose_name = _("intake batch")
        verbose_name_plural = _("intake batches")
        ordering = ("-committed_at",)

    def __str__(self) -> str:
        return f"{self.committed_at:%Y-%m-%d %H:%M} {self.file_name}"


class BatchRecord(models.Model):
    """One record that a batch created or changed, and the revision it left it at."""

    batch = models.ForeignKey(
        IntakeBatch,
        on_delete=models.CASCADE,
        related_name="records",
        verbose_name=_("batch"),
        help_text=_("The batch that wrote it."),
    )
    line = models.PositiveIntegerField(
        _("line"), null=True, help_text=_("Line of the file that it came from.")
    )
    kind = models.CharField(_("kind"), max_length=24, help_text=_("Which kind of record."))
    record_id = models.CharField(_("record"), max_length=16, help_text=_("Id of the record."))
    created = models.BooleanField(
        _("created"), help_text=_("Whether the batch created it; otherwise it changed it.")
    )
    revision = models.PositiveIntegerField(
        _("revision"), help_text=_("Revision that the batch left; a later one blocks the undo.")
    )

    class Meta:
        verbose_name = _("record of a batch")
        verbose_name_plural = _("records of a batch")
        ordering = ("id",)
        indexes = [models.Index(fields=["kind", "record_id"], name="batch_record")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id}"


class Tally(models.Model):
    """Documented detentions of one day or week, in one city or all, in one breakdown.

    Derived from published detentions by `tallies` in the transaction that changes them;
    `rebuild_tallies --check` compares the table with them.
    """

    period = models.CharField(
        _("period"), max_length=4, help_text=_("“day” or “week” (Monday to Sunday).")
    )
    start = models.DateField(_("start"), help_text=_("The day, or the Monday of the week."))
    city_id = models.CharField(
        _("city"), max_length=16, blank=True, help_text=_("Empty for the whole country.")
    )
    dimension = models.CharField(
        _("dimension"),
        max_length=12,
        help_text=_("“all”, or what the row is broken down by: role, sex, status, detained_by."),
    )
    value = models.CharField(
        _("value"), max_length=24, blank=True, help_text=_("The value in that dimension.")
    )
    detentions = models.PositiveIntegerField(_("detentions"), help_text=_("Published detentions."))
    people = models.PositiveIntegerField(_("people"), help_text=_("Different people among them."))
    new_people = models.PositiveIntegerField(
        _("new people"),
        help_text=_("Those whose first published detention there this is: sums to all people."),
    )

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            models.UniqueConstraint(
                fields=["period", "start", "city_id", "dimension", "value"], name="tally_once"
            ),
        ]
        indexes = [
            models.Index(fields=["city_id", "dimension", "period", "start"], name="tally_city")
        ]

    def __str__(self) -> str:
        return f"{self.start} {self.city_id} {self.dimension} {self.value}"
