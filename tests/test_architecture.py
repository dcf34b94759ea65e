"""The project keeps to its architecture; test_architecture_breaks.py breaks it on purpose."""

from pathlib import Path

from tests.architecture.rules import breaches

ROOT = Path(__file__).resolve().parent.parent


def test_the_project_keeps_to_its_architecture() -> None:
    found = breaches(ROOT)
    assert not found, "\n".join(["", *found])
