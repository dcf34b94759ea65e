"""What the sources ask to have translated, and what a catalogue holds."""

import ast
import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.architecture.sources import PROGRAM

# Context, message and plural, as they stand in a catalogue; what is not there is empty.
Message = tuple[str, str, str]

FOLDERS = (*PROGRAM, "templates")
_KEYWORDS = ("msgctxt", "msgid", "msgid_plural")
_ENTRY = re.compile(r'^(msgctxt|msgid|msgid_plural) ((?:"[^\n]*"\n)+)', re.MULTILINE)
_OBSOLETE = re.compile(r"^#~.*\n", re.MULTILINE)
# How many of a function's arguments are messages or contexts, the first ones.
_MARKING = {
    "_": 1,
    **dict.fromkeys(("gettext", "gettext_lazy", "gettext_noop"), 1),
    **dict.fromkeys(("pgettext", "pgettext_lazy", "ngettext", "ngettext_lazy"), 2),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), 3),
}


def extract(root: Path, scratch: Path) -> tuple[set[Message], list[str]]:
    """Return every message that makemessages finds below the root, and what it warns of."""
    for folder in FOLDERS:
        if (root / folder).is_dir():
            shutil.copytree(root / folder, scratch / folder)
    locale = scratch / "locale"
    locale.mkdir()
    said = StringIO()
    with pytest.MonkeyPatch.context() as patch, override_settings(LOCALE_PATHS=[locale]):
        patch.chdir(scratch)
        call_command("makemessages", locale=["xx"], keep_pot=True, stdout=said, stderr=said)
    template = locale / "django.pot"
    found = messages(template.read_text(encoding="utf-8")) if template.exists() else set()
    return found, [line for line in said.getvalue().splitlines() if "warning" in line]


def messages(catalogue: str) -> set[Message]:
    """Return the messages of a catalogue's text, without its header and obsolete ones."""
    found = set()
    for entry in _OBSOLETE.sub("", catalogue).split("\n\n"):
        parts = {
            keyword: "".join(re.findall(r'"(.*)"', text))
            for keyword, text in _ENTRY.findall(f"{entry}\n")
        }
        if parts.get("msgid"):
            context, message, plural = (parts.get(keyword, "") for keyword in _KEYWORDS)
            found.add((context, message, plural))
    return found


def unextractable(root: Path) -> Iterator[str]:
    """Return every marked message that xgettext cannot see, since a program makes it up."""
    for folder in PROGRAM:
        for path in sorted((root / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and any(map(_is_made_up, _marked(node))):
                    yield f"{path.relative_to(root)}:{node.lineno} {ast.unparse(node)[:80]}"


def _marked(call: ast.Call) -> list[ast.expr]:
    name = ast.unparse(call.func).rpartition(".")[2]
    return call.args[: _MARKING.get(name, 0)]


def _is_made_up(message: ast.expr) -> bool:
    """Tell a text made on the spot from a literal, and from one that is marked elsewhere."""
    return isinstance(message, ast.JoinedStr | ast.BinOp | ast.Call)
