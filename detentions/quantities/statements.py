"""What a text in one language says about a number of people."""

from collections.abc import Iterator
from fractions import Fraction

from .elision import in_full
from .numerals import Figure, counts_at, figures_at
from .pitfalls import group_is_detained, refuse_ending, refuse_minus, refuse_part
from .quantity import LARGEST, Quantity
from .reasons import Reason
from .refusal import Refused
from .vocabulary import Item, Sense

_BEFORE = {
    Sense.EXACTLY,
    Sense.AT_LEAST,
    Sense.MORE_THAN,
    Sense.ABOUT,
    Sense.ALMOST,
    Sense.AT_MOST,
    Sense.BELOW,
    Sense.UP_TO,
    Sense.FROM,
    Sense.SOME,
}
# What a hedge comes to where it has no qualifier of its own.
_MEANS = {
    Sense.ALMOST: Sense.ABOUT,
    Sense.SOME: Sense.ABOUT,
    Sense.FROM: Sense.AT_LEAST,
}
_AFTER = {
    Sense.OR_MORE: Sense.AT_LEAST,
    Sense.AT_LEAST: Sense.AT_LEAST,
    Sense.AND_SOME: Sense.MORE_THAN,
    Sense.OR_SO: Sense.ABOUT,
    Sense.ABOUT: Sense.ABOUT,
}
_LEAD = {Sense.TOTAL, Sense.DETENTION, Sense.STATED, Sense.COLON}
AROUND = {
    Sense.PEOPLE,
    Sense.DETENTION,
    Sense.STATED,
    Sense.GLUE,
    Sense.TOTAL,
    Sense.OF,
    Sense.PART_OF,
}


def readings(items: list[Item]) -> list[Quantity]:
    """Return every reading of the whole text that a rule allows, without repeats.

    Raises Refused where the only reading breaks a rule of its own.
    """
    if without_number := _without_number(items):
        return [without_number]
    refuse_minus(items)
    refuse_ending(items)
    start = _after_lead(items)
    hedge = items[start].sense if start < len(items) and items[start].sense in _BEFORE else None
    after_hedge = start + (hedge is not None)
    if _is_vague(items, start, hedge):
        return [Quantity("unquantified", None, None)]
    refuse_part(items)
    if hedge in (None, Sense.AT_LEAST) and (indefinite := _indefinite(items, after_hedge, hedge)):
        return [indefinite]
    return _numeric(items, start, hedge)


def _after_lead(items: list[Item]) -> int:
    """Return where the figure begins: after "a total of", "detained:" or «Задержано –»."""
    here = 0
    while here < len(items) and (
        items[here].sense in _LEAD or (items[here].sense is Sense.DASH and here > 0)
    ):
        here += 1
    return here


def _without_number(items: list[Item]) -> Quantity | None:
    """Read "no arrests were reported" and "detentions were also reported"."""
    senses = {item.sense for item in items}
    if senses <= AROUND | {Sense.NOT, Sense.NOBODY} and (
        (Sense.NOBODY in senses and not group_is_detained(items))
        or {Sense.NOT, Sense.DETENTION} <= senses
    ):
        return Quantity("none_reported", None, None)
    if senses <= AROUND and {Sense.DETENTION, Sense.STATED} <= senses:
        return Quantity("unquantified", None, None)
    return None


def _is_vague(items: list[Item], start: int, hedge: Sense | None) -> bool:
    """Tell whether a word such as "several" stands where the number would."""
    here = start + (hedge is not None and hedge is not Sense.SOME)
    return (
        here < len(items)
        and items[here].sense in (Sense.VAGUE, Sense.SOME)
        and all(item.sense in AROUND | {Sense.SCALE} for item in items[here + 1 :])
    )


def _indefinite(items: list[Item], start: int, hedge: Sense | None) -> Quantity | None:
    """Read a bare plural, "hundreds of people", as at least two of them."""
    here = start
    low = 2
    while here < len(items) and items[here].sense in (Sense.SCALE, Sense.OF):
        low *= int(items[here].word.value) or 1
        here += 1
    if here == start or not items[start].word.plural:
        return None
    # «тысячи» is also "of a thousand", which is what a hedge asks for.
    if hedge is not None and items[start].word.single:
        return None
    return Quantity("at_least", _whole(Fraction(low)), None) if _all_around(items, here) else None


def _numeric(items: list[Item], start: int, hedge: Sense | None) -> list[Quantity]:
    found: list[Quantity] = []
    refused: list[Refused] = []
    inverted = list(_inverted(items, start, hedge))
    for sense, low, high in inverted or (
        *_ranges(items, start, hedge),
        *_singles(items, start, hedge),
    ):
        try:
            quantity = _between(low, high) if high is not None else _hedged(sense, low)
        except Refused as refusal:
            refused.append(refusal)
        else:
            found += [] if quantity in found else [quantity]
    if refused and not found:
        raise refused[0]
    return found


