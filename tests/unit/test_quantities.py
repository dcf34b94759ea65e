"""Figures as sources print them, against what people wrote down for them."""

import csv
from pathlib import Path

import pytest

from detentions import wording
from detentions.choices import Qualifier
from detentions.quantities import (
    LARGEST,
    QUALIFIERS,
    Quantity,
    Reason,
    UnfitBounds,
    UnreadableQuantity,
    check,
    in_figures,
    in_words,
    read,
)
from detentions.wording import why
from tests.conftest import shared_data

COUNTS = Path(__file__).resolve().parent.parent / "data" / "belarus_2020_counts.csv"
OUR_TERM = {"exact": "exactly", "vague": "unquantified"}


def printed_counts() -> list[dict[str, str]]:
    with COUNTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", printed_counts(), ids=lambda row: f"{row['obs']}")
def test_every_printed_count_of_2020_is_read_as_people_read_it(row: dict[str, str]) -> None:
    expected = Quantity(
        OUR_TERM.get(row["qualifier"], row["qualifier"]),
        int(row["count_min"]) if row["count_min"] else None,
        int(row["count_max"]) if row["count_max"] else None,
    )
    assert read(row["count_text"]) == expected


def test_there_are_117_printed_counts() -> None:
    assert len(printed_counts()) == 117


CCC_WORDS = {
    "9 (detained)": "9",
    "4 (total pro and anti)": "4",
    "several": "an unstated number",
    "some": "an unstated number",
    "many": "an unstated number",
}
CCC_REFUSED = {
    "",
    "see above",
    "(see above)",
    "DEAD LINK",
    "DEADLINK",
    "DEADLINK, doesn't allow access to article",
    "N/A",
    "o",
    "unknown",
}


def test_every_arrest_value_of_the_crowd_counting_sheets_is_read_or_refused_with_a_remedy() -> None:
    with shared_data("ccc_arrest_strings.csv").open(encoding="utf-8", newline="") as file:
        values = [row["value"] for row in csv.DictReader(file)]
    refused = set()
    for value in values:
        try:
            words = in_words(read(value))
        except UnreadableQuantity:
            refused.add(value)
        else:
            assert words == CCC_WORDS.get(value, value)
    assert refused == CCC_REFUSED


REMEDIES = [
    ("", "which is not zero"),
    ("  \t", "which is not zero"),
    ("(see above)", "write that row's figure here"),
    ("DEADLINK, doesn't allow access to article", "look for an archived copy"),
    ("unknown", 'write "an unstated number" if people were detained'),
    ("неизвестно", 'write "an unstated number" if people were detained'),
    ("???", 'write "an unstated number" if people were detained'),
    ("o", "write 0 if zero is meant"),
    ("-5", "write the number alone"),
    ("more than −5", "write the number alone"),
    ("3.5", "3.5 is not a whole number of people"),
    ("полтора", "1.5 is not a whole number of people"),
    ("2147483648", "check its digits"),
    ("more than 2,147,483,647", "check its digits"),
    ("9" * 500, "check its digits"),
    ("9 10", "9 and 10, and no rule says which is the figure"),
    ("9" * 400 + " dogs or 5", "99… and 5, and no rule"),
    ("9, 10 or 11", "9, 10 and 11, and no rule says which is the figure"),
    ("5-10-15", "5, 10 and 15, and no rule"),
    ("at least 5-10", "5 and 10, and no rule"),
    ("10-5", "write the two in order"),
    ("24 (25)", "24 and, in brackets, 25"),
    ("24 [1]", "24 and, in brackets, 1"),
    ("200 (more than 200)", "200 and, in brackets, more than 200"),
    ("24 (3 women)", 'The note "3 women" in brackets'),
    ("24 (of 30)", 'The note "of 30" in brackets'),
    (
        "between one thousand and two hundred and three thousand",
        "between 1,200 and 3,000 and between 1,000 and 203,000: write the one that is meant",
    ),
    ("24 / 25", "enter each as a figure of its own"),
    ("10 (headline) / 12 (text)", "enter each as a figure of its own"),
    ("več kot 200 (more than 300)", "does not repeat the digits before it"),
    ("injured (at least 5)", "does not repeat the digits before it"),
    ("Minsk (24)", '"minsk" is not part of a figure'),
    ("24 journalists", '"journalists" is not part of a figure'),
    ("Riot police took 24 of them", "are not parts of a figure"),
    ("24 (detained", "The brackets do not pair up"),
    ("((24))", "The brackets do not pair up"),
    ("24²", '"²" is a footnote mark'),
    ("1½", '"½" is a footnote mark'),
    ("2.000", "write 2 or 2,000"),
    ("1,024 thousand", "may count 1,024 or 1,024,000"),
    ("08-11", '"08" begins with 0'),
    ("8.11.2020", '"8.11.2020" is not one number'),
    ("up to 0", "write 0 if the source says that nobody was detained"),
    ("not 24", "write the figure alone"),
    ("человек 200", "write the figure alone"),
    ("20-stu", '"stu" after "20-" may be only the ending of that number'),
    ("6 - dziesięciu", "write the whole number in digits"),
    ("3-400 человек", 'write "between 3 and 400" or "between 300 and 400"'),
    ("3-400 thousand", '"between 3,000 and 400,000" or "between 300,000 and 400,000"'),
    ("более тысячи две", '"две" after "тысячи" may count it or be added to it'),
    ("тысячи 24", "write the whole number in digits"),
    ("20 of the protesters", '"of the" after a number names a group'),
    ("20 человек из числа задержанных", "write the number alone if it counts everyone detained"),
    ("24 (of the detainees)", 'The note "of the detainees" in brackets'),
    ("x" * 50_000, "The text has 50,000 characters"),
    ("ﷺ" * 500, "The text has 9,000 characters"),
]


