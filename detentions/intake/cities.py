"""Gazetteers: places with their names in every script, and the regions they lie in."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from detentions import names
from detentions.entry import Proposal
from detentions.ids import new_id
from detentions.intake.cells import Cells, is_valid
from detentions.intake.companions import DisplayName, read_display_names, read_regions
from detentions.intake.context import Context
from detentions.intake.files import Row
from detentions.intake.lots import in_lots
from detentions.intake.matching import changed, described
from detentions.intake.outcome import Change, Outcome, Status
from detentions.intake.reader import Reader
from detentions.intake.slugs import slug_of
from detentions.models import City, CityName, Region
from detentions.models.places import WIKIDATA

_NAME = 200
_Names = list[tuple[str, str, bool]]


@dataclass(slots=True)
class _Place:
    """A row as read."""

    outcome: Outcome
    cells: Cells
    geonames_id: int
    region: str
    region_name: str
    slug: str
    values: dict[str, Any]
    names: _Names = field(default_factory=list)


class Cities(Reader):
    """The reader of gazetteers."""

    fields: ClassVar = {
        "geonames_id": True,
        "name": True,
        "name_be": False,
        "name_ru": False,
        "region": True,
        "region_name": False,
        "latitude": False,
        "longitude": False,
        "population": False,
        "wikidata_id": False,
        "aliases": False,
    }

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._display = read_display_names(context.companions.get("display_names"))
        self._regions = read_regions(context.companions.get("regions"))
        self._namesakes: dict[tuple[str, str], str] = {}

    def triage(self, rows: Sequence[tuple[Row, Outcome]]) -> list[Outcome]:
        """Decide for each row of one lot where it stands; brings its country's regions."""
        read = [place for row, outcome in rows if (place := self._read(row, outcome))]
        before = self._bring_regions({place.region[:3] for place in read})
        there = _there([place.geonames_id for place in read])
        names_there = _names_there(city.pk for city in there.values())
        self._namesakes = _without_number({place.values["name"] for place in read})
        for place in read:
            if self._repeats(place.cells, "geonames_id", place.geonames_id, _says(place)):
                continue
            city = there.get(place.geonames_id)
            if city:
                self._compare(place, city, names_there.get(city.pk, []))
            else:
                self._propose(place)
        return before

    def _read(self, row: Row, outcome: Outcome) -> _Place | None:
        cells = Cells(row, self._context.layout, outcome)
        number = cells.whole("geonames_id")
        printed = cells.text("name", _NAME, required=True)
        region = cells.text("region", required=True).upper()
        if region and not self._context.regions.is_code(region):
            cells.refuse("region", region, _("no ISO 3166-2 code such as BY-HM"))
        wikidata = cells.text("wikidata_id")
        if wikidata and not is_valid(WIKIDATA, wikidata):
            cells.refuse("wikidata_id", wikidata, _("no Wikidata id such as Q2280"))
        if number == 0:
            cells.refuse("geonames_id", "0", _("no GeoNames id: they begin with 1"))
        elif number is None and not cells.text("geonames_id"):
            cells.refuse("geonames_id", "", _("the cell is empty: fill it in"))
        display = self._display.get(number or 0) or DisplayName(_main(printed), "")
        values = {
            "name": display.name,
            "latitude": cells.decimal("latitude", 90),
            "longitude": cells.decimal("longitude", 180),
            # GeoNames writes 0 for a population that it does not know.
            "population": cells.whole("population") or None,
            "wikidata_id": wikidata,
        }
        _check_position(cells)
        shown = [
            (display.name, "en"),
            (cells.text("name_be", _NAME), "be"),
            (cells.text("name_ru", _NAME), "ru"),
        ]
        place = _Place(
            outcome=outcome,
            cells=cells,
            geonames_id=number or 0,
            region=region,
            region_name=cells.text("region_name", _NAME),
            slug=display.slug or slug_of(display.name)[:60],
            values=values,
            names=_all_names(shown, [printed, *cells.raw("aliases")]),
        )
        return None if outcome.blocked else place

    def _bring_regions(self, countries: set[str]) -> list[Outcome]:
        wanted = [row for row in self._regions if row.code[:3] in countries]
        if not wanted:
            return []
        outcome = Outcome(line=0)
        there = {region.slug: region for region in Region.objects.prefetch_related("names")}
        by_code = {region.code: region for region in there.values() if region.code}
        for row in self._regions:
            region = by_code.get(row.code) or there.get(row.slug)
            if region is None:
                values = {"slug": row.slug, "code": row.code, "kind": row.kind, "name": row.name}
                self._context.regions.plan(values, _parts(row.names), outcome)
            else:
                present = [(n.pk, n.name, n.language, n.displayed) for n in region.names.all()]
                if missing := _missing(row.names, present):
                    outcome.changes.append(_added(region, present, missing))
        self._regions = []
        return [outcome]

    def _propose(self, place: _Place) -> None:
        outcome = place.outcome
        if namesake := self._namesakes.get((place.values["name"], place.region)):
            place.cells.ask(
                "name",
                place.values["name"],
                _("a city of this name is here without a GeoNames id: give %(slug)s its id first")
                % {"slug": namesake},
            )
            return
        suffix = place.region.partition("-")[2].lower()
        taken = (place.slug, f"{place.slug}-{suffix}", f"{place.slug}-{place.geonames_id}")
        values = {
            **{name: value for name, value in place.values.items() if value not in ("", None)},
            "id": new_id(),
            "geonames_id": place.geonames_id,
            "slug": self._context.slugs.take(City, *taken),
            "region_id": self._context.regions.id_of(place.region, outcome, place.region_name),
        }
        parts = {"names": _parts(place.names)}
        outcome.create.append(Proposal(City, values, parts, outcome.line))

    def _compare(self, place: _Place, city: City, present: list[Any]) -> None:
        outcome = place.outcome
        region = self._context.regions.id_of(place.region, outcome, place.region_name)
        differing = changed(city, {**place.values, "region_id": region})
        missing = _missing(place.names, present)
        if not differing and not missing:
            outcome.status = Status.HERE
            return
        outcome.status = Status.CHANGED
        outcome.differences = described(city, differing)
        outcome.differences += [_("new name: %(name)s") % {"name": row[0]} for row in missing]
        change = _added(city, present, missing)
        outcome.changes.append(Change(city, differing, change.parts if missing else {}))


