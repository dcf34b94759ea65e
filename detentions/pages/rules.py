"""The switch that says which figure leads, and changes it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext

from detentions.pages import asking
from detentions.tallies import Rule


@dataclass(frozen=True, slots=True)
class Choice:
    """One rule to choose, and where choosing it leads."""

    label: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Switch:
    """The rule in force, in a sentence, and the others."""

    sentence: str
    choices: tuple[Choice, ...]


def switch(request: HttpRequest, in_force: Rule, counted: Collection[str] | None = None) -> Switch:
    """Return the switch of a page; `counted` limits it to organisations with a figure there."""
    default = Rule()
    offered = [
        rule
        for rule in Rule.options()
        if not rule.organisation_name
        or counted is None
        or rule.by in counted
        or rule.by == in_force.by
    ]
    return Switch(
        sentence=_sentence(in_force),
        choices=tuple(
            Choice(
                label=_label(rule),
                address=request.path if rule == default else f"{request.path}?by={rule}",
                chosen=rule.by == in_force.by,
            )
            for rule in offered
        ),
    )


def query(in_force: Rule) -> str:
    """Return what an address needs to show figures by the same rule: empty for the default."""
    return "" if in_force == Rule() else f"?{asking.RULE}={in_force}"


def _label(rule: Rule) -> str:
    names = {"highest": gettext("highest"), "lowest": gettext("lowest")}
    return rule.organisation_name or names[rule.by]


def _sentence(rule: Rule) -> str:
    if rule.organisation_name:
        words = gettext("The figures of %(organisation)s alone lead.")
        return words % {"organisation": rule.organisation_name}
    if rule.by == "lowest":
        return gettext("The lowest current figure of any organisation leads.")
    return gettext(
        "The highest current figure of any organisation leads: every list is incomplete."
    )
