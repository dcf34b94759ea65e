"""What holds for every figure and every text, not only for the examples."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detentions.quantities import LARGEST, Quantity, UnreadableQuantity, in_figures, in_words, read
from detentions.quantities.belarusian import BELARUSIAN
from detentions.quantities.english import ENGLISH
from detentions.quantities.polish import POLISH
from detentions.quantities.russian import RUSSIAN
from detentions.quantities.ukrainian import UKRAINIAN
from detentions.quantities.vocabulary import Language

LANGUAGES = (ENGLISH, RUSSIAN, BELARUSIAN, UKRAINIAN, POLISH)
WHOLE = st.integers(0, LARGEST)


def two_ends(ends: tuple[int, int]) -> Quantity:
    return Quantity("between", min(ends), max(ends))


QUANTITIES = st.one_of(
    WHOLE.map(lambda number: Quantity("exactly", number, number)),
    WHOLE.map(lambda number: Quantity("about", number, number)),
    WHOLE.map(lambda number: Quantity("at_least", number, None)),
    st.integers(1, LARGEST).map(lambda number: Quantity("more_than", number, None)),
    st.tuples(WHOLE, WHOLE).filter(lambda ends: ends[0] != ends[1]).map(two_ends),
    st.sampled_from(("unquantified", "none_reported")).map(
        lambda qualifier: Quantity(qualifier, None, None)
    ),
)
KNOWN = sorted({phrase for language in LANGUAGES for phrase, _ in language.entries()})
PHRASES = st.lists(
    st.one_of(st.sampled_from(KNOWN), WHOLE.map(str), st.sampled_from(list("-–+>()[]/,.':;"))),
    max_size=12,
)


def reading_of(text: str) -> Quantity | None:
    try:
        return read(text)
    except UnreadableQuantity:
        return None


@given(QUANTITIES)
def test_what_is_written_in_words_is_read_back(quantity: Quantity) -> None:
    assert read(in_words(quantity)) == quantity


@given(QUANTITIES)
def test_what_is_written_in_figures_is_read_back(quantity: Quantity) -> None:
    assert read(in_figures(quantity)) == quantity


@given(st.text(max_size=600))
def test_any_text_is_read_or_refused(text: str) -> None:
    reading_of(text)


@given(PHRASES.map(" ".join) | PHRASES.map("".join))
def test_any_order_of_known_words_is_read_or_refused(text: str) -> None:
    reading_of(text)


@given(PHRASES, st.sampled_from((" ", "  ", "\t", "\n", "\N{NO-BREAK SPACE}", "\N{EM SPACE}")))
def test_the_kind_of_white_space_changes_no_reading(parts: list[str], space: str) -> None:
    plain = " ".join(parts)
    assert reading_of(space.join(plain.split(" ")) + space) == reading_of(plain)


@given(PHRASES.map(" ".join))
def test_capital_letters_change_no_reading(text: str) -> None:
    assert reading_of(text.upper()) == reading_of(text)


def spelled(language: Language, number: int) -> str:
    """Spell a number below a thousand with the first form of each word."""
    words = []
    hundreds, rest = divmod(number, 100)
    if hundreds and hundreds * 100 in language.numbers:
        words.append(language.numbers[hundreds * 100])
    elif hundreds:
        words += [language.numbers[hundreds], "hundred"]
    if rest in language.numbers and (rest or not hundreds):
        words.append(language.numbers[rest])
    elif rest:
        words += [language.numbers[rest - rest % 10], language.numbers[rest % 10]]
    return " ".join(word.split()[0] for word in words)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_every_number_below_a_thousand_is_read_in_words(language: Language) -> None:
    for number in range(1000):
        assert read(spelled(language, number)) == Quantity("exactly", number, number)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.name)
def test_every_form_of_a_number_word_is_that_number(language: Language) -> None:
    for number, forms in language.numbers.items():
        for form in forms.split():
            assert read(form) == Quantity("exactly", number, number)


HOSTILE = [
    "x" * 50_000,
    "1," * 25_000,
    "1 " * 250,
    "(" * 500,
    "/" * 500,
    "5-" * 250,
    "'" * 500,
    "hundred and " * 41,
    "between one hundred and " * 20,
    "one hundred and five / " * 21,
    "ﷺ" * 500,
    "9" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_a_hostile_text_is_refused_at_once(text: str) -> None:
    # Processor time, and five times the 50 ms that a quiet machine may take: others are busy.
    start = time.process_time()
    assert reading_of(text) is None
    assert time.process_time() - start < 0.25
