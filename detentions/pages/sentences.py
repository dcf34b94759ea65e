"""Sentences that a reader may copy: the figure with its hedge, organisation, day and moment."""

from __future__ import annotations

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from detentions.pages import tags
from detentions.tallies.shapes import Cell, Headline, Sunday


def quote(page: Sunday | Cell) -> str:
    """Return the headline as a sentence that keeps its hedge; empty without a headline."""
    if page.reported is None or page.reported.headline is None:
        return ""
    headline = page.reported.headline
    words = ngettext(
        "%(figure)s person was detained in %(place)s on %(day)s, "
        "according to %(organisation)s%(when)s.",
        "%(figure)s people were detained in %(place)s on %(day)s, "
        "according to %(organisation)s%(when)s.",
        headline.low,
    )
    return words % {
        "figure": capfirst(headline.text),
        "place": page.name if isinstance(page, Cell) else gettext("the whole country"),
        "day": tags.long_day(page.sunday),
        "organisation": headline.organisation_name,
        "when": _when(headline),
    }


def _when(headline: Headline) -> str:
    if headline.kind.startswith("sum_of"):
        return gettext(" (the sum of its own figures)")
    moment = tags.moment(headline)
    return gettext(" (as of %(moment)s)") % {"moment": moment} if moment else ""
