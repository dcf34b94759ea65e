"""Orders of words and signs that look like a figure and mean another one, or a part of one."""

from itertools import pairwise

from .reasons import Reason
from .refusal import Refused
from .vocabulary import Item, Sense

_NUMBER = {Sense.DIGITS, Sense.NUMBER, Sense.SCALE}
_OF = {Sense.OF, Sense.PART_OF}


def refuse_minus(items: list[Item]) -> None:
    """Refuse a dash that stands before a number and after none."""
    for here, (dash, number) in enumerate(pairwise(items)):
        if dash.sense is not Sense.DASH or number.sense is not Sense.DIGITS:
            continue
        if here == 0 or not (number.spaced or items[here - 1].sense in _NUMBER):
            raise Refused(Reason.MINUS, sign=dash.text)


def refuse_ending(items: list[Item]) -> None:
    """Refuse "20-stu" and "6-dziesięciu", which write out the end of 20 and 60, not a range."""
    for digits, dash, word in zip(items, items[1:], items[2:], strict=False):
        if (digits.sense, dash.sense, word.sense) == (Sense.DIGITS, Sense.DASH, Sense.NUMBER):
            raise Refused(Reason.ENDING, word=word.text, number=digits.text + dash.text)


def refuse_part(items: list[Item]) -> None:
    """Refuse "20 of the protesters": more people than these may have been detained."""
    senses = [item.sense for item in items]
    number = next((here for here, sense in enumerate(senses) if sense in _NUMBER), len(items))
    if of := names_a_group(items, number):
        raise Refused(Reason.PART_OF_GROUP, word=of.text)


def names_a_group(items: list[Item], start: int = 0) -> Item | None:
    """Return the word from `start` on that makes who is counted a part of a group, if one does.

    Who is detained may be a part of the protesters ("24 arrests of protesters"), but a part of
    the detained is not everyone detained.
    """
    for here, item in enumerate(items[start:], start):
        if item.sense is Sense.PART_OF or (item.sense is Sense.OF and not _measures(items[:here])):
            said = {other.sense for other in items[:here]}
            group = {other.sense for other in items[here:]}
            if Sense.DETENTION not in said or Sense.DETENTION in group:
                return item
    return None


def _measures(before: list[Item]) -> bool:
    """Tell whether an "of" after these words says what is counted: "hundreds of people"."""
    return bool(before) and (before[-1].sense is Sense.SCALE or before[-1].word.lot)


def group_is_detained(items: list[Item]) -> bool:
    """Tell "none of the detainees" from "none of the protesters were detained"."""
    senses = [item.sense for item in items if item.sense is not Sense.GLUE]
    return any(of in _OF and group is Sense.DETENTION for of, group in pairwise(senses))
