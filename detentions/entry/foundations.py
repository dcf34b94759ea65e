"""What published records rest on, which has to be published as long as they are."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from detentions import models
from detentions.choices import PublicationState
from detentions.entry.errors import InUseError, NotReadyError
from detentions.models.base import PublishableRecord


def require_foundation(record: PublishableRecord) -> None:
    """Raise NotReadyError while what the record rests on is not public.

    A detention rests on its event and on at least one source (rule 15). A figure rests on the
    one that it replaces as well: with a gap in the row of corrections, the oldest would be in
    force again (rule 3).
    """
    resting: list[PublishableRecord | None] = []
    if isinstance(record, models.ReportedCount):
        resting = [record.source, record.event, record.supersedes]
    elif isinstance(record, models.Detention):
        resting = [record.event]
    for foundation in resting:
        if foundation and foundation.state != PublicationState.PUBLISHED:
            raise NotReadyError(
                _("Publish %(foundation)s first: %(record)s rests on it.")
                % {"foundation": foundation, "record": record}
            )
    if isinstance(record, models.Detention):
        require_sources([record])


def require_sources(detentions: Collection[models.Detention]) -> None:
    """Raise NotReadyError for a detention that no published source supports, confidential or not.

    A citation or a step of custody is enough.
    """
    public = models.Source.objects.published()
    supported: set[str] = set()
    for rows in (models.Citation.objects, models.CustodyEvent.objects):
        found = rows.filter(detention__in=detentions, source__in=public)
        supported.update(found.values_list("detention_id", flat=True))
    for detention in detentions:
        if detention.pk not in supported:
            raise NotReadyError(
                _("%(record)s rests on no published source: cite one, and publish it first.")
                % {"record": detention}
            )


def refuse_if_in_use(record: PublishableRecord) -> None:
    """Raise InUseError while published records rest on the record."""
    counts = models.ReportedCount.objects.published()
    detentions = models.Detention.objects.published()
    used = 0
    if isinstance(record, models.Source):
        cited = Q(citations__source=record)
        used = (
            counts.filter(source=record).count()
            + models.Event.objects.published().filter(cited).distinct().count()
            + detentions.filter(cited | Q(custody_events__source=record)).distinct().count()
        )
    elif isinstance(record, models.Event):
        used = counts.filter(event=record).count() + detentions.filter(event=record).count()
    elif isinstance(record, models.ReportedCount):
        used = counts.filter(supersedes=record).count()
    if used:
        raise InUseError(
            ngettext(
                "%(number)d published record rests on %(record)s: withdraw or move it first.",
                "%(number)d published records rest on %(record)s: withdraw or move them first.",
                used,
            )
            % {"number": used, "record": record}
        )
