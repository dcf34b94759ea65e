"""What the readers of all kinds share during one pass over a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from detentions.choices import PublicationState, SourceKind
from detentions.intake.layout import Layout
from detentions.intake.organisations import Organisations
from detentions.intake.outcome import Outcome
from detentions.intake.places import Places
from detentions.intake.regions import Regions
from detentions.intake.scratch import Scratch
from detentions.intake.slugs import Slugs
from detentions.intake.sources import Sources
from detentions.models.base import PublishableRecord, Record


@dataclass(slots=True)
class Context:
    """One pass: the layout, what came before, the lookups, and who would publish."""

    layout: Layout
    scratch: Scratch
    zone: tzinfo
    today: date
    publisher: User | None
    companions: Mapping[str, Path]
    slugs: Slugs = field(init=False)
    regions: Regions = field(init=False)
    places: Places = field(init=False)
    organisations: Organisations = field(init=False)
    sources: Sources = field(init=False)

    def __post_init__(self) -> None:
        mapping = self.layout.mapping
        self.slugs = Slugs(self.scratch)
        self.regions = Regions(self.slugs, mapping.regions)
        self.places = Places(self.scratch, self.slugs, self.regions)
        self.organisations = Organisations(self.scratch, self.slugs, mapping.organisations)
        self.sources = Sources(self.scratch)

    def document_values(self, url: str) -> dict[str, str]:
        """Return what the mapping says about documents at an address: their kind and language."""
        about = self.layout.mapping.source
        address = urlsplit(url)
        host = address.hostname or ""
        channel = "/".join([host, *address.path.split("/")[1:2]])
        languages = about.get("languages_by_host", {})
        return {
            "kind": about.get("kinds_by_host", {}).get(host, about.get("kind", SourceKind.ARTICLE)),
            "language": languages.get(channel) or languages.get(host, about.get("language", "")),
        }

    def rest_on(self, record: PublishableRecord | None, column: str, outcome: Outcome) -> None:
        """Note that a row rests on an existing record, which is published with the batch.

        Refuses the row where the record may not be published: it was withdrawn, or the
        publisher entered it.
        """
        if not self.publisher or not record or record.state == PublicationState.PUBLISHED:
            return
        if record.state == PublicationState.WITHDRAWN:
            reason = _("was withdrawn, so nothing that rests on it can be published")
        elif self.publisher.pk in {record.entered_by_id, record.changed_by_id}:
            reason = _("was entered or changed by %(who)s, so somebody else has to publish it") % {
                "who": self.publisher
            }
        else:
            outcome.rests_on.append(record)
            return
        outcome.refuse(column, str(record), reason)

    def claim(self, record_id: str, line: int) -> None:
        """Note that a row of this file is about a record, so that no other row is."""
        self.scratch.remember("claimed", record_id, "", line)

    def is_claimed(self, record: Record) -> bool:
        """Tell whether an earlier row of this file is about a record."""
        return self.scratch.recall("claimed", record.pk) is not None
