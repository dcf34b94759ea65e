"""Phrases of the five languages, each with the words that a reader of English is shown."""

import pytest

from detentions.quantities import Reason, Refusal, UnreadableQuantity, in_words, read
from detentions.quantities.reading import _LEXICONS
from detentions.quantities.statements import AROUND
from detentions.quantities.vocabulary import Language, Lexicon, Scale, Sense

ENGLISH = [
    ("twenty-five", "25"),
    ("Two hundred and fifty people", "250"),
    ("one thousand two hundred and thirty-four", "1,234"),
    ("twelve hundred", "1,200"),
    ("a hundred", "100"),
    ("two hundred thousand", "200,000"),
    ("3k", "3,000"),
    ("2.5 thousand", "2,500"),
    ("3 thousand 500", "3,500"),
    ("two and a half thousand", "2,500"),
    ("at least six", "at least 6"),
    ("6 at least", "at least 6"),
    ("no fewer than 6", "at least 6"),
    ("700+", "at least 700"),
    ("100 or more people", "at least 100"),
    ("over a thousand", "more than 1,000"),
    ("just over 100", "more than 100"),
    ("some 3,000", "about 3,000"),
    ("approx. 40", "about 40"),
    ("forty or so", "about 40"),
    ("100-odd", "about 100"),
    ("almost 90", "about 90"),
    ("nearly two hundred", "about 200"),
    ("up to 50", "between 0 and 50"),
    ("no more than 10", "between 0 and 10"),
    ("fewer than 10", "between 0 and 9"),
    ("5-10", "between 5 and 10"),
    ("5 – 10 people", "between 5 and 10"),
    ("from 5 to 10", "between 5 and 10"),
    ("two or three", "between 2 and 3"),
    ("about 50-60", "between 50 and 60"),
    ("2–3 thousand", "between 2,000 and 3,000"),
    ("from 500 to two thousand", "between 500 and 2,000"),
    ("between two hundred and five hundred", "between 200 and 500"),
    ("between one hundred and five and two hundred", "between 105 and 200"),
    ("a dozen", "about 12"),
    ("two dozen", "about 24"),
    ("half a dozen", "about 6"),
    ("more than two dozen", "more than 24"),
    ("dozens", "at least 24"),
    ("scores", "at least 40"),
    ("hundreds of people", "at least 200"),
    ("thousands", "at least 2,000"),
    ("tens of thousands", "at least 20,000"),
    ("hundreds of thousands", "at least 200,000"),
    ("several dozen", "an unstated number"),
    ("a few hundred people", "an unstated number"),
    ("some dozens", "an unstated number"),
    ("an unknown number of people", "an unstated number"),
    ("detentions were also reported", "an unstated number"),
    ("there were arrests", "an unstated number"),
    ("none", "none reported"),
    ("no one was detained", "none reported"),
    ("no reports of arrests so far", "none reported"),
    ("a total of 24 people were detained", "24"),
    ("Detained: more than 24", "more than 24"),
    (">= 6", "at least 6"),
    ("> 500", "more than 500"),
    ("<10", "between 0 and 9"),
    ("~250", "about 250"),
]
RUSSIAN = [
    ("две тысячи", "2,000"),
    ("пятьсот сорок два человека", "542"),
    ("3 тысяч", "3,000"),
    ("2,5 тысячи", "2,500"),
    ("1 тыс. 24", "1,024"),
    ("два с половиной миллиона", "2,500,000"),
    ("полторы тысячи", "1,500"),
    ("тысяча двести", "1,200"),
    ("не менее пятисот", "at least 500"),
    ("по меньшей мере трёх", "at least 3"),
    ("от 50 человек", "at least 50"),
    ("200 минимум", "at least 200"),
    ("бо́льше 240", "more than 240"),
    ("более тысячи", "more than 1,000"),
    ("свыше двадцати пяти", "more than 25"),
    ("двести с лишним человек", "more than 200"),
    ("порядка ста", "about 100"),
    ("почти двести", "about 200"),
    ("до 200", "between 0 and 200"),
    ("не более десяти", "between 0 and 10"),
    ("менее 10", "between 0 and 9"),
    ("пять-шесть человек", "between 5 and 6"),
    ("от двух до трёх тысяч", "between 2,000 and 3,000"),
    ("между двадцатью и тридцатью", "between 20 and 30"),
    ("сто двадцать – сто тридцать", "between 120 and 130"),
    ("десяток", "about 10"),
    ("полсотни", "about 50"),
    ("десятки", "at least 20"),
    ("сотни задержанных", "at least 200"),
    ("тысячи", "at least 2,000"),
    ("десятки тысяч", "at least 20,000"),
    ("несколько десятков", "an unstated number"),
    ("задержаний не было", "none reported"),
    ("о задержаниях не сообщалось", "none reported"),
    ("Задержано – 24 человека", "24"),
]
BELARUSIAN = [
    ("трохсот", "300"),
    ("дзве тысячы", "2,000"),
    ("дзьве тысячы", "2,000"),
    ("паўтары тысячы", "1,500"),
    ("прынамсі шасьцёра", "at least 6"),
    ("ня менш за 10", "at least 10"),
    ("больш за трыста", "more than 300"),
    ("больш чым 460", "more than 460"),
    ("каля шасцідзесяці чалавек", "about 60"),
    ("амаль 200", "about 200"),
    ("да 200", "between 0 and 200"),
    ("ад 5 да 10", "between 5 and 10"),
    ("паміж пяццю і дзесяццю", "between 5 and 10"),
    ("дзясяткі", "at least 20"),
    ("сотні людзей", "at least 200"),
    ("некалькі дзясяткаў", "an unstated number"),
    ("затрыманых няма", "none reported"),
]
UKRAINIAN = [
    ("п’ятсот", "500"),
    ("дві з половиною тисячі", "2,500"),
    ("щонайменше пʼять", "at least 5"),
    ("принаймні шестеро", "at least 6"),
    ("більше 240", "more than 240"),
    ("понад двісті п'ятдесят осіб", "more than 250"),
    ("близько півтори тисячі", "about 1,500"),
    ("майже сто", "about 100"),
    ("не більше ніж 10", "between 0 and 10"),
    ("від п'яти до десяти", "between 5 and 10"),
    ("десятки", "at least 20"),
    ("сотні людей", "at least 200"),
    ("кілька десятків", "an unstated number"),
    ("кількасот", "an unstated number"),
    ("повідомлялося про затримання", "an unstated number"),
    ("про затримання не повідомлялося", "none reported"),
]
POLISH = [
    ("dwadzieścia pięć", "25"),
    ("dwa i pół tysiąca", "2,500"),
    ("co najmniej dwudziestu pięciu", "at least 25"),
    ("ponad stu", "more than 100"),
    ("przeszło 200 osób", "more than 200"),
    ("około 1,5 tys. osób", "about 1,500"),
    ("mniej więcej 100", "about 100"),
    ("niespełna 200", "about 200"),
    ("mniej niż 100", "between 0 and 99"),
    ("do 200", "between 0 and 200"),
    ("od 5 do 10", "between 5 and 10"),
    ("między 5 a 10", "between 5 and 10"),
    ("pięć lub sześć", "between 5 and 6"),
    ("dziesiątki", "at least 20"),
    ("setki", "at least 200"),
    ("tysiące osób", "at least 2,000"),
    ("kilkaset", "an unstated number"),
    ("kilkadziesiąt osób", "an unstated number"),
    ("zatrzymano co najmniej 15 osób", "at least 15"),
    ("doszło do zatrzymań", "an unstated number"),
    ("nie było zatrzymań", "none reported"),
    ("brak informacji o zatrzymaniach", "none reported"),
]
PRINTING = [
    ("1,024", "1,024"),
    ("1 024", "1,024"),
    ("1\N{NO-BREAK SPACE}024", "1,024"),
    ("1\N{THIN SPACE}024", "1,024"),
    ("1\N{NARROW NO-BREAK SPACE}024", "1,024"),
    ("1'024", "1,024"),
    ("1’024", "1,024"),
    ("1.024", "1,024"),
    ("1.024.000", "1,024,000"),
    ("1,024.00", "1,024"),
    ("24.0", "24"),
    ("24.", "24"),
    ("«24»", "24"),
    ("2\N{ZERO WIDTH SPACE}4", "24"),
    ("１，０２４", "1,024"),
    ("١٢", "12"),
    ("[24]", "24"),
    ("24 / 24", "24"),
    ("at least 10 (headline) / more than ten (text)", "at least 10"),
    ("almeno 340 (at least 340)", "at least 340"),
    ("alcune decine (several dozen)", "an unstated number"),
]


