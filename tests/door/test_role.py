"""What the restricted PostgreSQL role may read: the public views, and no table."""

from collections.abc import Iterator

import psycopg2
import psycopg2.errors
import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from detentions.public import install

ROLE = "tracker_public_test"

pytestmark = pytest.mark.django_db


@pytest.fixture
def public_role() -> Iterator[None]:
    """A role with the grants that the command makes; the test acts as it."""
    if connection.vendor != "postgresql":
        with pytest.raises(CommandError, match="PostgreSQL alone"):
            call_command("grant_public", ROLE)
        pytest.skip("SQLite has no roles; its public handle is opened read-only instead")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} NOLOGIN")
        call_command("grant_public", ROLE)
        cursor.execute(f"SET ROLE {ROLE}")
        try:
            yield
        finally:
            cursor.execute("RESET ROLE")


def _tables() -> list[str]:
    return sorted(
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
    )


def _refused(statement: str, because: type[Exception] = psycopg2.Error) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT attempt")
        try:
            cursor.execute(statement)
        except Exception as error:
            cursor.execute("ROLLBACK TO SAVEPOINT attempt")
            return isinstance(error.__cause__, because)
        return False


@pytest.mark.usefixtures("public_role")
def test_the_public_role_is_refused_every_table() -> None:
    tables = _tables()
    assert "detentions_detainee" in tables
    assert "auth_user" in tables
    denied = psycopg2.errors.InsufficientPrivilege
    assert [table for table in tables if not _refused(f"SELECT 1 FROM {table}", denied)] == []


@pytest.mark.usefixtures("public_role")
def test_every_public_view_answers_the_public_role() -> None:
    for view, _statement in install.statements():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {view}")
            assert cursor.fetchone() == (0,)


@pytest.mark.usefixtures("public_role")
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO public_cities (id) VALUES ('x')",
        "UPDATE public_detentions SET date = date",
        "DELETE FROM public_changes",
        "CREATE TABLE loot (id int)",
        "CREATE VIEW loot AS SELECT 1",
    ],
)
def test_the_public_role_writes_nothing(statement: str) -> None:
    assert _refused(statement)


def test_the_command_names_a_role_that_does_not_exist() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    with pytest.raises(CommandError, match="no_such_role"):
        call_command("grant_public", "no_such_role")
