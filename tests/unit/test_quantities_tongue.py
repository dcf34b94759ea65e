"""The language of a figure's words, where they decide it."""

import pytest

from detentions.quantities import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("at least six", "en"),
        ("more than 300 (headline: scores)", "en"),
        ("405 (headline: over 400)", "en"),
        ("at least 10 (headline) / more than ten (text)", "en"),
        ("более двух тысяч", "ru"),
        ("около 3 тысяч", "ru"),
        ("больш за 110", "be"),
        ("больш чым 460", "be"),
        ("щонайменше 130 (at least 130)", "uk"),
        ("co najmniej 15 (at least 15)", "pl"),
    ],
)
def test_words_of_one_language_decide_it(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,024",
        "> 70",
        "713 (headline: 700+)",
        # Belarusian and Ukrainian; Russian, Belarusian and Ukrainian.
        "як мінімум 213",
        "5 тысяч",
        "двести / дзвесце",
        # No language here has all of the words.
        "almeno 340 (at least 340)",
        "more than 200 gatherings",
        "more than 200 / več kot 200",
        # Brackets that do not pair up.
        "more than (200",
    ],
)
def test_what_the_words_leave_open_is_not_guessed(text: str) -> None:
    assert language_of(text) == ""
