"""Two things measured side by side, again and again: their ratio survives a noisy machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from tests.benchmarks.client import Request, get, rate


@dataclass(frozen=True)
class Goal:
    """What a ratio has to be: at most, or at least, a number."""

    word: str
    number: float

    def __str__(self) -> str:
        return f"{self.word} {self.number}"

    def is_met(self, ratio: float) -> bool:
        """Tell whether a ratio is good enough."""
        return ratio <= self.number if self.word == "at most" else ratio >= self.number


@dataclass(frozen=True)
class Comparison:
    """Requests answered in a second on the left, divided by those on the right."""

    name: str
    left: Sequence[Request]
    right: Sequence[Request]
    goal: Goal | None = None


@dataclass(frozen=True)
class Result:
    """Medians over all rounds, and the quartiles of the ratio."""

    comparison: Comparison
    ratio: float
    quartiles: tuple[float, float]
    left: float
    right: float

    def __str__(self) -> str:
        first, third = self.quartiles
        return (
            f"{self.comparison.name:70} {self.ratio:6.2f} ({first:.2f} to {third:.2f})"
            f" {self.left:6.0f}/s : {self.right:.0f}/s  {self.verdict}"
        ).rstrip()

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached, where there is one."""
        return self.comparison.goal is None or self.comparison.goal.is_met(self.ratio)

    @property
    def verdict(self) -> str:
        """The goal and whether it is reached, in words."""
        if self.comparison.goal is None:
            return ""
        return f"goal {self.comparison.goal} " + ("met" if self.is_met else "MISSED")

    def as_data(self) -> dict[str, Any]:
        """Return the result as JSON has it."""
        goal = self.comparison.goal
        return {
            "name": self.comparison.name,
            "ratio": round(self.ratio, 3),
            "quartiles": [round(number, 3) for number in self.quartiles],
            "requests_per_second": [round(self.left, 1), round(self.right, 1)],
            "goal": str(goal) if goal else None,
            "met": self.is_met,
        }


def measure(comparisons: Sequence[Comparison], *, rounds: int, seconds: float) -> list[Result]:
    """Measure all comparisons in every round, their sides in turn first.

    Raises UnexpectedAnswerError when a server does not answer as expected.
    """
    for comparison in comparisons:
        for request in (*comparison.left, *comparison.right):
            get(request)
    rates: list[list[tuple[float, float]]] = [[] for _ in comparisons]
    for number in range(rounds):
        for comparison, found in zip(comparisons, rates, strict=True):
            if number % 2:
                right = rate(comparison.right, seconds)
                found.append((rate(comparison.left, seconds), right))
            else:
                left = rate(comparison.left, seconds)
                found.append((left, rate(comparison.right, seconds)))
    return [_result(*pair) for pair in zip(comparisons, rates, strict=True)]


def _result(comparison: Comparison, rates: Sequence[tuple[float, float]]) -> Result:
    ratios = [left / right for left, right in rates]
    first, middle, third = quantiles(ratios, n=4, method="inclusive")
    return Result(
        comparison,
        ratio=middle,
        quartiles=(first, third),
        left=median(left for left, _right in rates),
        right=median(right for _left, right in rates),
    )
