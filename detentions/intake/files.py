"""A CSV file as rows with the lines they begin on, and what is wrong with it as a file."""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from detentions.intake.errors import UnusableError
from detentions.intake.outcome import Problem

# A line longer than this is no line of a spreadsheet; reading it whole would fill the memory.
LONGEST_LINE = 2_000_000
_BLOCK = 1 << 16
# No database keeps the first of them, and no feed may hold any. Those that are white space stay.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_OTHER_FORMATS = {
    b"PK\x03\x04": "XLSX",
    b"\xd0\xcf\x11\xe0": "XLS",
    b"%PDF": "PDF",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What identifies a file, without its folder."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the file: the line it begins on, its cells, and its fault if it has one."""

    line: int
    cells: list[str]
    fault: Problem | None = None


def inspect(path: Path) -> Facts:
    """Read the file once: its SHA-256, and whether all of it is UTF-8 text.

    Raises UnusableError for a file that cannot be read, is empty, is of another format, or
    is in another encoding; then the byte at which that shows is named.
    """
    digest = hashlib.sha256()
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset, line, blank = 0, 1, True
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                if offset == 0:
                    _refuse_other_formats(block)
                held = len(decoder.getstate()[0])
                _decode(decoder, block, offset - held, line)
                digest.update(block)
                offset += len(block)
                line += block.count(b"\n")
                blank = blank and not block.strip(b"\xef\xbb\xbf \t\r\n")
    except OSError as error:
        raise UnusableError(
            _("%(file)s cannot be read: %(why)s.") % {"file": path, "why": error.strerror}
        ) from error
    _decode(decoder, b"", offset - len(decoder.getstate()[0]), line, final=True)
    if blank:
        raise UnusableError(_("%(file)s is empty.") % {"file": path})
    return Facts(path.name, digest.hexdigest())


def _refuse_other_formats(block: bytes) -> None:
    for signature, name in _OTHER_FORMATS.items():
        if block.startswith(signature):
            raise UnusableError(
                _("This is a %(format)s file. Save it as “CSV UTF-8 (comma delimited)”.")
                % {"format": name}
            )


def _decode(
    decoder: codecs.IncrementalDecoder, block: bytes, start: int, line: int, final: bool = False
) -> None:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError as error:
        wrong = error.object[error.start : error.start + 200]
        raise UnusableError(
            _(
                "The file is not UTF-8: byte %(offset)d (line %(line)d) cannot be read. It looks "
                "like %(encoding)s. Save it as “CSV UTF-8”, or convert it: "
                "iconv -f %(code)s -t UTF-8 OLD > NEW"
            )
            % {
                "offset": start + error.start,
                "line": line + error.object[: error.start].count(b"\n"),
                **_guess(wrong),
            }
        ) from error


def _guess(wrong: bytes) -> dict[str, str]:
    """Name the likelier encoding: Cyrillic words are runs of high bytes, accents stand alone."""
    high = [byte >= 0x80 for byte in wrong]
    pairs = sum(a and b for a, b in zip(high, high[1:], strict=False))
    if pairs * 2 >= sum(high):
        return {"encoding": "Windows-1251", "code": "CP1251"}
    return {"encoding": "Latin-1 (Windows-1252)", "code": "CP1252"}


class Table:
    """The rows of an open file below its header."""

    def __init__(self, stream: TextIO, delimiter: str) -> None:
        self._reader = csv.reader(_lines(stream), delimiter=delimiter, strict=True)
        try:
            header = next(row for row in self._reader if row)
        except (StopIteration, csv.Error) as error:
            raise UnusableError(
                _("The first line is no header: %(why)s.") % {"why": error or _("there is none")}
            ) from error
        self.header = [" ".join(name.split()) for name in header]

    def __iter__(self) -> Iterator[Row]:
        while True:
            first = self._reader.line_num + 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Row(first, [], self._damage(first, str(error)))
            else:
                if cells:
                    yield Row(first, cells, self._fault(cells))

    def _damage(self, first: int, error: str) -> Problem:
        last = self._reader.line_num
        if "field limit" in error:
            reason = _("a cell has more than %(limit)d characters: shorten it") % {
                "limit": csv.field_size_limit()
            }
            if last > first:
                # The rest of the cell would be taken for rows.
                raise UnusableError(
                    _("Line %(line)d: %(reason)s, or close its quotation mark.")
                    % {"line": first, "reason": reason}
                )
            return Problem("", "", reason)
        return Problem(
            "",
            _("lines %(first)d to %(last)d") % {"first": first, "last": last},
            _(
                "a quotation mark is not closed, or stands inside a cell: double those inside a "
                "cell, and close the cell with one"
            ),
        )

    def _fault(self, cells: list[str]) -> Problem | None:
        want, have = len(self.header), len(cells)
        if have < want:
            return Problem(
                self.header[have],
                "",
                _("the row ends here, %(have)d of %(want)d cells: add the missing ones")
                % {"have": have, "want": want},
            )
        if have > want:
            return Problem(
                "",
                cells[want],
                _("cell %(number)d has no column: quote cells that hold a comma")
                % {"number": want + 1},
            )
        for name, cell in zip(self.header, cells, strict=True):
            if _UNSEEN.search(cell):
                return Problem(name, _UNSEEN.sub(_pictured, cell), _unseen(cell))
        return None


def _pictured(match: re.Match[str]) -> str:
    """Return the picture that Unicode has of a control character."""
    return "␡" if match[0] == "\x7f" else chr(0x2400 + ord(match[0]))


def _unseen(cell: str) -> str:
    if "\0" in cell:
        return _("the cell holds a NUL character: type it again")
    return _("the cell holds a control character, which cannot be seen: type it again")


def _lines(stream: TextIO) -> Iterator[str]:
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise UnusableError(
                _("Line %(line)d has more than %(limit)d characters: this is no table.")
                % {"line": number, "limit": LONGEST_LINE - 1}
            )
        yield line


@contextmanager
def open_table(path: Path, delimiter: str) -> Generator[Table, None, None]:
    """Open a file that `inspect` has passed; a byte order mark is not part of its header."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        yield Table(stream, delimiter)