@pytest.mark.parametrize(("text", "remedy"), REMEDIES, ids=lambda part: part[:30])
def test_what_no_rule_reads_is_refused_with_a_sentence_that_says_what_to_do(
    text: str, remedy: str
) -> None:
    with pytest.raises(UnreadableQuantity) as caught:
        read(text)
    sentence = why(caught.value.refusal)
    assert remedy in sentence
    assert caught.value.text == text
    assert len(sentence) < 300
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["około 20-stu osób", "12-stu zatrzymanych", "16–sto", "6-dziesięciu", "10-20-stu", "20-сто"],
)
def test_a_number_word_hyphenated_to_digits_is_never_the_end_of_a_range(text: str) -> None:
    with pytest.raises(UnreadableQuantity):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "3-400",
        "3–500 osób",
        "2 - 300",
        "1-200",
        "around 3 to 400 people",
        "3 or 400",
        "2-3000",
        "50-60,000",
        "12-1500",
        "between 3-400",
        "3-400 тысяч",
        "три-четыреста",
        "dwie-trzysta osób",
    ],
)
def test_a_range_that_may_leave_out_hundreds_or_thousands_is_refused(text: str) -> None:
    with pytest.raises(UnreadableQuantity) as caught:
        read(text)
    assert caught.value.refusal.reason is Reason.SHORT_RANGE


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5-100", "between 5 and 100"),
        ("20-300", "between 20 and 300"),
        ("9-420", "between 9 and 420"),
        ("500-3000", "between 500 and 3,000"),
        ("between 3 and 400", "between 3 and 400"),
        ("от 3 до 400", "between 3 and 400"),
        ("three to four hundred", "between 300 and 400"),
    ],
)
def test_a_range_with_both_ends_in_full_is_read(text: str, words: str) -> None:
    assert in_words(read(text)) == words


WRITTEN = [
    (Quantity("exactly", 1024, 1024), "1,024", "1,024"),
    (Quantity("exactly", 0, 0), "0", "0"),
    (Quantity("at_least", 6, None), "at least 6", "≥ 6"),
    (Quantity("more_than", 501, None), "more than 500", "> 500"),
    (Quantity("about", 250, 250), "about 250", "~ 250"),
    (Quantity("between", 5, 10), "between 5 and 10", "5–10"),
    (Quantity("between", 1000, 20000), "between 1,000 and 20,000", "1,000–20,000"),
    (Quantity("between", 0, 400), "between 0 and 400", "0–400"),
    (Quantity("between", 3, 400), "between 3 and 400", "between 3 and 400"),
    (Quantity("unquantified", None, None), "an unstated number", "unquantified"),
    (Quantity("none_reported", None, None), "none reported", "none reported"),
]


@pytest.mark.parametrize(("quantity", "words", "figures"), WRITTEN)
def test_a_figure_is_written_with_its_hedge(quantity: Quantity, words: str, figures: str) -> None:
    assert in_words(quantity) == words
    assert wording.in_words(quantity) == words
    assert in_figures(quantity) == figures


MISFITS = [
    ("roughly", 1, 1, "is not a qualifier"),
    ("exactly", None, None, "needs a low bound"),
    ("exactly", 5, None, "needs a high bound"),
    ("exactly", 5, 6, "both bounds are the same"),
    ("about", 5, 6, "both bounds are the same"),
    ("at_least", 5, 5, "has no high bound"),
    ("at_least", None, 5, "needs a low bound"),
    ("more_than", 0, None, "starts at 1"),
    ("more_than", 5, 9, "has no high bound"),
    ("between", 5, None, "needs a high bound"),
    ("between", 5, 5, "above the low bound"),
    ("between", 9, 5, "above the low bound"),
    ("unquantified", 0, None, "leave both bounds empty"),
    ("none_reported", 0, 0, "leave both bounds empty"),
    ("exactly", -1, -1, "lies between 0 and 2,147,483,647"),
    ("between", 0, LARGEST + 1, "lies between 0 and 2,147,483,647"),
]


@pytest.mark.parametrize(("qualifier", "low", "high", "message"), MISFITS)
def test_bounds_that_do_not_fit_their_qualifier_are_named(
    qualifier: str, low: int | None, high: int | None, message: str
) -> None:
    with pytest.raises(UnfitBounds) as checked:
        check(qualifier, low, high)
    with pytest.raises(UnfitBounds) as made:
        Quantity(qualifier, low, high)
    assert message in why(checked.value.refusal)
    assert why(made.value.refusal) == why(checked.value.refusal)


def test_the_qualifiers_are_those_of_the_records() -> None:
    assert list(QUALIFIERS) == Qualifier.values
