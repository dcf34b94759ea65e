"""Every message catalogue is complete, free of guesses, and compiled as it stands."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import missing

ROOT = Path(__file__).resolve().parent.parent
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture(autouse=True)
def _gettext() -> None:
    if not shutil.which("msgfmt"):
        missing("gettext is not installed (msgfmt, msgattrib)")


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run one of gettext's programs."""
    return subprocess.run(command, capture_output=True)


def faults(root: Path) -> Iterator[str]:
    """Return what is wrong with the catalogues below the root."""
    for path in sorted(root.glob("locale/*/LC_MESSAGES/*.po")):
        name = path.relative_to(root)
        compiled = run("msgfmt", "--check-format", "--output-file=-", path)
        if compiled.returncode:
            yield f"{name} does not compile: {compiled.stderr.decode()}"
            continue
        for state in ("--untranslated", "--only-fuzzy"):
            if b"msgid" in run("msgattrib", state, "--no-obsolete", path).stdout:
                yield f"{name} has messages that are {state.rpartition('-')[2]}"
        binary = path.with_suffix(".mo")
        if not binary.exists() or binary.read_bytes() != compiled.stdout:
            yield f"{binary.relative_to(root)} is not what {path.name} compiles to"


def test_the_catalogues_are_complete_and_compiled() -> None:
    assert not list(faults(ROOT))


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('msgid "Sunday"\nmsgstr ""', "untranslated"),
        ('#, fuzzy\nmsgid "Sunday"\nmsgstr "Нядзеля"', "fuzzy"),
        ('#, python-format\nmsgid "%(n)d people"\nmsgstr "%(m)d чалавек"', "does not compile"),
        ('msgid "Sunday"\nmsgstr "Нядзеля"', "is not what django.po compiles to"),
    ],
)
def test_a_faulty_catalogue_is_named(tmp_path: Path, entry: str, fault: str) -> None:
    path = tmp_path / "locale" / "be" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(f"{HEADER}{entry}\n", encoding="utf-8")
    assert any(fault in line for line in faults(tmp_path))


def test_a_complete_and_compiled_catalogue_has_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "locale" / "be" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(f'{HEADER}msgid "Sunday"\nmsgstr "Нядзеля"\n', encoding="utf-8")
    run("msgfmt", f"--output-file={path.with_suffix('.mo')}", path)
    assert not list(faults(tmp_path))
