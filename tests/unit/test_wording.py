"""Every reason has its sentence, and the sentence says what the reason is about."""

import ast
import inspect
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import translation

from detentions import quantities, wording
from detentions.quantities import Quantity, Reason, Refusal, UnfitBounds, UnreadableQuantity
from detentions.wording import refusals
from tests.conftest import missing
from tests.unit.test_quantities import MISFITS, REMEDIES

CATALOGUE = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\n"

msgid "\"%(text)s\""
msgstr "«%(text)s»"

msgid "%(parts)s and %(last)s"
msgstr "%(parts)s и %(last)s"

msgid "at least %(low)s"
msgstr "не менее %(low)s"

msgid "The text gives %(figure)s and, in brackets, %(in_brackets)s: keep the one that states the figure, or enter two figures."
msgstr "В тексте %(figure)s, а в скобках %(in_brackets)s: оставьте одно."

msgid "%(words)s is not part of a figure: write the figure alone, for example 24 or \"at least 6\", and keep the rest for its own column or the note."
msgid_plural "%(words)s are not parts of a figure: write the figure alone, for example 24 or \"at least 6\", and keep the rest for its own column or the note."
msgstr[0] "%(words)s – слово лишнее."
msgstr[1] "%(words)s – слова лишние."
msgstr[2] "%(words)s – слов лишних много."
"""  # noqa: E501


def given() -> list[Refusal]:
    """Return a refusal of every text and of all bounds that the tests of quantities refuse."""
    found: list[Refusal] = []
    texts = [*(text for text, _remedy in REMEDIES), "тысячи двести"]
    for text in texts:
        with pytest.raises(UnreadableQuantity) as unread:
            quantities.read(text)
        found.append(unread.value.refusal)
    for qualifier, low, high, _message in MISFITS:
        with pytest.raises(UnfitBounds) as caught:
            quantities.check(qualifier, low, high)
        found.append(caught.value.refusal)
    return found


def test_every_reason_has_one_sentence_and_no_sentence_is_without_a_reason() -> None:
    tree = ast.parse(inspect.getsource(refusals))
    table = next(node for node in ast.walk(tree) if isinstance(node, ast.Dict))
    written = [ast.unparse(key).removeprefix("Reason.") for key in table.keys if key]
    assert sorted(written) == sorted(Reason.__members__)


def test_every_reason_is_given_to_somebody() -> None:
    assert {refusal.reason for refusal in given()} == set(Reason)


def test_a_sentence_names_all_that_its_refusal_is_about() -> None:
    for refusal in given():
        marks = {name: f"<{name}>" for name in refusal.values if name != "count"}
        counted = {"count": 2} if "count" in refusal.values else {}
        sentence = str(refusals.SENTENCES[refusal.reason] % (marks | counted))
        assert all(mark in sentence for mark in marks.values()), refusal


def test_every_sentence_is_of_its_own() -> None:
    said = {refusal.reason: wording.why(refusal) for refusal in given()}
    assert len(set(said.values())) == len(Reason)


@pytest.fixture
def russian(tmp_path: Path) -> Iterator[None]:
    """Read in a language that has some of the sentences, and three plural forms."""
    if not shutil.which("msgfmt"):
        missing("gettext is not installed (msgfmt)")
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE, encoding="utf-8")
    compile_it = ("msgfmt", "-o", folder / "django.mo", folder / "django.po")
    subprocess.run(compile_it, check=True)
    with override_settings(LOCALE_PATHS=[tmp_path]), translation.override("ru"):
        yield


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("24 cats", "«cats» – слово лишнее."),
        ("24 cats with dogs", "«cats», «with» и «dogs» – слова лишние."),
        ("at least 1024 (at least 1025)", "не менее 1\xa0024, а в скобках не менее 1\xa0025"),
    ],
)
def test_a_refusal_is_read_in_the_language_of_the_reader(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableQuantity) as caught:
        quantities.read(text)
    assert sentence in wording.why(caught.value.refusal)


@pytest.mark.usefixtures("russian")
def test_a_figure_is_put_in_words_of_the_language_of_the_reader() -> None:
    assert wording.in_words(Quantity("at_least", 6, None)) == "не менее 6"
