"""The settings as a whole: every test starts a fresh process with an environment of its own."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent
KEY = "k" * 25 + "0123456789" * 5
SHOW = """
import json, sys
from django.conf import settings
names = ["SITE", *sys.argv[1:]]
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""


def start(
    *names: str, code: str = SHOW, checkout: str = str(ROOT), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Read the settings in a process that knows only the given variables."""
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, *names],
        capture_output=True,
        text=True,
        cwd=checkout,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            **environment,
        },
    )


def read(*names: str, **environment: str) -> dict[str, Any]:
    """Return the named settings of a process that starts."""
    done = start(*names, SECRET_KEY=KEY, **environment)
    assert done.returncode == 0, done.stderr
    shown: dict[str, Any] = json.loads(done.stdout)
    return shown


def test_a_bad_value_stops_the_start_and_is_named() -> None:
    done = start(SITE="everything", SECRET_KEY=KEY)
    assert done.returncode != 0
    assert "SITE is 'everything'. Allowed: all, public, staff." in done.stderr


def test_every_variable_is_listed_in_the_example_and_no_other() -> None:
    listed = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert listed == variables_read()


def variables_read() -> set[str]:
    """Return the names that the settings hand to the readers, with the secrets' file variants."""
    tree = ast.parse((ROOT / "tracker" / "settings.py").read_text())
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("env."):
            name = ast.literal_eval(node.args[0])
            names.add(name)
            if ast.unparse(node.func) in ("env.secret", "env.database_url"):
                names.add(f"{name}_FILE")
    return names


def test_sqlite_survives_many_writers_and_a_power_cut() -> None:
    default = read("DATABASES")["DATABASES"]["default"]
    assert default["NAME"].endswith("var/tracker.sqlite3")
    assert default["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert default["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in default["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in default["OPTIONS"]["init_command"]


WRITE_THROUGH_PUBLIC = """
import django
django.setup()
from django.db import connections
with connections["default"].cursor() as cursor:
    cursor.execute("CREATE TABLE written (n integer)")
with connections["public"].cursor() as cursor:
    cursor.execute("SELECT count(*) FROM written")
    cursor.execute("INSERT INTO written VALUES (1)")
"""


def test_the_public_handle_on_a_sqlite_file_reads_and_cannot_write(tmp_path: Path) -> None:
    path = tmp_path / "odd name?#.sqlite3"
    url = f"sqlite:///{str(path).replace('?', '%3F').replace('#', '%23')}"
    done = start(code=WRITE_THROUGH_PUBLIC, SECRET_KEY=KEY, DATABASE_URL=url)
    assert path.exists()
    assert "attempt to write a readonly database" in done.stderr


@pytest.mark.parametrize("way", ["ATTACH 'OTHER' AS other", "VACUUM INTO 'OTHER'"])
def test_the_public_handle_on_a_sqlite_file_reaches_no_other_file(tmp_path: Path, way: str) -> None:
    other = tmp_path / "copy.sqlite3"
    code = WRITE_THROUGH_PUBLIC.replace(
        "INSERT INTO written VALUES (1)", way.replace("OTHER", str(other))
    )
    done = start(code=code, SECRET_KEY=KEY, DATABASE_URL=f"sqlite:///{tmp_path}/t.sqlite3")
    assert "too many attached databases - max 0" in done.stderr
    assert not other.exists()


def test_postgresql_keeps_its_connections_and_checks_the_casework_one() -> None:
    databases = read("DATABASES", DATABASE_URL="postgresql://a@db.example/t")["DATABASES"]
    for alias in ("default", "public"):
        assert databases[alias]["HOST"] == "db.example"
        assert databases[alias]["CONN_MAX_AGE"] == 600
    assert databases["default"]["CONN_HEALTH_CHECKS"] is True
    assert databases["public"]["CONN_HEALTH_CHECKS"] is False


def test_the_public_connection_may_log_in_as_another_role() -> None:
    databases = read(
        "DATABASES",
        DATABASE_URL="postgresql://writer@db.example/t",
        PUBLIC_DATABASE_URL="postgresql://reader@replica.example/t",
    )["DATABASES"]
    assert (databases["default"]["USER"], databases["public"]["USER"]) == ("writer", "reader")


PUBLIC = {"SITE": "public", "PUBLIC_DATABASE_URL": "postgresql://reader:pw@replica.example/t"}


def test_a_public_site_knows_only_the_public_connection() -> None:
    databases = read("DATABASES", **PUBLIC)["DATABASES"]
    assert {database["USER"] for database in databases.values()} == {"reader"}


def test_a_public_site_mounts_no_admin_and_no_sessions() -> None:
    shown = read("INSTALLED_APPS", "MIDDLEWARE", "TEMPLATES", **PUBLIC)
    for part in ("admin", "sessions", "messages"):
        assert f"django.contrib.{part}" not in str(shown)
    assert "Csrf" not in str(shown)


@pytest.mark.parametrize(
    "environment",
    [
        {"SITE": "public"},
        {"SITE": "public", "DATABASE_URL": "sqlite:///var/tracker.sqlite3"},
        {**PUBLIC, "DATABASE_URL": "postgresql://writer@db.example/t"},
    ],
)
def test_a_public_site_refuses_to_start_with_the_casework_database(
    environment: dict[str, str],
) -> None:
    done = start(SECRET_KEY=KEY, **environment)
    assert done.returncode != 0
    assert "SITE is 'public'" in done.stderr
    assert "PUBLIC_DATABASE_URL set and DATABASE_URL absent" in done.stderr


def test_a_public_site_refuses_a_cache_that_it_cannot_write() -> None:
    done = start(SECRET_KEY=KEY, CACHE_URL="db://cached", **PUBLIC)
    assert "CACHE_URL is 'db://cached'. Allowed: locmem://" in done.stderr


def test_without_a_key_an_instance_does_not_start(tmp_path: Path) -> None:
    checkout = copy_of_the_settings(tmp_path)
    short = start("SECRET_KEY", checkout=checkout, SECRET_KEY="x" * 49)
    assert "SECRET_KEY has 49 characters. Allowed: 50 or more." in short.stderr
    done = start("SECRET_KEY", checkout=checkout)
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr


def test_under_debug_a_checkout_gets_a_key_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    checkout = copy_of_the_settings(tmp_path)
    first = start("SECRET_KEY", checkout=checkout, DEBUG="1")
    assert len(json.loads(first.stdout)["SECRET_KEY"]) > 50
    assert (tmp_path / "var" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert start("SECRET_KEY", checkout=checkout).stdout == first.stdout


def copy_of_the_settings(directory: Path) -> str:
    """Make a checkout without a key."""
    (directory / "tracker").mkdir()
    for name in ("__init__.py", "env.py", "settings.py"):
        (directory / "tracker" / name).write_text((ROOT / "tracker" / name).read_text())
    return str(directory)


def test_the_policy_for_content_allows_nothing_from_elsewhere_and_nothing_inline(
    client: Client,
) -> None:
    policy = client.get("/healthz").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_page_for_everyone_sets_no_cookie_and_does_not_vary_by_one(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.django_db
def test_an_instance_is_ready_when_its_databases_answer(client: Client) -> None:
    assert client.get("/readyz").content == b"ok\n"
