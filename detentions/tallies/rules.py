"""Which organisation's figure becomes the headline (docs/counting.md, rule 4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from detentions.public.models import PublicOrganisation
from detentions.tallies.lines import Headline

_HIGHEST = "highest"
_LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule in force: `by` is "highest", "lowest" or the slug of an organisation."""

    by: str = _HIGHEST
    organisation_name: str = ""

    def __str__(self) -> str:
        return self.by

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read the value of `?by=`; empty means the default.

        Raises ValueError, naming what is allowed, where it is no rule and no organisation
        whose figures count towards headlines.
        """
        options = {rule.by: rule for rule in cls.options()}
        if (text or _HIGHEST) not in options:
            message = _("“%(text)s” is not allowed. Allowed: %(allowed)s.")
            raise ValueError(message % {"text": text, "allowed": ", ".join(options)})
        return options[text or _HIGHEST]

    @classmethod
    def options(cls) -> tuple[Rule, ...]:
        """Return every rule that may be in force, the default first, organisations by rank."""
        counting = PublicOrganisation.objects.filter(counts_towards_headlines=True)
        organisations = (
            cls(slug, short_name or name)
            for slug, short_name, name in counting.order_by("rank", "name").values_list(
                "slug", "short_name", "name"
            )
            if slug not in (_HIGHEST, _LOWEST)
        )
        return (cls(_HIGHEST), cls(_LOWEST), *organisations)

    def choose(self, figures: Iterable[Headline]) -> Headline | None:
        """Return the headline among one place's figures, one an organisation; None if none.

        Ties go to the better rank, then to the slug, so that the answer is always the same. A
        sum may raise the headline, but who counted in one city alone gave no lowest figure for
        the country: sums without a figure of their own are the lowest only among themselves.
        """
        counting = [figure for figure in figures if figure.counts_towards_headlines]
        if self.by == _LOWEST:
            own = [figure for figure in counting if figure.own_figure]
            return min(
                own or counting, key=lambda figure: (figure.low, *_order(figure)), default=None
            )
        if self.by != _HIGHEST:
            counting = [figure for figure in counting if figure.organisation == self.by]
        return min(counting, key=lambda figure: (-figure.low, *_order(figure)), default=None)


def _order(figure: Headline) -> tuple[int, str]:
    return figure.organisation_rank, figure.organisation


LOWEST = Rule(_LOWEST)
