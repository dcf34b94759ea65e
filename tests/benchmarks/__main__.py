"""`make bench`: what answers cost at two sizes, and remembered ones beside a constant.

python -m tests.benchmarks [--json FILE] [--small N] [--large N] [--engine ENGINE] [--rounds N]

Exit 1 when a goal is missed, naming it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from platform import machine, python_version
from typing import Any

from tests.benchmarks import cases
from tests.benchmarks.databases import ENGINES, SEED
from tests.benchmarks.rounds import Result, measure
from tests.benchmarks.servers import collect_static, serving
from tests.benchmarks.telling import tell

# Long enough for ten of the slowest answers; a remembered one comes thousands of times a second.
SLOW_SECONDS = 1.0
FAST_SECONDS = 0.3
# Grouping a million records takes seconds, and is not what is shipped.
CONTROL_ROUNDS = 3


def main(arguments: list[str]) -> int:
    """Run the benchmarks; return the exit code for the shell."""
    asked = _asked(arguments)
    collect_static()
    results = {engine: _measured(engine, asked) for engine in asked.engine}
    if asked.json:
        asked.json.write_text(json.dumps(_document(asked, results), indent=2) + "\n")
    missed = [
        f"{engine}: {result.comparison.name} is {result.ratio:.2f}, {result.verdict}"
        for engine, found in results.items()
        for result in found
        if not result.is_met
    ]
    for line in missed:
        tell(line)
    return int(bool(missed))


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--json", type=Path, help="also write the results to this file")
    parser.add_argument("--small", type=int, default=10_000, help="detentions (10,000)")
    parser.add_argument("--large", type=int, default=1_000_000, help="detentions (1,000,000)")
    parser.add_argument("--engine", choices=ENGINES, action="append", help="one alone (both)")
    parser.add_argument(
        "--rounds", type=int, default=9, help="how often each is measured: from 2 on (9)"
    )
    asked = parser.parse_args(arguments)
    asked.engine = asked.engine or list(ENGINES)
    return asked


def _measured(engine: str, asked: argparse.Namespace) -> list[Result]:
    with ExitStack() as stack:
        databases = stack.enter_context(ENGINES[engine]([asked.small, asked.large]))
        small, large = (
            cases.site(stack.enter_context(serving(database.public_url, remembering=False)))
            for database in databases
        )
        port = stack.enter_context(serving(databases[1].public_url, remembering=True))
        results = []
        for comparisons, rounds, seconds in (
            (cases.growth(small, large), asked.rounds, SLOW_SECONDS),
            (cases.remembered(cases.site(port)), asked.rounds, FAST_SECONDS),
            (cases.control(small, large), min(asked.rounds, CONTROL_ROUNDS), SLOW_SECONDS),
        ):
            tell(f"{engine}: {len(comparisons)} comparisons, {rounds} rounds")
            found = measure(comparisons, rounds=rounds, seconds=seconds)
            for result in found:
                print(f"{engine:10}  {result}", flush=True)  # noqa: T201
            results += found
    return results


def _document(asked: argparse.Namespace, results: dict[str, list[Result]]) -> dict[str, Any]:
    return {
        "small": asked.small,
        "large": asked.large,
        "seed": SEED,
        "rounds": asked.rounds,
        "processors": os.cpu_count(),
        "machine": machine(),
        "python": python_version(),
        "packages": {name: version(name) for name in ("Django", "granian", "psycopg2-binary")},
        "engines": {
            engine: [result.as_data() for result in found] for engine, found in results.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
