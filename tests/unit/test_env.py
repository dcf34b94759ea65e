"""Settings are read with their type, and a bad value is refused by name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tracker import env

BASE = Path("/srv/tracker")


@pytest.fixture
def variable(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let a test set variables, with none of those used here set before."""
    for name in ("X", "X_FILE"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize("value", ["1", "true", "Yes", " ON "])
def test_a_flag_takes_the_usual_words_for_yes(variable: pytest.MonkeyPatch, value: str) -> None:
    variable.setenv("X", value)
    assert env.flag("X", default=False) is True


@pytest.mark.parametrize("value", ["0", "false", "No", "off"])
def test_a_flag_takes_the_usual_words_for_no(variable: pytest.MonkeyPatch, value: str) -> None:
    variable.setenv("X", value)
    assert env.flag("X", default=True) is False


@pytest.mark.parametrize("value", ["", "  "])
def test_a_blank_variable_counts_as_absent(variable: pytest.MonkeyPatch, value: str) -> None:
    variable.setenv("X", value)
    assert env.text("X", default="given") == "given"
    assert env.flag("X", default=True) is True
    assert env.integer("X", default=7, low=0, high=9) == 7
    assert env.listing("X", default=["a"]) == ["a"]
    assert env.secret("X") is None
    assert env.database_url("X", BASE) is None


def test_values_arrive_with_their_type(variable: pytest.MonkeyPatch) -> None:
    variable.setenv("X", "8080")
    assert env.integer("X", default=1, low=1, high=65535) == 8080
    variable.setenv("X", "staff")
    assert env.choice("X", ("all", "staff"), default="all") == "staff"
    variable.setenv("X", "one, two")
    assert env.listing("X", default=[]) == ["one", "two"]
    variable.setenv("X", "Europe/Vilnius")
    assert env.time_zone("X", default="UTC") == "Europe/Vilnius"


READ: dict[str, Callable[[], object]] = {
    "flag": lambda: env.flag("X", default=False),
    "integer": lambda: env.integer("X", default=1, low=1, high=9),
    "choice": lambda: env.choice("X", ("all", "staff"), default="all"),
    "listing": lambda: env.listing("X", default=[]),
    "time_zone": lambda: env.time_zone("X", default="UTC"),
    "cache_url": lambda: env.cache_url("X", default="locmem://", database=True),
}
BAD = [
    ("flag", "maybe", "true"),
    ("integer", "ten", "1 to 9"),
    ("integer", "10", "1 to 9"),
    ("integer", "-1", "1 to 9"),
    ("integer", "1.5", "1 to 9"),
    ("integer", "٣", "1 to 9"),
    ("choice", "everyone", "all, staff"),
    ("listing", "a,,b", "single commas"),
    ("time_zone", "Europe/Minks", "Europe/Minsk"),
    ("cache_url", "redis://localhost", "locmem://"),
    ("cache_url", "db://", "db://table_name"),
]


@pytest.mark.parametrize(("reader", "value", "allowed"), BAD)
def test_a_bad_value_is_refused_with_its_name_and_what_is_allowed(
    variable: pytest.MonkeyPatch, reader: str, value: str, allowed: str
) -> None:
    variable.setenv("X", value)
    with pytest.raises(ImproperlyConfigured) as refusal:
        READ[reader]()
    message = str(refusal.value)
    assert message.startswith("X is ")
    assert repr(value) in message
    assert allowed in message


def test_a_secret_may_come_from_a_file(variable: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("s3cret\n")
    variable.setenv("X_FILE", str(path))
    assert env.secret("X") == "s3cret"


def test_a_secret_file_that_is_missing_or_empty_is_refused(
    variable: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    variable.setenv("X_FILE", str(tmp_path / "absent"))
    with pytest.raises(ImproperlyConfigured, match="X_FILE is .*absent.*can read"):
        env.secret("X")
    (tmp_path / "absent").touch()
    with pytest.raises(ImproperlyConfigured, match="X_FILE is .*absent.*not empty"):
        env.secret("X")


def test_a_secret_given_twice_is_refused_without_repeating_it(
    variable: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    variable.setenv("X", "s3cret")
    variable.setenv("X_FILE", str(tmp_path))
    with pytest.raises(ImproperlyConfigured, match="X_FILE") as refusal:
        env.secret("X")
    assert "s3cret" not in str(refusal.value)


def test_a_sqlite_url_names_a_file_below_the_checkout_or_an_absolute_one(
    variable: pytest.MonkeyPatch,
) -> None:
    variable.setenv("X", "sqlite:///var/a%20b.sqlite3")
    assert env.database_url("X", BASE) == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": BASE / "var/a b.sqlite3",
    }
    variable.setenv("X", "sqlite:////data/t.sqlite3")
    assert (env.database_url("X", BASE) or {})["NAME"] == Path("/data/t.sqlite3")


POSTGRESQL: list[tuple[str, dict[str, Any]]] = [
    (
        "postgresql://anna:p%40ss@db.example:5433/tracker?sslmode=require",
        {"USER": "anna", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"}
        | {"NAME": "tracker", "OPTIONS": {"sslmode": "require"}},
    ),
    (
        "postgres://anna@/tracker?host=%2Frun%2Fpostgresql",
        {"USER": "anna", "PASSWORD": "", "HOST": "/run/postgresql", "PORT": ""}
        | {"NAME": "tracker", "OPTIONS": {}},
    ),
    (
        "postgresql://anna:@/tracker?host=/tmp/server",
        {"USER": "anna", "HOST": "/tmp/server", "NAME": "tracker"},
    ),
    (
        "postgresql://anna@%2Frun%2Fpostgresql/tracker",
        {"USER": "anna", "HOST": "/run/postgresql", "NAME": "tracker"},
    ),
]


@pytest.mark.parametrize(("url", "expected"), POSTGRESQL)
def test_a_postgresql_url_is_read_with_its_socket_and_options(
    variable: pytest.MonkeyPatch, url: str, expected: dict[str, Any]
) -> None:
    variable.setenv("X", url)
    connection = env.database_url("X", BASE) or {}
    assert connection["ENGINE"] == "django.db.backends.postgresql"
    assert expected.items() <= connection.items()


@pytest.mark.parametrize(
    "url",
    [
        "mysql://anna:s3cret@localhost/tracker",
        "postgresql://anna:s3cret@localhost",
        "postgresql://anna:s3cret@localhost:port/tracker",
        "postgresql://anna:s3cret@localhost/tracker?sslmod=require",
        "sqlite://s3cret",
        "sqlite:///",
        "sqlite:///file?mode=s3cret",
        "s3cret",
    ],
)
def test_a_bad_database_url_is_refused_without_showing_a_password(
    variable: pytest.MonkeyPatch, url: str
) -> None:
    variable.setenv("X", url)
    with pytest.raises(ImproperlyConfigured, match="^X") as refusal:
        env.database_url("X", BASE)
    assert "s3cret" not in str(refusal.value)
    assert "Allowed: " in str(refusal.value)
