"""Regions by their ISO 3166-2 code: found, or proposed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detentions.choices import RegionKind
from detentions.entry import Proposal
from detentions.ids import new_id
from detentions.intake.cells import is_valid
from detentions.intake.outcome import Outcome
from detentions.intake.slugs import Slugs
from detentions.models import Region
from detentions.models.places import ISO_REGION


class Regions:
    """The regions there are and those that this file brings; there are few, so all are kept.

    `listed` are the codes and names that a mapping allows; without any, every code is.
    """

    def __init__(self, slugs: Slugs, listed: Mapping[str, str]) -> None:
        self._slugs = slugs
        self._listed = listed
        self._ids: dict[str, str] = dict(Region.objects.exclude(code="").values_list("code", "pk"))

    def is_code(self, code: str) -> bool:
        """Tell whether a code may stand for a region."""
        if self._listed:
            return code in self._listed
        return is_valid(ISO_REGION, code)

    def id_of(self, code: str, outcome: Outcome, name: str = "") -> str:
        """Return the id of a region, proposing it first where it is not there."""
        if code not in self._ids:
            shown = self._listed.get(code) or name or code
            self.plan(
                {"slug": code.lower(), "code": code, "kind": RegionKind.REGION, "name": shown},
                [{"name": shown, "language": "en", "displayed": True}],
                outcome,
            )
        return self._ids[code]

    def plan(
        self, values: Mapping[str, Any], names: list[dict[str, Any]], outcome: Outcome
    ) -> None:
        """Propose a region with its names."""
        filled = {**values, "id": new_id(), "slug": self._slugs.take(Region, values["slug"])}
        if values["code"]:
            self._ids[values["code"]] = filled["id"]
        outcome.create.append(Proposal(Region, filled, {"names": names}, outcome.line or None))
