"""Damaged files of any kind: one fault a line, what each is called, and that nothing is written."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command

from tests.intake.files import contents

# The cells of a row, the column that has to be named, its value, and a piece of the reason.
Fault = tuple[Mapping[str, str], str, str, str]
Named = tuple[str, str, str]

OF_A_DAY_IN_A_CITY: tuple[Fault, ...] = (
    ({"date": ""}, "date", "", "empty"),
    ({"date": "08.11.2020"}, "date", "08.11.2020", "write it as YYYY-MM-DD"),
    ({"date": "2020-11-31"}, "date", "2020-11-31", "does not exist"),
    ({"date": "2999-11-08"}, "date", "2999-11-08", "not come yet"),
    ({"date": "1020-11-08"}, "date", "1020-11-08", "before 1900"),
    ({"city": ""}, "city", "", "empty"),
    ({"city": "Atlantis"}, "city", "Atlantis", "no such place"),
)


@dataclass(frozen=True)
class Sort:
    """A kind of file: its columns, a row without fault, and a cell that may take several lines."""

    kind: str
    columns: Sequence[str]
    plain: Mapping[str, str]
    of_several_lines: str
    mapping: str

    @property
    def header(self) -> str:
        """Return the first line of the file."""
        return ",".join(self.columns)

    def cells(self, **cells: str) -> list[str]:
        """Return the cells of a row without fault, but for the given ones."""
        return [{**self.plain, **cells}.get(column, "") for column in self.columns]

    def line(self, **cells: str) -> str:
        """Return a row as it stands in the file."""
        return quoted(self.cells(**cells))


def quoted(cells: Sequence[str]) -> str:
    """Return the cells as one line of a file, each in quotation marks."""
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def check_faults(sort: Sort, path: Path, faults: Sequence[Fault]) -> None:
    """Try to enter a file in which each line has one fault: exactly these are named, by line."""
    shapes = _shapes(sort, 5 + len(faults))
    lines = [sort.header, sort.line(**{sort.of_several_lines: "one\ntwo\nthree"})]
    lines += [sort.line(**cells) for cells, *_said in faults]
    lines += [line for line, _named in shapes]
    path.write_bytes("\r\n".join(lines).encode())
    # The row without fault takes the lines 2 to 4.
    wanted = dict(enumerate([*(fault[1:] for fault in faults), *(said for _, said in shapes)], 5))
    before = contents()
    named = _named_by_commit(sort, path)
    assert contents() == before
    assert {line: (column, value) for line, (column, value, _why) in named.items()} == {
        line: (column, value) for line, (column, value, _why) in wanted.items()
    }
    unlike = {
        line: named[line][2] for line, (_c, _v, why) in wanted.items() if why not in named[line][2]
    }
    assert not unlike


def check_unusable(sort: Sort, path: Path, content: bytes, said: str) -> None:
    """Try to enter a file that is unusable as a whole: exit code 2, what to do, nothing written."""
    path.write_bytes(content)
    before = contents()
    code, printed = _commit(sort, path)
    assert (code, said in printed) == (2, True), printed
    assert contents() == before


def unusable(sort: Sort) -> list[tuple[bytes, str]]:
    """Return what may be wrong with a file as a whole, with a piece of what is said about it."""
    first, second = list(sort.plain)[:2]
    return [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n", "is empty"),
        (b"PK\x03\x04xlsx", "XLSX"),
        (b"%PDF-1.7", "PDF"),
        (f"{sort.header}\n".encode("utf-16"), "UTF-16"),
        (b"a,b\nc,d\n" + "Минск, задержано".encode("cp1251"), "byte 8 (line 3)"),
        ("a,b\nMińsk".encode() + b",caf\xe9\n", "Latin-1"),
        (sort.header.replace(",", ";").encode(), f"no column “{first}”"),
        (sort.header.replace(second, f"{second}x", 1).encode(), f"Near matches: {second}x"),
        (f"{sort.header},{first}\n".encode(), f"“{first}” is there 2 times"),
        (b'"a,b\n', "no header"),
        (f"{sort.header}\n{'x' * 2_100_000}".encode(), "Line 2 has more than"),
    ]


def _shapes(sort: Sort, line: int) -> list[tuple[str, Named]]:
    """Return lines that are no rows of the table, the first of them on the given line."""
    wide, last = len(sort.columns), sort.columns[-1]
    short = (sort.columns[-2], "", f"{wide - 2} of {wide} cells")
    where = f"lines {line + 2} to {line + 2}"
    return [
        (quoted(sort.cells()[:-2]), short),
        (quoted([*sort.cells(), "left over"]), ("", "left over", f"cell {wide + 1} has no column")),
        (quoted([*sort.cells()[:-1], "a"])[:-1] + '"b"', ("", where, "quotation mark")),
        (sort.line(**{last: "x" * 140_000}), ("", "", "more than")),
        (sort.line(**{last: "a\0b"}), (last, "a␀b", "NUL")),
        (sort.line(**{last: "a\x1bb"}), (last, "a␛b", "cannot be seen")),
    ]


def _named_by_commit(sort: Sort, path: Path) -> dict[int, Named]:
    report = path.with_suffix(".json")
    code, printed = _commit(sort, path, "--json", str(report))
    assert code == 1, printed
    found: dict[int, Named] = {}
    for finding in json.loads(report.read_text(encoding="utf-8"))["findings"]:
        for problem in finding.get("problems", ()):
            assert finding["line"] not in found, (finding, found[finding["line"]])
            found[finding["line"]] = (problem["column"], problem["value"], problem["reason"])
    return found


def _commit(sort: Sort, path: Path, *options: str) -> tuple[int, str]:
    out = StringIO()
    command = ("intake", sort.kind, str(path), "--map", sort.mapping, "--commit", *options)
    try:
        call_command(*command, stdout=out, stderr=out)
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()
