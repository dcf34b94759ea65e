"""Finding the city or region that a file prints, or proposing it where the mapping says so."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from detentions import names
from detentions.entry import Proposal
from detentions.ids import new_id
from detentions.intake.cells import Cells
from detentions.intake.keys import match_key, place_keys
from detentions.intake.lots import in_lots
from detentions.intake.outcome import Outcome
from detentions.intake.regions import Regions
from detentions.intake.scratch import Scratch
from detentions.intake.slugs import Slugs, slug_of
from detentions.models import City, CityName, Region, RegionName

# How a file names the one place that is meant where a name has several: "slug:gorodishche-mi".
BY_SLUG = "slug:"
_SLUG = 60
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Place:
    """A city or region that is there or planned."""

    id: str
    slug: str
    name: str = ""
    region_code: str = ""
    region_name: str = ""

    def __str__(self) -> str:
        where = f", {self.region_name}" if self.region_name else ""
        return f"{self.name}{where} ({BY_SLUG}{self.slug})"


class Places:
    """The places that one lot of rows may name."""

    def __init__(self, scratch: Scratch, slugs: Slugs, regions: Regions) -> None:
        self._scratch = scratch
        self._slugs = slugs
        self._regions_by_code = regions
        self._cities: dict[str, list[Place]] = {}
        self._regions: dict[str, list[Place]] = {}

    def load(self, cities: Iterable[str], regions: Iterable[str] = ()) -> None:
        """Look up the printed names of one lot of rows: four queries, whatever their number."""
        self._cities = _index(City, CityName, "city", cities)
        self._regions = _index(Region, RegionName, "region", regions)

    def load_exact(self, cities: Iterable[str]) -> None:
        """Look up cities by the printed form alone, for files that bring their own places."""
        listed = set(cities)
        self._slugs.foresee(City, map(_slug, listed))
        keys = set(map(match_key, listed))
        self._cities = _bearers(City, CityName, "city", keys)

    def city(self, cells: Cells, field: str, printed: str) -> Place | None:
        """Return the one city meant; refuses an unknown one, asks where there are several."""
        return _one(cells, field, printed, self._cities)

    def region(self, cells: Cells, field: str, printed: str) -> Place | None:
        """Return the one region meant, like `city`."""
        return _one(cells, field, printed, self._regions)

    def city_in(self, cells: Cells, field: str, printed: str, code: str) -> Place | None:
        """Return the city of that name in a region if it is there; asks between several."""
        key = match_key(printed)
        found = [place for place in self._cities.get(key, ()) if place.region_code == code]
        if len(found) > 1:
            cells.ask(field, printed, _among(found))
        if len(found) == 1:
            return found[0]
        planned = self._scratch.recall("city", (key, code))
        return Place(*planned[0].split(" ", 1)) if planned else None

    def plan_city(self, printed: str, code: str, outcome: Outcome) -> Place:
        """Propose a city, and its region where that is not there either."""
        slug = _slug(printed)
        suffixed = f"{slug}-{code.partition('-')[2].lower()}"
        values = {
            "id": new_id(),
            "slug": self._slugs.take(City, slug, suffixed, f"{slug}-{code.lower()}"),
            "name": printed,
            "region_id": self._regions_by_code.id_of(code, outcome),
        }
        language = "en" if names.script_of(printed) == "Latn" else ""
        parts = {"names": [{"name": printed, "language": language, "displayed": True}]}
        outcome.create.append(Proposal(City, values, parts, outcome.line))
        self._scratch.remember(
            "city",
            (match_key(printed), code),
            f"{values['id']} {values['slug']}",
            outcome.line,
        )
        return Place(values["id"], str(values["slug"]))


def _slug(printed: str) -> str:
    return slug_of(printed)[:_SLUG]


def _one(
    cells: Cells, field: str, printed: str, index: Mapping[str, Collection[Place]]
) -> Place | None:
    if printed.startswith(BY_SLUG):
        found = tuple(index.get(printed, ()))
        if found:
            return found[0]
    else:
        for text in dict.fromkeys((printed, _BRACKETS.sub("", printed))):
            answer = names.resolve(text, index)
            if answer.candidates:
                cells.ask(field, printed, _among(answer.candidates))
                return None
            if answer.found:
                if answer.by == "declined":
                    reason = _("taken for a declined form of %(place)s: look twice")
                    cells.notice(field, printed, reason % {"place": answer.found})
                return answer.found
    cells.refuse(
        field,
        printed,
        _("no such place in the gazetteer: check the spelling, or bring the place in first"),
    )
    return None


def _among(places: Iterable[Place]) -> str:
    listed = "; ".join(sorted(map(str, places)))
    return _("several places have this name: write one of %(places)s") % {"places": listed}


def _index(model: Any, names_model: Any, parent: str, printed: Iterable[str]) -> dict[str, Any]:
    texts = set(filter(None, printed))
    slugs = {text.removeprefix(BY_SLUG) for text in texts if text.startswith(BY_SLUG)}
    forms = texts | {_BRACKETS.sub("", text) for text in texts}
    keys = {key for form in forms for key in place_keys(form)}
    index = _bearers(model, names_model, parent, keys)
    for place in _places(model, slug__in=slugs):
        index[BY_SLUG + place.slug] = [place]
    return index


def _bearers(
    model: Any, names_model: Any, parent: str, keys: Collection[str]
) -> dict[str, list[Place]]:
    pairs: set[tuple[str, str]] = set()
    for lot in in_lots(keys):
        rows = names_model.objects.filter(key__in=lot)
        pairs.update(rows.values_list("key", f"{parent}_id"))
    ids = {pk for _key, pk in pairs}
    by_id = {place.id: place for place in _places(model, pk__in=ids)}
    index: dict[str, list[Place]] = defaultdict(list)
    for key, pk in sorted(pairs):
        index[key].append(by_id[pk])
    return dict(index)


def _places(model: Any, **wanted: Collection[str]) -> list[Place]:
    (lookup, values), *_rest = wanted.items()
    columns = ["id", "slug", "name"]
    columns += ["code"] if model is Region else ["region__code", "region__name"]
    found: list[Place] = []
    for lot in in_lots(values):
        rows = model.objects.filter(**{lookup: lot})
        found += [Place(*(text or "" for text in row)) for row in rows.values_list(*columns)]
    return found
