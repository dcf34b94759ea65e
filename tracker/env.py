"""Typed readers of environment variables.

Every reader refuses a bad value with `ImproperlyConfigured`, naming the variable, the value and
what is allowed, so that a wrong setting stops the start instead of changing what is published. A
blank variable counts as absent. Values that may hold a password are never repeated in a message.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured

TRUE = ("1", "true", "yes", "on")
FALSE = ("0", "false", "no", "off")

# What libpq takes as a query parameter of the URL and what an instance may need.
POSTGRESQL_OPTIONS = (
    "application_name",
    "connect_timeout",
    "options",
    "sslcert",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "target_session_attrs",
)
DATABASE_URL_FORMS = (
    "sqlite:///relative/path, sqlite:////absolute/path or "
    "postgresql://user:password@host:port/name (host may also be ?host=/socket/directory)"
)


def refuse(name: str, value: str, allowed: str) -> NoReturn:
    """Stop the start, naming the variable, the value it has and what it may have."""
    raise ImproperlyConfigured(f"{name} is {value!r}. Allowed: {allowed}.")


def text(name: str, default: str) -> str:
    """Return the variable's text, or the default when it is absent."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """Return a yes or no; refuses anything else."""
    value = text(name, "").lower()
    if not value:
        return default
    if value not in TRUE + FALSE:
        refuse(name, value, ", ".join(TRUE + FALSE))
    return value in TRUE


def integer(name: str, default: int, low: int, high: int) -> int:
    """Return a whole number from `low` to `high`; refuses anything else."""
    value = text(name, str(default))
    allowed = f"a whole number from {low} to {high}"
    if not (value.isascii() and value.isdigit()):
        refuse(name, value, allowed)
    number = int(value)
    if not low <= number <= high:
        refuse(name, value, allowed)
    return number


def choice(name: str, allowed: Sequence[str], default: str) -> str:
    """Return one of the allowed words; refuses anything else."""
    value = text(name, default)
    if value not in allowed:
        refuse(name, value, ", ".join(allowed))
    return value


def listing(name: str, default: Sequence[str]) -> list[str]:
    """Return the parts of a comma-separated list; refuses an empty part."""
    value = text(name, "")
    if not value:
        return list(default)
    parts = [part.strip() for part in value.split(",")]
    if not all(parts):
        refuse(name, value, "values separated by single commas")
    return parts


def secret(name: str) -> str | None:
    """Return a secret from the variable or from the file that `<name>_FILE` names.

    Refuses both at once, an unreadable file and an empty one. None when neither is set.
    """
    value = text(name, "")
    path = text(f"{name}_FILE", "")
    if not path:
        return value or None
    if value:
        refuse(f"{name}_FILE", path, f"absent while {name} is set")
    try:
        content = Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        refuse(f"{name}_FILE", path, "a file that this process can read")
    if not content:
        refuse(f"{name}_FILE", path, "a file that is not empty")
    return content


def database_url(name: str, base: Path) -> dict[str, Any] | None:
    """Return Django's connection settings for the URL (a secret: it may hold a password).

    Relative SQLite paths start at `base`. Refuses an unknown scheme, a missing name and unknown
    query parameters; the message repeats only the scheme. None when the variable is absent.
    """
    url = secret(name)
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        refuse(name, "(not shown)", DATABASE_URL_FORMS)
    shown = f"{parts.scheme}://(not shown)"
    if parts.scheme == "sqlite":
        if parts.netloc or parts.query or len(parts.path) < 2:
            refuse(name, shown, DATABASE_URL_FORMS)
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": base / unquote(parts.path[1:])}
    if parts.scheme not in ("postgresql", "postgres") or len(parts.path) < 2:
        refuse(name, shown, DATABASE_URL_FORMS)
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    host = options.pop("host", parts.hostname or "")
    if unknown := sorted(set(options) - set(POSTGRESQL_OPTIONS)):
        refuse(f"{name}?{unknown[0]}", "(not shown)", ", ".join(("host", *POSTGRESQL_OPTIONS)))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(host),
        "PORT": str(port or ""),
        "OPTIONS": options,
    }


def cache_url(name: str, default: str, *, database: bool) -> dict[str, Any]:
    """Return Django's cache settings for `locmem://` or, where it can write, `db://table`."""
    value = text(name, default)
    if value == "locmem://":
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    scheme, _, table = value.partition("://")
    if not database or scheme != "db" or not table.isidentifier():
        refuse(name, value, "locmem:// or db://table_name" if database else "locmem://")
    return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": table}


def time_zone(name: str, default: str) -> str:
    """Return the name of an IANA time zone; refuses one that this system does not know."""
    value = text(name, default)
    if value not in available_timezones():
        refuse(name, value, "an IANA time zone such as Europe/Minsk")
    return value
