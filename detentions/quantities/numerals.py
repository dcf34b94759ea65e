"""Numbers in words and digits: "twenty-five", «две тысячи пятьсот», "3 тысяч", "2,5 тисячі"."""

from dataclasses import dataclass
from fractions import Fraction

from .reasons import Reason
from .refusal import Refused
from .vocabulary import Item, Sense


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and how it was said.

    `mantissa` × `multiplier` is the number where one multiplying word ends it ("3 thousand");
    `loose` where it was counted in a word such as dozen, which speakers use loosely.
    """

    value: Fraction
    mantissa: Fraction
    multiplier: int
    loose: bool


# What asks for the genitive, in which one thousand looks like several: «более тысячи».
_GOVERNING = {
    *(Sense.AT_LEAST, Sense.MORE_THAN, Sense.ABOUT, Sense.ALMOST, Sense.AT_MOST, Sense.BELOW),
    *(Sense.UP_TO, Sense.FROM, Sense.BETWEEN, Sense.TO, Sense.AND),
}


class _Sum:
    """A number under construction, fed one item at a time; `governed` by a word before it."""

    def __init__(self, *, governed: bool = True) -> None:
        self.governed = governed
        self.closed = Fraction(0)  # the groups that a thousand or million has ended
        self.group: Fraction | None = None
        self.room = 0  # a word joins the group when it is smaller than this
        self.ceiling: Fraction | None = None  # and a group joins the number when below this
        self.multiplier = 1
        self.uncounted: Item | None = None  # a multiplying word with no number before it
        self.loose = False
        self.pure = True  # nothing was added after a multiplying word

    def take(self, item: Item, following: Item | None) -> bool:
        """Add the item to the number; return False where it is not part of it."""
        if self.uncounted is not None and _counts(item, self.uncounted):
            raise Refused(Reason.COUNTED_OR_ADDED, word=item.text, unit=self.uncounted.text)
        if self.uncounted is not None and not self.governed and item.sense is Sense.NUMBER:
            self._refuse_many(self.uncounted)
        match item.sense:
            case Sense.DIGITS:
                return self._start(item, following)
            case Sense.NUMBER:
                return self._join(item) if self.group is not None else self._start(item, following)
            case Sense.SCALE:
                return self._multiply(item)
            case Sense.AND_A_HALF:
                return self._add_half(following)
            case Sense.ARTICLE:
                return self.untouched and following is not None and following.word.single
        return False

    @property
    def untouched(self) -> bool:
        """Tell whether nothing has been taken yet."""
        return self.group is None and self.ceiling is None

    def _refuse_many(self, noun: Item) -> None:
        if noun.word.plural:
            raise Refused(Reason.SEVERAL_UNCOUNTED, unit=noun.text)

    def _start(self, item: Item, following: Item | None) -> bool:
        value = item.word.value
        if self.group is not None or (self.ceiling is not None and value >= self.ceiling):
            return False
        if item.decimal is not None and following is not None and following.sense is Sense.SCALE:
            raise Refused(
                Reason.DECIMALS_BEFORE_SCALE,
                printed=f"{item.text} {following.text}",
                decimal=item.decimal * following.word.value,
                whole=value * following.word.value,
            )
        self.pure = self.pure and self.ceiling is None
        self.group = value
        self.loose = self.loose or item.word.lot
        self.room = _room(value) if item.sense is Sense.NUMBER else 0
        return True

    def _join(self, item: Item) -> bool:
        value = item.word.value
        if self.group is None or not 0 < value < self.room:
            return False
        self.pure = self.multiplier == 1
        self.group += value
        self.room = _room(value)
        return True

    def _multiply(self, item: Item) -> bool:
        scale = item.word.value
        if self.group is None and not (self.untouched and item.word.single):
            return False
        group = Fraction(1) if self.group is None else self.group
        self.uncounted = item if self.group is None else None
        if scale == 100 and not item.word.lot:
            if group >= 100:
                return False
            self.group, self.room = group * 100, 100
        elif self.ceiling is not None and (item.word.lot or scale >= self.ceiling):
            return False
        else:
            self.closed += group * scale
            self.group = None
            self.ceiling = Fraction(1) if item.word.lot else scale
        self.multiplier *= int(scale)
        self.loose = self.loose or item.word.lot
        return True

    def _add_half(self, following: Item | None) -> bool:
        if self.group is None or following is None or following.sense is not Sense.SCALE:
            return False
        self.group += Fraction(1, 2)
        self.room = 0
        return True

    def bridges(self, item: Item, following: Item | None) -> bool:
        """Tell whether a hyphen or an "and" here stands inside the number."""
        if following is None:
            return False
        if item.sense is Sense.DASH:
            close = item.text in "-‐" and not item.spaced and not following.spaced
            single = following.sense is Sense.SCALE and following.word.single
            tail = following.sense is Sense.NUMBER and self.room == 10 > following.word.value
            return close and self.group is not None and (tail or single)
        after_round = self.room == 100 if self.group is not None else self.ceiling is not None
        return item.sense is Sense.AND and after_round and following.sense is Sense.NUMBER

    def figure(self) -> Figure:
        """Return the number as it stands."""
        value = self.closed + (self.group or 0)
        multiplier = self.multiplier if self.pure else 1
        return Figure(value, value / multiplier, multiplier, self.loose)


def _room(value: Fraction) -> int:
    """Return what a word after this one must be smaller than: "twenty" leaves room for "five"."""
    if value >= 100:
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 0


def _counts(number: Item, noun: Item) -> bool:
    """Tell whether the number, by its case, counts the noun; digits may stand for any case."""
    value = number.word.value
    if number.sense is Sense.DIGITS and noun.word.agrees:
        return value.denominator > 1 or (2 <= value % 10 <= 4 and not 12 <= value % 100 <= 14)
    return number.sense is Sense.NUMBER and bool(number.word.agrees & noun.word.agrees)


def counts_at(items: list[Item], start: int, noun: Item) -> list[tuple[Fraction, int]]:
    """Return the number in words at `start` that counts the noun, with the place after it.

    It is the «две» of «тысячи две» and the «пять» of «человек пять»; there is one at most.
    """
    number = _Sum()
    here = start
    while (
        here < len(items)
        and items[here].sense is Sense.NUMBER
        and _counts(items[here], noun)
        and number.take(items[here], None)
    ):
        here += 1
    return [] if number.untouched else [(number.figure().value, here)]


def figures_at(items: list[Item], start: int) -> list[tuple[Figure, int]]:
    """Return every number that begins at `start`, with the place after it, longest first.

    There are several only where "and" may stand inside the number or after it: "between two
    hundred and five hundred".
    """
    found: list[tuple[Figure, int]] = []
    number = _Sum(governed=start > 0 and items[start - 1].sense in _GOVERNING)
    here = start
    while here < len(items):
        item = items[here]
        following, after = (*items[here + 1 : here + 3], None, None)[:2]
        if number.take(item, following):
            here += 1
            continue
        if number.untouched or not number.bridges(item, following):
            break
        stop = (number.figure(), here)
        if following is None or not number.take(following, after):
            break
        if item.sense is Sense.AND:
            found.append(stop)
        here += 2
    if not number.untouched:
        found.append((number.figure(), here))
    return found[::-1]
