"""Every message can be extracted; every catalogue holds them all, without guesses, compiled."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import catalogues
from tests.conftest import missing

ROOT = Path(__file__).resolve().parent.parent
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture(autouse=True)
def _gettext() -> None:
    if not (shutil.which("msgfmt") and shutil.which("xgettext")):
        missing("gettext is not installed (msgfmt, msgattrib, xgettext)")


def run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run one of gettext's programs."""
    return subprocess.run(command, capture_output=True)


def faults(root: Path, wanted: set[catalogues.Message]) -> Iterator[str]:
    """Return what is wrong with the catalogues below the root, which should hold what is wanted."""
    for path in sorted(root.glob("locale/*/LC_MESSAGES/*.po")):
        name = path.relative_to(root)
        compiled = run("msgfmt", "--check-format", "--output-file=-", path)
        if compiled.returncode:
            yield f"{name} does not compile: {compiled.stderr.decode()}"
            continue
        held = catalogues.messages(path.read_text(encoding="utf-8"))
        yield from (f"{name} lacks {message}" for message in sorted(wanted - held))
        yield from (f"{name} has {message}, used nowhere" for message in sorted(held - wanted))
        for state in ("--untranslated", "--only-fuzzy"):
            if b"msgid" in run("msgattrib", state, "--no-obsolete", path).stdout:
                yield f"{name} has messages that are {state.rpartition('-')[2]}"
        binary = path.with_suffix(".mo")
        if not binary.exists() or binary.read_bytes() != compiled.stdout:
            yield f"{binary.relative_to(root)} is not what {path.name} compiles to"


def test_the_catalogues_are_complete_and_compiled(tmp_path: Path) -> None:
    wanted, warnings = catalogues.extract(ROOT, tmp_path)
    assert not warnings
    assert not list(faults(ROOT, wanted))


def test_no_message_is_made_up_where_it_is_marked() -> None:
    assert not list(catalogues.unextractable(ROOT))


@pytest.mark.parametrize(
    "call",
    [
        '_(f"{number} people")',
        'gettext("%d people" % number)',
        'gettext_lazy("{} people".format(number))',
        'translation.ngettext("one person", f"{number} people", number)',
        'pgettext(f"{context}", "may")',
        '_("people " + where)',
    ],
)
def test_a_message_that_is_made_up_is_named(tmp_path: Path, call: str) -> None:
    (tmp_path / "detentions").mkdir()
    (tmp_path / "detentions" / "saying.py").write_text(f"x = 1\ny = {call}\n", encoding="utf-8")
    (named,) = catalogues.unextractable(tmp_path)
    assert named.startswith("detentions/saying.py:2")


def test_messages_of_templates_python_admin_and_plurals_are_found(tmp_path: Path) -> None:
    wanted, _warnings = catalogues.extract(ROOT, tmp_path)
    assert {
        # templates/pages/cities.html, detentions/admin/counts.py, detentions/intake/report.py
        ("", "no number known", ""),
        ("", "as the phrase says", ""),
        ("", "%(number)d row: %(sums)s", "%(number)d rows: %(sums)s"),
        # a plural of a template
        ("", "%(n)s event", "%(n)s events"),
        # detentions/wording
        ("", "%(qualifier)s needs a low bound.", ""),
    } <= wanted


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a program with four messages in two files."""
    root = tmp_path / "program"
    for folder in ("detentions", "templates"):
        (root / folder).mkdir(parents=True)
    (root / "detentions" / "saying.py").write_text(
        "from django.utils.translation import ngettext, pgettext\n"
        'MAY = pgettext("month", "May")\n'
        'ROWS = ngettext("%(number)d row", "%(number)d rows", number)\n',
        encoding="utf-8",
    )
    (root / "templates" / "page.html").write_text(
        '{% load i18n %}{% translate "Sunday" %} '
        "{% blocktranslate %}\nThe city of {{ name }}\n{% endblocktranslate %}",
        encoding="utf-8",
    )
    return root


WHOLE = (
    'msgctxt "month"\nmsgid "May"\nmsgstr "май"',
    'msgid "%(number)d row"\nmsgid_plural "%(number)d rows"\n'
    'msgstr[0] "%(number)d строка"\nmsgstr[1] "%(number)d строк"',
    'msgid "Sunday"\nmsgstr "воскресенье"',
    'msgid ""\n"\\n"\n"The city of "\n"%(name)s\\n"\nmsgstr "\\nгород %(name)s\\n"',
)
PLURAL_HEADER = HEADER.rstrip() + '\n"Plural-Forms: nplurals=2; plural=n!=1;\\n"\n\n'


def catalogue(root: Path, *entries: str) -> None:
    """Write and compile a catalogue of the program."""
    path = root / "locale" / "ru" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(PLURAL_HEADER + "\n\n".join(entries) + "\n", encoding="utf-8")
    run("msgfmt", f"--output-file={path.with_suffix('.mo')}", path)


def found_in(root: Path, scratch: Path) -> list[str]:
    """Return the faults of a program's catalogues against its own messages."""
    wanted, _warnings = catalogues.extract(root, scratch)
    return list(faults(root, wanted))


def test_a_catalogue_with_every_message_has_no_fault(tree: Path, tmp_path: Path) -> None:
    catalogue(tree, *WHOLE)
    assert found_in(tree, tmp_path / "scratch") == []


@pytest.mark.parametrize(
    ("entry", "part"), list(enumerate(("May", "rows", "Sunday", "The city of")))
)
def test_a_message_that_a_catalogue_lacks_is_named(
    tree: Path, tmp_path: Path, entry: int, part: str
) -> None:
    catalogue(tree, *WHOLE[:entry], *WHOLE[entry + 1 :])
    (fault,) = found_in(tree, tmp_path / "scratch")
    assert "lacks" in fault
    assert part in fault


@pytest.mark.parametrize(
    ("old", "new"),
    [("month", "permission"), ("%(number)d rows", "%(number)d lines"), ("Sunday", "sunday")],
)
def test_a_message_with_another_context_plural_or_text_is_lacking_and_obsolete(
    tree: Path, tmp_path: Path, old: str, new: str
) -> None:
    catalogue(tree, *(entry.replace(f'"{old}"', f'"{new}"') for entry in WHOLE))
    lacking, obsolete = found_in(tree, tmp_path / "scratch")
    assert "lacks" in lacking
    assert old in lacking
    assert "used nowhere" in obsolete
    assert new in obsolete


def test_a_message_that_was_struck_out_is_neither_held_nor_obsolete(
    tree: Path, tmp_path: Path
) -> None:
    struck_out = '#~ msgid "Monday"\n#~ msgstr "понедельник"'
    catalogue(tree, *WHOLE, struck_out)
    assert found_in(tree, tmp_path / "scratch") == []


SUNDAY = {("", "Sunday", "")}


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
    assert any(fault in line for line in faults(tmp_path, SUNDAY))
