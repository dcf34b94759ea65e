"""What the commands say of themselves."""

from argparse import Action

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import BaseCommand

OURS = sorted(name for name, app in get_commands().items() if app == "detentions")


def arguments(command: BaseCommand) -> list[Action]:
    """Return the arguments that a command adds to those of every command."""
    common = BaseCommand().create_parser("manage.py", "any")._actions
    known = {action.dest for action in common}
    parser = command.create_parser("manage.py", "any")
    return [action for action in parser._actions if action.dest not in known]


@pytest.mark.parametrize("name", OURS)
def test_a_command_and_each_of_its_arguments_say_what_they_mean(name: str) -> None:
    command = load_command_class("detentions", name)
    assert command.help
    assert [action.dest for action in arguments(command) if not action.help] == []


def test_the_arguments_of_the_intake_are_among_those_looked_at() -> None:
    found = {action.dest for action in arguments(load_command_class("detentions", "intake"))}
    assert {"kind", "file", "map", "skip_refused", "display_names"} <= found
