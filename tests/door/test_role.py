"""What the restricted PostgreSQL role may read: the public views, and no table."""

from collections.abc import Iterator

import psycopg2
import psycopg2.errors
import pytest
from django.apps import apps
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from pytest_django import Settings

from detentions.choices import NamePublication, PublicationState
from detentions.public import install, roles
from tests.factories import (
    make_count,
    make_detainee,
    make_detention,
    make_event,
    make_organisation,
    make_source,
    make_step,
)

ROLE = "tracker_public_test"

pytestmark = pytest.mark.django_db


READABLE = roles.readable([name for name, _statement in install.statements()])


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
def test_every_public_view_answers_the_public_role_but_what_the_writer_counts() -> None:
    denied = psycopg2.errors.InsufficientPrivilege
    assert _refused("SELECT sex FROM public_countable", denied)
    for view in READABLE:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {view}")
            assert cursor.fetchone() == (0,)


HIDDEN = "canary of a draft"


def _hide_records() -> list[str]:
    """Enter what is not public; return its ids, and what would be public otherwise."""
    draft = PublicationState.DRAFT
    person = make_detainee(
        name=HIDDEN, name_publication=NamePublication.PUBLIC, consent_by="herself, in writing"
    )
    event = make_event(name=HIDDEN, description=HIDDEN, state=draft)
    source = make_source(title=HIDDEN, state=draft)
    who = make_organisation(name=HIDDEN)
    counts = [
        make_count(10, phrase=HIDDEN, source=source, state=state, organisation=who)
        for state in (draft, PublicationState.IN_REVIEW, PublicationState.WITHDRAWN)
    ]
    detention = make_detention(detainee=person, event=event, state=draft, roles=["student"])
    make_step(detention=detention, kind="held")
    informant = make_organisation(name="canary of an informant")
    make_source(title=HIDDEN, publisher=informant, confidential=True)
    hidden = (person, event, source, who, detention, informant, *counts)
    return [HIDDEN, informant.name, *(record.pk for record in hidden)]


def _texts_of(view: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {view} LIMIT 0")
        return [column.name for column in cursor.description if column.type_code in (25, 1043)]


@pytest.fixture
def tell() -> None:
    """A condition that tells what it is asked of, and is cheaper than any of a view's own."""
    if connection.vendor == "postgresql":
        canaries = ", ".join(f"'{canary}'" for canary in _hide_records())
        with connection.cursor() as cursor:
            # Tables with checks that wait for the end of the transaction cannot be altered.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(
                "CREATE FUNCTION tell(text) RETURNS boolean LANGUAGE plpgsql COST 0.000001 AS $$"
                f" BEGIN IF $1 IN ({canaries}) THEN RAISE EXCEPTION 'told'; END IF; RETURN true;"
                " END $$"
            )


# How a question is planned is for whoever asks it to say.
PLANS = (
    (),
    ("indexscan", "indexonlyscan", "bitmapscan"),
    ("seqscan", "hashjoin", "mergejoin"),
    ("nestloop", "hashjoin"),
)


@pytest.mark.usefixtures("tell", "public_role")
@pytest.mark.parametrize("view", READABLE)
def test_no_question_of_the_public_role_is_put_to_a_hidden_row(view: str) -> None:
    told = set()
    for plan in PLANS:
        without = "".join(f"SET LOCAL enable_{way} = off; " for way in plan)
        for column in _texts_of(view):
            question = f'SELECT 1 FROM {view} WHERE tell("{column}")'
            if _refused(f"{without}{question}"):
                told.add((column, plan))
    assert told == set()


def test_the_rights_of_the_public_role_outlive_a_migration() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} NOLOGIN")
        call_command("grant_public", ROLE)
        # An earlier version of the program protected another table.
        cursor.execute("ALTER TABLE detentions_region ENABLE ROW LEVEL SECURITY")
        cursor.execute("CREATE POLICY door ON detentions_region USING (false)")
        install.before_migration(using="default", plan=["something to migrate"])
        cursor.execute("SELECT count(*) FROM pg_policies")
        assert cursor.fetchone() == (0,)
        install.after_migration(using="default")
        cursor.execute(f"SET ROLE {ROLE}")
        try:
            for view in READABLE:
                cursor.execute(f"SELECT count(*) FROM {view}")
            assert _refused("SELECT 1 FROM detentions_detention")
        finally:
            cursor.execute("RESET ROLE")


@pytest.mark.parametrize("attribute", ["SUPERUSER", "BYPASSRLS"])
def test_a_role_that_no_grant_can_hold_back_is_refused(attribute: str) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} LOGIN {attribute}")
    with pytest.raises(CommandError, match=f"NO{attribute}"):
        call_command("grant_public", ROLE)


@pytest.mark.parametrize(
    "statement",
    [
        f"GRANT pg_read_all_data TO {ROLE}",
        "GRANT SELECT ON detentions_detainee TO PUBLIC",
        "CREATE ROLE others; GRANT SELECT ON detentions_detainee TO others;"
        f" GRANT others TO {ROLE}",
        f"GRANT SELECT (contacts) ON detentions_detainee TO {ROLE}; GRANT UPDATE (contacts)"
        " ON detentions_detainee TO PUBLIC",
    ],
)
def test_a_role_with_rights_from_elsewhere_is_refused_and_given_none(statement: str) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} NOLOGIN")
        cursor.execute(statement)
        with pytest.raises(CommandError, match="detentions_detainee"):
            call_command("grant_public", ROLE)
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = 'tracker_readers'")
        assert cursor.fetchone() is None


def test_the_owner_of_the_casework_is_not_made_the_public() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    with connection.cursor() as cursor:
        cursor.execute("SELECT CURRENT_USER")
        (owner,) = cursor.fetchone()
    with pytest.raises(CommandError, match="role of its own"):
        call_command("grant_public", owner)


@pytest.mark.usefixtures("public_role")
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO public_cities (id) VALUES ('x')",
        "UPDATE public_detentions SET date = date",
        "DELETE FROM public_changes",
        "CREATE TABLE loot (id int)",
        "CREATE VIEW loot AS SELECT 1",
        "SET LOCAL default_transaction_read_only = off; CREATE TEMPORARY TABLE loot (id int)",
        "DROP VIEW public_cities",
    ],
)
def test_the_public_role_writes_nothing(statement: str) -> None:
    assert _refused(statement)


def test_the_command_names_a_role_that_does_not_exist() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    with pytest.raises(CommandError, match="no_such_role"):
        call_command("grant_public", "no_such_role")


@pytest.mark.usefixtures("public_role")
def test_a_public_process_with_the_rights_of_the_public_is_ready(
    client: Client, settings: Settings
) -> None:
    settings.HAS_STAFF = False
    assert client.get("/readyz").content == b"ok\n"


def test_a_public_process_that_could_read_the_casework_is_not_ready(
    client: Client, settings: Settings
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no roles")
    settings.HAS_STAFF = False
    response = client.get("/readyz")
    assert response.status_code == 503
    assert b"grant_public" in response.content
