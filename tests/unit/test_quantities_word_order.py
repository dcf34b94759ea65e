"""«Тысяча две» is 1,002, «тысячи две» about 2,000: what a number after its noun means."""

import pytest

from detentions.quantities import UnreadableQuantity, in_words, read
from detentions.quantities.belarusian import BELARUSIAN
from detentions.quantities.russian import RUSSIAN
from detentions.quantities.ukrainian import UKRAINIAN
from detentions.quantities.vocabulary import Language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("тысячи две", "about 2,000"),
        ("тысячи три человек", "about 3,000"),
        ("примерно тысячи четыре", "about 4,000"),
        ("тысячи полторы", "about 1,500"),
        ("миллиона два", "about 2,000,000"),
        ("тысяч двадцать пять", "about 25,000"),
        ("тысяч двести", "about 200,000"),
        ("десятка три", "about 30"),
        ("сотни две", "about 200"),
        ("человек двадцать", "about 20"),
        ("человека три", "about 3"),
        ("Задержали человек сто пятьдесят", "about 150"),
        ("тысячи две-три", "between 2,000 and 3,000"),
        ("человек пять или шесть", "between 5 and 6"),
        ("тысячы дзве", "about 2,000"),
        ("тысячы дзьве", "about 2,000"),
        ("тысячы тры", "about 3,000"),
        ("мільёны два", "about 2,000,000"),
        ("тысяч дзесяць", "about 10,000"),
        ("чалавек дваццаць затрымана", "about 20"),
        ("тисячі дві", "about 2,000"),
        ("тисячі три", "about 3,000"),
        ("мільйона два", "about 2,000,000"),
        ("сотень п’ять", "about 500"),
        ("чоловік двадцять", "about 20"),
    ],
)
def test_an_east_slavic_number_after_what_it_counts_is_about(text: str, words: str) -> None:
    assert in_words(read(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("тысяча две", "1,002"),
        ("тысяча двести", "1,200"),
        ("две тысячи две", "2,002"),
        ("две тысячи три человека", "2,003"),
        ("около тысячи двухсот", "about 1,200"),
        ("от тысячи до тысячи двухсот", "between 1,000 and 1,200"),
        ("больш за тысячу дзвесце", "more than 1,200"),
        ("более тысячи двух человек", "more than 1,002"),
        ("более тысячи 200 человек", "more than 1,200"),
        ("каля тысячы дзевяноста", "about 1,090"),
        ("близько тисячі двохсот", "about 1,200"),
        ("tysiąc dwa", "1,002"),
    ],
)
def test_a_number_in_the_case_of_the_thousand_before_it_is_added(text: str, words: str) -> None:
    assert in_words(read(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "более тысячи две",
        "только тысячи две",
        "тысячи двести",
        "тысячи и двести",
        "тысячи пять",
        "ровно тысячи двести",
        "тысячы дзвесце",
        "тисячі двісті",
        "ровно человек двадцать",
        "тысячи две с лишним",
        "тысячи двадцать две",
        "тысячи 2",
        "более миллиона 24",
        "тысячи три-две",
        "человек пять-шестьсот",
        "тысяч пять-шестьсот",
        "человек два",
        "человек 20",
        "больш за тысячы дзве",
        "понад тисячі дві",
    ],
)
def test_a_number_that_neither_counts_nor_adds_to_the_word_before_it_is_refused(text: str) -> None:
    with pytest.raises(UnreadableQuantity):
        read(text)


@pytest.mark.parametrize(
    "language", [RUSSIAN, BELARUSIAN, UKRAINIAN], ids=lambda language: language.name
)
def test_what_is_counted_and_what_counts_it_are_words_of_the_tables(language: Language) -> None:
    known = {phrase for phrase, _ in language.entries()}
    for numbers, nouns in language.counted_by.items():
        assert {*numbers.split(), *nouns.split()} <= known
    assert set(language.counted_by_many.split()) <= known