_Reading = tuple[Sense, Fraction, Fraction | None]


def _inverted(items: list[Item], start: int, hedge: Sense | None) -> Iterator[_Reading]:
    """Yield «тысячи две», «человек пять-шесть»: a number after its noun says "about"."""
    at = start + (hedge is not None)
    if hedge not in (None, Sense.ABOUT) or at >= len(items):
        return
    noun = items[at]
    if noun.sense not in (Sense.SCALE, Sense.PEOPLE):
        return
    scale = noun.word.value or Fraction(1)
    for first, here in counts_at(items, at + 1, noun):
        if _all_around(items, here):
            yield Sense.ABOUT, first * scale, None
        elif items[here].sense in (Sense.DASH, Sense.OR):
            for second, end in counts_at(items, here + 1, noun):
                if _all_around(items, end):
                    _refuse_short(first, second, scale)
                    yield Sense.BETWEEN, first * scale, second * scale


def _ranges(items: list[Item], start: int, hedge: Sense | None) -> Iterator[_Reading]:
    """Yield "between 5 and 10", "from 5 to 10", "about 5–10", "5 or 6"."""
    if start < len(items) and items[start].sense is Sense.BETWEEN:
        hedge, middle = Sense.BETWEEN, {Sense.AND, Sense.DASH}
    elif hedge is Sense.FROM:
        middle = {Sense.TO, Sense.UP_TO, Sense.DASH}
    elif hedge in (None, Sense.ABOUT, Sense.SOME):
        middle = {Sense.TO, Sense.UP_TO, Sense.DASH, Sense.OR}
    else:
        return
    for first, here in figures_at(items, start + (hedge is not None)):
        if here < len(items) and items[here].sense in middle:
            spelled_out = hedge in (Sense.BETWEEN, Sense.FROM) and items[here].sense != Sense.DASH
            for second, end in figures_at(items, here + 1):
                if _all_around(items, end):
                    if not spelled_out and first.multiplier == 1:
                        _refuse_short(first.value, second.mantissa, second.multiplier)
                    yield Sense.BETWEEN, _shared(first, second), second.value


def _shared(first: Figure, second: Figure) -> Fraction:
    """Return the first number of a range: in "2–3 thousand" it shares the multiplying word."""
    if first.multiplier == 1 and first.value < second.mantissa:
        return first.value * second.multiplier
    return first.value


def _refuse_short(first: Fraction, second: Fraction, scale: Fraction | int) -> None:
    """Refuse "3-400", which is printed for 300 to 400 more often than for 3 to 400."""
    longer = in_full(first, second)
    if longer is None:
        return
    low, full, high = (_whole(number * scale) for number in (first, longer, second))
    raise Refused(Reason.SHORT_RANGE, low=low, full=full, high=high)


def _singles(items: list[Item], start: int, hedge: Sense | None) -> Iterator[_Reading]:
    """Yield "at least 6", "700+", "two dozen people"."""
    before = _MEANS.get(hedge, hedge) if hedge else None
    for figure, here in figures_at(items, start + (hedge is not None)):
        after = _AFTER.get(items[here].sense) if here < len(items) else None
        if (before and after and before is not after) or not _all_around(
            items, here + (after is not None)
        ):
            continue
        unhedged = Sense.ABOUT if figure.loose else Sense.EXACTLY
        yield before or after or unhedged, figure.value, None


def _all_around(items: list[Item], start: int) -> bool:
    return all(item.sense in AROUND for item in items[start:])


def _hedged(sense: Sense, value: Fraction) -> Quantity:
    number = _whole(value)
    match sense:
        case Sense.AT_LEAST:
            return Quantity("at_least", number, None)
        case Sense.MORE_THAN:
            return Quantity("more_than", _whole(value + 1), None)
        case Sense.ABOUT:
            return Quantity("about", number, number)
        case Sense.UP_TO | Sense.AT_MOST:
            return _at_most(number)
        case Sense.BELOW:
            return _at_most(number - 1)
    return Quantity("exactly", number, number)


def _at_most(high: int) -> Quantity:
    if high < 1:
        raise Refused(Reason.NO_ROOM)
    return Quantity("between", 0, high)


def _between(low: Fraction, high: Fraction) -> Quantity:
    first, last = _whole(low), _whole(high)
    if first >= last:
        raise Refused(Reason.RANGE_NOT_ASCENDING, first=first, last=last)
    return Quantity("between", first, last)


def _whole(value: Fraction) -> int:
    if value > LARGEST:
        raise Refused(Reason.ABOVE_LARGEST, largest=LARGEST)
    if value.denominator != 1:
        raise Refused(Reason.NOT_WHOLE, number=value)
    return int(value)
