"""`make test`: the suite on both database engines, and one line with the sums at the end.

Arguments are handed to pytest, for example `make test ARGS="-k sundays"`.
"""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.engine import ENGINES

# pytest's exit code when nothing was selected.
NO_TESTS = 5


def main(arguments: list[str]) -> int:
    """Run the suite once an engine; return the exit code for the shell."""
    sums: Counter[str] = Counter()
    failed = False
    with TemporaryDirectory() as directory:
        for engine in ENGINES:
            report = Path(directory) / f"{engine}.xml"
            print(f"\n== {engine} ==", flush=True)  # noqa: T201
            code = _run(engine, report, arguments)
            failed |= code not in (0, NO_TESTS)
            sums += _counts(report)
    failed |= sums["failed"] > 0 or not sums["passed"]
    print(  # noqa: T201
        f"{sums['passed']} passed, {sums['failed']} failed, {sums['skipped']} skipped"
    )
    return int(failed)


def _run(engine: str, report: Path, arguments: list[str]) -> int:
    workers = os.environ.get("TEST_WORKERS", "logical")
    command = [sys.executable, "-m", "pytest", "-q", "-ra", "--migrations"]
    command += ["-n", workers, f"--junitxml={report}"]
    environment = {**os.environ, "TEST_ENGINE": engine}
    return subprocess.run([*command, *arguments], env=environment).returncode


def _counts(report: Path) -> Counter[str]:
    """Return how many tests of one run passed, failed (or broke) and were skipped."""
    counts: Counter[str] = Counter()
    if not report.exists():
        return counts
    for suite in ET.parse(report).getroot().iter("testsuite"):
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        counts["failed"] += failed
        counts["skipped"] += skipped
        counts["passed"] += int(suite.get("tests", 0)) - failed - skipped
    return counts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
