"""Why a figure is refused, in a sentence that says what to write instead."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from detentions.quantities import Quantity, Reason, Refusal

from .figures import in_words, number

_LONGEST_QUOTED = 40

SENTENCES: Final[Mapping[Reason, Any]] = {
    Reason.BLANK: _(
        "The cell is empty, which is not zero: leave the figure out, or write 0 if the source "
        "says that nobody was detained."
    ),
    Reason.UNKNOWN: _(
        "The text says that the number is not known: leave the figure out, or write "
        '"an unstated number" if people were detained.'
    ),
    Reason.ELSEWHERE: _(
        "The text points to another row: write that row's figure here if it is meant."
    ),
    Reason.NO_SOURCE: _(
        "The source could not be opened, so it states no number: look for an archived copy, or "
        "leave the figure out."
    ),
    Reason.LETTER_O: _(
        "This is the letter o, not a digit: write 0 if zero is meant, else leave it out."
    ),
    Reason.TOO_LONG: ngettext_lazy(
        "The text has %(length)s character, a figure has at most %(longest)s: keep only the "
        "words that state the number.",
        "The text has %(length)s characters, a figure has at most %(longest)s: keep only the "
        "words that state the number.",
        "count",
    ),
    Reason.UNBALANCED_BRACKETS: _(
        "The brackets do not pair up, or lie within each other: close each one before the next."
    ),
    Reason.SEVERAL_FIGURES: _(
        "The text gives %(figures)s, and no rule chooses between them: enter each as a figure of "
        "its own."
    ),
    Reason.SEVERAL_NUMBERS: _(
        "The text holds %(numbers)s, and no rule says which is the figure: write one of them, or "
        'a range such as "between 5 and 10".'
    ),
    Reason.SEVERAL_MEANINGS: _("%(text)s may mean %(figures)s: write the one that is meant."),
    Reason.UNKNOWN_WORDS: ngettext_lazy(
        '%(words)s is not part of a figure: write the figure alone, for example 24 or "at least '
        '6", and keep the rest for its own column or the note.',
        '%(words)s are not parts of a figure: write the figure alone, for example 24 or "at '
        'least 6", and keep the rest for its own column or the note.',
        "count",
    ),
    Reason.UNKNOWN_ORDER: _(
        "The words are known, but do not state a number of people in this order: write the "
        'figure alone, for example 24 or "at least 6".'
    ),
    Reason.UNKNOWN_NOTE: _(
        "The note %(note)s in brackets is not one that the rules know: keep the figure here and "
        "move the note to its own column."
    ),
    Reason.NOTE_DIFFERS: _(
        "The text gives %(figure)s and, in brackets, %(in_brackets)s: keep the one that states "
        "the figure, or enter two figures."
    ),
    Reason.GLOSS_DIFFERS: _(
        "The English in brackets, %(gloss)s, does not repeat the digits before it: keep the one "
        "that states the figure."
    ),
    Reason.SPECIAL_SIGN: _(
        "%(sign)s is a footnote mark, a fraction or another special sign, not a digit: write the "
        "figure in ordinary digits."
    ),
    Reason.LEADING_ZERO: _(
        "%(printed)s begins with 0, as dates and codes do: write the number alone."
    ),
    Reason.NOT_ONE_NUMBER: _(
        "%(printed)s is not one number: write the figure with a comma between thousands, for "
        "example 1,024."
    ),
    Reason.DECIMALS_OR_THOUSANDS: _(
        "%(printed)s may be %(whole)s with decimals or %(thousands)s: write %(whole)s or "
        "%(thousands)s."
    ),
    Reason.DECIMALS_BEFORE_SCALE: _(
        "%(printed)s may count %(decimal)s or %(whole)s: write the whole number in digits."
    ),
    Reason.COUNTED_OR_ADDED: _(
        "%(word)s after %(unit)s may count it or be added to it: write the whole number in digits."
    ),
    Reason.SEVERAL_UNCOUNTED: _(
        "%(unit)s names several and not how many: write the whole number in digits."
    ),
    Reason.ABOVE_LARGEST: _(
        "The number is above %(largest)s, the largest kept here: check its digits."
    ),
    Reason.NOT_WHOLE: _(
        "%(number)s is not a whole number of people: write the figure as printed, for example 4, "
        'or "3.5 thousand" where thousands are meant.'
    ),
    Reason.MINUS: _(
        "%(sign)s before a number reads as a minus, and nobody counts fewer than 0 people: write "
        "the number alone."
    ),
    Reason.ENDING: _(
        "%(word)s after %(number)s may be only the ending of that number: write the whole number "
        'in digits, or a range such as "between 20 and 100".'
    ),
    Reason.PART_OF_GROUP: _(
        "%(word)s after a number names a group of which the number is a part: write the number "
        "alone if it counts everyone detained."
    ),
    Reason.SHORT_RANGE: _(
        'The range %(low)s to %(high)s may be short for %(full)s to %(high)s: write "between '
        '%(low)s and %(high)s" or "between %(full)s and %(high)s".'
    ),
    Reason.RANGE_NOT_ASCENDING: _(
        "A range goes from the smaller number to the larger one, %(first)s to %(last)s does not: "
        "write the two in order, or one number if they are the same."
    ),
    Reason.NO_ROOM: _(
        "The words leave room for no person at all: write 0 if the source says that nobody was "
        "detained."
    ),
    Reason.NO_QUALIFIER: _("%(qualifier)s is not a qualifier: use one of %(qualifiers)s."),
    Reason.BOUND_OUT_OF_RANGE: _("A bound lies between 0 and %(largest)s; %(bound)s does not."),
    Reason.NUMBERS_NOT_TAKEN: _("%(qualifier)s has no numbers: leave both bounds empty."),
    Reason.LOW_MISSING: _("%(qualifier)s needs a low bound."),
    Reason.HIGH_MISSING: _("%(qualifier)s needs a high bound."),
    Reason.HIGH_NOT_TAKEN: _("%(qualifier)s has no high bound: leave it empty."),
    Reason.MORE_THAN_NOTHING: _("%(qualifier)s starts at 1: more than n has the low bound n + 1."),
    Reason.HIGH_NOT_ABOVE_LOW: _("%(qualifier)s needs a high bound above the low bound."),
    Reason.BOUNDS_DIFFER: _("%(qualifier)s is one number: both bounds are the same."),
}


def why(refusal: Refusal) -> str:
    """Return the sentence of a refusal: what is wrong with which text, and the remedy."""
    values = {
        # Chooses the plural form, which takes the number itself.
        name: value if name == "count" else _written(value)
        for name, value in refusal.values.items()
    }
    return str(SENTENCES[refusal.reason] % values)


def _written(value: object) -> str:
    match value:
        case str():
            return _quoted(value)
        case Quantity():
            return in_words(value)
        case int() | Fraction():
            return number(value)
        case tuple():
            return _listed([_written(part) for part in value])
    raise TypeError(f"{value!r} is nothing that a refusal names")


def _quoted(text: str) -> str:
    short = text.strip()
    cut = f"{short[:_LONGEST_QUOTED]}…" if len(short) > _LONGEST_QUOTED else short
    # Translators: the quotation marks of your language around words of a source.
    return gettext('"%(text)s"') % {"text": cut}


def _listed(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    # Translators: the end of a list, as in “5, 10 and 15”.
    return gettext("%(parts)s and %(last)s") % {"parts": ", ".join(parts[:-1]), "last": parts[-1]}
