"""The published rules say what the program does.

`UPDATE_DOCS=1` rewrites the word lists of the page from the program's tables.
"""

import os
import re
from pathlib import Path

import pytest

from detentions.quantities import UnreadableQuantity, in_words, read
from detentions.quantities.belarusian import BELARUSIAN
from detentions.quantities.english import ENGLISH
from detentions.quantities.polish import POLISH
from detentions.quantities.russian import RUSSIAN
from detentions.quantities.ukrainian import UKRAINIAN
from detentions.quantities.vocabulary import Language, Scale, Sense

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading-figures.md"
LANGUAGES = (ENGLISH, RUSSIAN, BELARUSIAN, UKRAINIAN, POLISH)
MEANINGS = {
    Sense.EXACTLY: "exactly",
    Sense.AT_LEAST: "at least",
    Sense.MORE_THAN: "more than",
    Sense.ABOUT: "about",
    Sense.ALMOST: "almost, read as about",
    Sense.AT_MOST: "at most, read from 0",
    Sense.UP_TO: "up to, read from 0",
    Sense.BELOW: "fewer than, read from 0",
    Sense.OR_MORE: "at least, after the number",
    Sense.AND_SOME: "more than, after the number",
    Sense.OR_SO: "about, after the number",
    Sense.VAGUE: "unquantified",
    Sense.SOME: "about before a number, else unquantified",
    Sense.BETWEEN: "between",
    Sense.FROM: "from; alone, at least",
    Sense.TO: "to",
    Sense.AND: "and",
    Sense.OR: "or",
    Sense.AND_A_HALF: "and a half",
    Sense.ARTICLE: "article",
    Sense.NOT: "none reported, with a word for detention",
    Sense.NOBODY: "none reported",
    Sense.PEOPLE: "people",
    Sense.DETENTION: "detention",
    Sense.STATED: "was reported",
    Sense.TOTAL: "in total",
    Sense.OF: "of a dozen, a hundred or their like",
    Sense.PART_OF: "part of a group; refused after a number",
    Sense.GLUE: "passed over",
}
EXAMPLE = re.compile(r"^\| printed \| read as .*\n\|[-|]+\n((?:\|.*\n)+)", re.MULTILINE)
WORDS = re.compile(r"(?<=<!-- words -->\n).*(?=<!-- /words -->)", re.DOTALL)


def examples() -> list[tuple[str, str]]:
    tables = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    rows = [row for table in tables for row in table.splitlines()]
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return [(cell[1], cell[2]) for cell in cells]


@pytest.mark.parametrize(("printed", "words"), examples())
def test_each_example_of_the_page_is_read_as_the_page_says(printed: str, words: str) -> None:
    if words.startswith("refused"):
        with pytest.raises(UnreadableQuantity):
            read(printed)
    else:
        assert in_words(read(printed)) == words


def test_the_page_has_examples() -> None:
    assert len(examples()) > 70


def scale_row(scale: Scale) -> str:
    forms = dict.fromkeys(f"{scale.single} {scale.plural} {scale.counted}".split())
    plural = scale.plural.replace(" ", ", ")
    alone = f"; alone at least {2 * scale.value:,}: {plural}" if plural else ""
    return f"| × {scale.value:,} | {', '.join(forms)}{alone} |"


def word_table(language: Language) -> str:
    rows = [f"### {language.name}", "", "| meaning | words |", "|---|---|"]
    rows += [
        f"| {MEANINGS[sense]} | {phrases.replace('; ', ', ')} |"
        for sense, phrases in language.phrases.items()
    ]
    rows += map(scale_row, language.scales)
    rows += [
        f"| about {value} | {phrases.replace('; ', ', ')} |"
        for value, phrases in language.loose.items()
    ]
    if language.one_and_a_half:
        rows.append(f"| 1.5 | {language.one_and_a_half.replace(' ', ', ')} |")
    rows += [
        f"| about, before {numbers.replace(' ', ', ')} | {nouns.replace(' ', ', ')} |"
        for numbers, nouns in language.counted_by.items()
    ]
    if nouns := language.counted_by_many:
        rows.append(f"| about, before a number from five up | {nouns.replace(' ', ', ')} |")
    return "\n".join([*rows, ""])


def test_the_word_lists_of_the_page_are_the_programs() -> None:
    page = PAGE.read_text(encoding="utf-8")
    tables = "\n" + "\n".join(map(word_table, LANGUAGES)) + "\n"
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(WORDS.sub(lambda _: tables, page), encoding="utf-8")
    found = WORDS.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == tables, "run this test with UPDATE_DOCS=1 and read the difference"