@pytest.mark.parametrize(
    ("text", "words"), [*ENGLISH, *RUSSIAN, *BELARUSIAN, *UKRAINIAN, *POLISH, *PRINTING]
)
def test_a_phrase_is_read_by_the_published_rules(text: str, words: str) -> None:
    assert in_words(read(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "20 of the protesters",
        "20 of the detained protesters",
        "20 of protesters",
        "at least 20 people of the detained",
        "dozens of the protesters",
        "2–3 dozen of the detainees",
        "none of the detainees",
        "20 из задержанных",
        "около 20 из числа задержанных",
        "десятки из задержанных",
        "арестованы 20 из числа задержанных",
        "никто из задержанных",
        "20 з затрыманых",
        "20 з ліку затрыманых",
        "20 із затриманих",
        "20 осіб з числа затриманих",
        "20 z zatrzymanych",
        "ponad 20 osób spośród zatrzymanych",
        "20 (из задержанных)",
    ],
)
def test_a_part_of_a_group_is_not_read_as_everyone_detained(text: str) -> None:
    with pytest.raises(UnreadableQuantity):
        read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("24 arrests of protesters", "24"),
        ("24 (arrests of protesters)", "24"),
        ("20 задержанных из числа участников", "20"),
        ("задержано 20 человек из числа протестующих", "20"),
        ("zatrzymano 20 osób spośród uczestników", "20"),
        ("tens of thousands of people", "at least 20,000"),
        ("more than two dozen of protesters", "more than 24"),
        ("half a dozen of people", "about 6"),
        ("several dozen of the detainees", "an unstated number"),
        ("none of the protesters were detained", "none reported"),
        ("no reports of arrests", "none reported"),
    ],
)
def test_who_was_detained_or_of_whom_a_hundred_consists_makes_no_part(
    text: str, words: str
) -> None:
    assert in_words(read(text)) == words


def test_a_day_of_the_month_is_not_a_number_of_people() -> None:
    with pytest.raises(UnreadableQuantity) as caught:
        read("20 числа")
    assert caught.value.refusal == Refusal(Reason.UNKNOWN_WORDS, {"count": 1, "words": ("числа",)})


@pytest.mark.parametrize("lexicon", _LEXICONS, ids=lambda lexicon: lexicon.name)
def test_no_word_around_a_figure_hides_a_negation(lexicon: Lexicon) -> None:
    negations = {key for key, word in lexicon.words.items() if word.sense is Sense.NOT}
    for key, word in lexicon.words.items():
        if word.sense in AROUND:
            assert not any((part,) in negations for part in key), key


def test_a_language_that_gives_a_phrase_two_meanings_is_rejected() -> None:
    muddled = Language(
        name="Muddled",
        phrases={Sense.AT_LEAST: "over", Sense.MORE_THAN: "over"},
        numbers={},
        scales=(Scale(12, single="dozen"),),
    )
    with pytest.raises(ValueError, match="two meanings"):
        Lexicon(muddled)
