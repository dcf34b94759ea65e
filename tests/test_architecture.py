"""The project keeps to its architecture; test_architecture_breaks.py breaks it on purpose."""

from pathlib import Path

from django.apps import apps

from tests.architecture.ranks import CASEWORK_TABLES
from tests.architecture.rules import breaches

ROOT = Path(__file__).resolve().parent.parent


def test_the_project_keeps_to_its_architecture() -> None:
    found = breaches(ROOT)
    assert not found, "\n".join(["", *found])


def test_the_door_knows_every_casework_table() -> None:
    models = apps.get_app_config("detentions").get_models(include_auto_created=True)
    named = {model._meta.db_table.removeprefix("detentions_") for model in models}
    assert {name.removeprefix("historical") for name in named} == set(CASEWORK_TABLES)
