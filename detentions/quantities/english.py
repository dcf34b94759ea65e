"""English."""

from .vocabulary import Language, Scale, Sense

ENGLISH = Language(
    name="English",
    phrases={
        Sense.EXACTLY: "exactly; precisely; only; just",
        Sense.AT_LEAST: (
            "at least; at the very least; no fewer than; not fewer than; no less than; "
            "not less than; a minimum of; minimum; min; min.; at minimum"
        ),
        Sense.MORE_THAN: (
            "more than; over; above; exceeding; in excess of; greater than; upwards of; "
            "upward of; just over; just above; slightly over; slightly more than; well over; "
            "much more than; far more than"
        ),
        Sense.ABOUT: (
            "about; around; approximately; approx; approx.; roughly; circa; ca; ca.; c.; "
            "an estimated; estimated; in the region of; on the order of"
        ),
        Sense.ALMOST: (
            "almost; nearly; close to; approaching; just under; just below; slightly under; "
            "slightly fewer than; not quite"
        ),
        Sense.AT_MOST: (
            "at most; no more than; not more than; not exceeding; a maximum of; maximum; max; max."
        ),
        Sense.BELOW: "fewer than; less than; under; below",
        Sense.UP_TO: "up to; as many as",
        Sense.OR_MORE: "or more; and more; or over; or above; and over; plus",
        Sense.OR_SO: "or so; or thereabouts; odd; -odd",
        Sense.VAGUE: (
            "several; few; a few; many; most; numerous; multiple; a handful; a couple; a number; "
            "an unstated number; an unknown number; an unspecified number; "
            "an undisclosed number; unknown number; unspecified number; lots; a lot; unquantified"
        ),
        Sense.SOME: "some",
        Sense.BETWEEN: "between; in between",
        Sense.FROM: "from",
        Sense.TO: "to",
        Sense.AND: "and; &",
        Sense.OR: "or",
        Sense.AND_A_HALF: "and a half; and half; and one half",
        Sense.ARTICLE: "a; an",
        Sense.NOT: "no; not; without",
        Sense.NOBODY: "none; nobody; no one; no-one; noone",
        Sense.PEOPLE: (
            "people; persons; person; individuals; individual; protesters; protester; protestors; "
            "demonstrators; demonstrator; participants; participant; marchers; names; name"
        ),
        Sense.DETENTION: (
            "detained; detainees; detainee; detention; detentions; arrested; arrest; arrests; "
            "arrestees; taken into custody; apprehended"
        ),
        Sense.STATED: (
            "was; were; is; are; been; have been; has been; there; made; reported; reportedly; "
            "report; reports; recorded; registered; confirmed; known; took place; occurred; "
            "information; happened"
        ),
        Sense.TOTAL: (
            "total; total of; a total of; the total; in total; in all; altogether; pro and anti"
        ),
        Sense.OF: "of",
        Sense.PART_OF: "of the",
        Sense.GLUE: "the; also; any; so far; yet; information about; information on",
    },
    numbers={
        0: "zero",
        1: "one",
        2: "two",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        17: "seventeen",
        18: "eighteen",
        19: "nineteen",
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
    },
    scales=(
        Scale(100, single="hundred", plural="hundreds"),
        Scale(1_000, single="thousand", plural="thousands", counted="k"),
        Scale(1_000_000, single="million", plural="millions", counted="mln"),
        Scale(10, plural="tens", lot=True),
        Scale(12, single="dozen", plural="dozens", lot=True),
        Scale(20, single="score", plural="scores", lot=True),
    ),
    loose={6: "half a dozen; half dozen", 50: "half a hundred", 500: "half a thousand"},
)
