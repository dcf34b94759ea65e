"""What is wrong with a parameter, said so that the reader can put it right."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

LONGEST_VALUE = 2000
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """One parameter that cannot be taken, the value it had, why, and what can be."""

    parameter: str
    value: str
    detail: str
    allowed: tuple[str, ...]


class BadParametersError(ValueError):
    """At least one parameter is unknown, repeated or malformed; nothing was read."""

    def __init__(self, problems: Collection[Problem]) -> None:
        super().__init__("; ".join(f"{found.parameter}: {found.detail}" for found in problems))
        self.problems = tuple(problems)

    def members(self) -> dict[str, Any]:
        """Return what problem details (RFC 9457) say of it: `detail` and `errors`."""
        named = ", ".join(found.parameter for found in self.problems)
        return {
            "detail": f"These parameters cannot be taken: {named}.",
            "errors": [asdict(found) for found in self.problems],
        }


def problem(parameter: str, value: str, detail: str, allowed: Collection[str]) -> Problem:
    """Return a problem; a long value is cut, because it comes back in the answer."""
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return Problem(parameter[:_SHOWN], shown, detail, tuple(allowed))


def check_names(query: MultiValueDict[str, str], allowed: Collection[str]) -> None:
    """Raise BadParametersError for every parameter that is unknown, repeated, empty or too long.

    A misspelt filter that is ignored gives a larger, wrong total, so nothing is ignored.
    """
    if found := list(_name_problems(query, allowed)):
        raise BadParametersError(found)


def _name_problems(query: MultiValueDict[str, str], allowed: Collection[str]) -> Iterator[Problem]:
    for name, values in query.lists():
        value = values[-1] if values else ""
        if name not in allowed:
            yield problem(name, value, _("There is no such parameter."), sorted(allowed))
        elif len(values) > 1:
            yield problem(name, value, _("The parameter is given more than once."), [_("once")])
        elif not value:
            yield problem(name, value, _("The parameter has no value."), [_("a value")])
        elif "\x00" in value:
            yield problem(name, value, _("The value holds a NUL."), [_("text without NUL")])
        elif len(value) > LONGEST_VALUE:
            most = _("up to %(number)s characters") % {"number": LONGEST_VALUE}
            yield problem(name, value, _("The value is too long."), [most])
