"""Reading the parameters of an address strictly: what is unknown or malformed is refused.

A misspelt parameter that was ignored would show other figures than the reader asked for.
"""

from __future__ import annotations

from collections.abc import Collection

from django.http import HttpRequest
from django.utils.translation import gettext

from detentions.filters.problems import BadParametersError, check_names, problem
from detentions.tallies import Rule

RULE = "by"
PAGE = "page"
LISTED = "listed"
OTHERS = "others"


def only(request: HttpRequest, *names: str) -> None:
    """Refuse every other parameter, and any that is given twice or without a value."""
    check_names(request.GET, names)


def rule(request: HttpRequest) -> Rule:
    """Return the rule of headlines that is asked for."""
    text = request.GET.get(RULE, "")
    try:
        return Rule.parse(text)
    except ValueError:
        raise refusal(RULE, text, [str(option) for option in Rule.options()]) from None


def page(request: HttpRequest) -> int:
    """Return the number of the page of a long table that is asked for."""
    text = request.GET.get(PAGE, "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text) >= 1):
        raise refusal(PAGE, text, [gettext("a whole number from 1 on")])
    return int(text)


def others(request: HttpRequest) -> bool:
    """Tell whether what nothing is published about is asked for, and not the rest."""
    text = request.GET.get(LISTED)
    if text not in {None, OTHERS}:
        raise refusal(LISTED, str(text), [OTHERS])
    return text == OTHERS


def refusal(name: str, value: str, allowed: Collection[str]) -> BadParametersError:
    """Return what to raise for a value that a parameter may not have."""
    words = gettext("This value is not among those allowed.")
    return BadParametersError([problem(name, value, words, allowed)])
