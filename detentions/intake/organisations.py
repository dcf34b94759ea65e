"""Finding the organisation that a file names, or proposing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from detentions.choices import OrganisationKind
from detentions.entry import Proposal
from detentions.ids import new_id
from detentions.intake.cells import Cells
from detentions.intake.echoes import Publishers, split
from detentions.intake.keys import match_key
from detentions.intake.outcome import Outcome
from detentions.intake.scratch import Scratch
from detentions.intake.slugs import Slugs, slug_of
from detentions.models import Organisation

LONGEST_NAME = 200
_COLUMNS = ("slug", "name", "short_name", "kind", "rank", "counts_towards_headlines", "url")


class Organisations:
    """The organisations there are, by slug, short name and name in any spelling.

    `known` is what a mapping says about organisations that are not there yet, under the name
    that the file prints; `also` lists further printed names of one.
    """

    def __init__(
        self, scratch: Scratch, slugs: Slugs, known: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self._scratch = scratch
        self._slugs = slugs
        self._known = {
            match_key(printed): {"name": name, **about}
            for name, about in known.items()
            for printed in (name, *about.get("also", ()))
        }
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._labels: dict[str, str] = {}
        for row in Organisation.objects.only("slug", "short_name", "name"):
            self._labels[row.pk] = row.slug
            for text in filter(None, (row.slug, row.short_name, row.name)):
                self._by_key[match_key(text)].add(row.pk)

    def knows(self, printed: str) -> bool:
        """Tell whether a name, as it stands, is that of an organisation."""
        key = match_key(printed)
        return key in self._by_key or key in self._known

    def publishers(self, printed: str) -> Publishers:
        """Return who published a document and whom it repeats, by the printed publisher."""
        return Publishers(printed, "") if self.knows(printed) else split(printed)

    def find(self, cells: Cells, field: str, printed: str) -> str | None:
        """Return the id of an organisation that is there; asks where several bear the name."""
        for key in self._keys(printed):
            found = self._by_key.get(key, set())
            if len(found) > 1:
                slugs = ", ".join(sorted(self._labels[pk] for pk in found))
                cells.ask(
                    field,
                    printed,
                    _("several organisations have this name: write one of %(slugs)s")
                    % {"slugs": slugs},
                )
                return None
            if found:
                return next(iter(found))
        planned = self._scratch.recall("organisation", self._keys(printed)[-1])
        return planned[0] if planned else None

    def find_or_plan(self, cells: Cells, field: str, printed: str, outcome: Outcome) -> str:
        """Return the id of an organisation, proposing it first where it is not there."""
        found = self.find(cells, field, printed)
        if found:
            return found
        about = self._known.get(match_key(printed), {"name": printed})
        values = {column: about[column] for column in _COLUMNS if column in about}
        values["id"] = new_id()
        values["slug"] = self._slugs.take(Organisation, values.get("slug") or slug_of(printed)[:60])
        values.setdefault("kind", OrganisationKind.NEWSROOM)
        self._scratch.remember("organisation", self._keys(printed)[-1], values["id"], outcome.line)
        outcome.create.append(Proposal(Organisation, values, line=outcome.line))
        return str(values["id"])

    def _keys(self, printed: str) -> list[str]:
        """Return the keys to look under: the printed name's, then those of who it is known as."""
        about = self._known.get(match_key(printed), {})
        others = [str(about.get(column, "")) for column in ("slug", "short_name", "name")]
        return list(dict.fromkeys(match_key(text) for text in (printed, *others) if text))