def _check_position(cells: Cells) -> None:
    blank = [name for name in ("latitude", "longitude") if not cells.text(name)]
    if len(blank) == 1:
        cells.refuse(blank[0], "", _("half a position: fill in both or neither"))


def _says(place: _Place) -> Hashable:
    names_said = sorted(place.names)
    return (place.region, place.region_name, sorted(place.values.items()), names_said)


def _main(printed: str) -> str:
    """Return the first of the names that GeoNames once packs into one."""
    return printed.split(", ")[0]


def _all_names(shown: Sequence[tuple[str, str]], cells: Sequence[str]) -> _Names:
    """Return every name once: those shown in a language, then the cleaned others."""
    rows = [(name, language, True) for name, language in shown if name]
    known = {name for name, _language in shown}
    others = dict.fromkeys(name for cell in cells for name in names.names_in(cell))
    rows += [(name, "", False) for name in others if name not in known and len(name) <= _NAME]
    return rows


def _parts(rows: Sequence[tuple[str, str, bool]]) -> list[dict[str, Any]]:
    return [
        {"name": name, "language": language, "displayed": shown} for name, language, shown in rows
    ]


def _there(numbers: Sequence[int]) -> dict[int, City]:
    return {
        city.geonames_id: city
        for lot in in_lots(numbers)
        for city in City.objects.filter(geonames_id__in=lot)
        if city.geonames_id
    }


def _without_number(shown: set[str]) -> dict[tuple[str, str], str]:
    """Return the slugs of cities that somebody entered without a GeoNames id."""
    found = {}
    for lot in in_lots(shown):
        rows = City.objects.filter(geonames_id=None, name__in=lot)
        for name, code, slug in rows.values_list("name", "region__code", "slug"):
            found[(name, code or "")] = slug
    return found


def _names_there(cities: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for lot in in_lots(cities):
        rows = CityName.objects.filter(city__in=lot).order_by("id")
        for city_id, *row in rows.values_list("city_id", "id", "name", "language", "displayed"):
            found.setdefault(city_id, []).append(tuple(row))
    return found


def _missing(wanted: Sequence[tuple[str, str, bool]], present: Sequence[Any]) -> _Names:
    """Return the names that are not there; one shown already in a language stays the shown one."""
    known = {name for _pk, name, _language, _shown in present}
    in_language = {(name, language) for _pk, name, language, _shown in present}
    shown_in = {language for _pk, _name, language, shown in present if shown}
    return [
        (name, language, shown and language not in shown_in)
        for name, language, shown in wanted
        if ((name, language) not in in_language if language else name not in known)
    ]


def _added(record: Any, present: Sequence[Any], missing: _Names) -> Change:
    kept: list[dict[str, Any]] = [{"id": row[0]} for row in present]
    return Change(record, {}, {"names": [*kept, *_parts(missing)]})
