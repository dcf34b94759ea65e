"""Files that go with a gazetteer: the country's regions, and the names that the press prints."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from detentions.choices import RegionKind
from detentions.intake.errors import UnusableError
from detentions.intake.files import inspect

_REGION_COLUMNS = ("slug", "code", "kind", "name", "name_be", "name_ru", "aliases")
_DISPLAY_COLUMNS = ("geonameid", "name", "slug")


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region of the country, or another area that sources count over, and its names."""

    slug: str
    code: str
    kind: str
    name: str
    # (name, language, whether it is the one shown in that language)
    names: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class DisplayName:
    """The English name and the slug under which a place is shown."""

    name: str
    slug: str


def read_regions(path: Path | None) -> list[RegionRow]:
    """Return the regions of a companion file; raises UnusableError, naming the line."""
    rows = []
    for line, row in _rows(path, _REGION_COLUMNS):
        if not row["slug"] or not row["name"] or row["kind"] not in RegionKind.values:
            raise UnusableError(
                _("%(file)s, line %(line)d: give a slug, a name, and a kind of %(kinds)s.")
                % {"file": path, "line": line, "kinds": ", ".join(RegionKind.values)}
            )
        shown = [(row["name"], "en"), (row["name_be"], "be"), (row["name_ru"], "ru")]
        names = [(name, language, True) for name, language in shown if name]
        known = {name for name, _language, _shown in names}
        aliases = [alias.strip() for alias in row["aliases"].split("|")]
        names += [(alias, "", False) for alias in aliases if alias and alias not in known]
        rows.append(RegionRow(row["slug"], row["code"], row["kind"], row["name"], tuple(names)))
    return rows


def read_display_names(path: Path | None) -> dict[int, DisplayName]:
    """Return the display names of a companion file by GeoNames id."""
    found = {}
    for line, row in _rows(path, _DISPLAY_COLUMNS):
        if not row["geonameid"].isdigit() or not row["name"] or not row["slug"]:
            raise UnusableError(
                _("%(file)s, line %(line)d: give a GeoNames id, a name and a slug.")
                % {"file": path, "line": line}
            )
        found[int(row["geonameid"])] = DisplayName(row["name"], row["slug"])
    return found


def _rows(path: Path | None, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    if path is None:
        return []
    inspect(path)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise UnusableError(
                _("%(file)s has no column “%(column)s”. It needs: %(all)s.")
                % {"file": path, "column": missing[0], "all": ", ".join(columns)}
            )
        return [
            (reader.line_num, {column: (row[column] or "").strip() for column in columns})
            for row in reader
        ]
