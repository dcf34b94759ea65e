"""All settings, in one file. `.env.example` lists every variable read here."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import quote

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from psycopg2.extensions import ISOLATION_LEVEL_REPEATABLE_READ

from tracker import env

BASE_DIR = Path(__file__).resolve().parent.parent
STATE_DIR = BASE_DIR / "var"

# What this process serves: everything, the public pages and API alone, or the staff's screens.
SITE = env.choice("SITE", ("all", "public", "staff"), default="all")
HAS_STAFF = SITE != "public"
DEBUG = env.flag("DEBUG", default=False)
HTTPS = env.flag("HTTPS", default=False)
PORT = env.integer("PORT", default=8000, low=1, high=65535)
ALLOWED_HOSTS = env.listing("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
TRUSTED_PROXIES = env.integer("TRUSTED_PROXIES", default=0, low=0, high=9)
# What the about page prints as a way to reach whoever runs this instance.
CONTACT = env.text("CONTACT", default="")


# Security


_SHORTEST_KEY = 50


def _secret_key() -> str:
    """Return the given key, else this checkout's own, which `make run` and DEBUG create."""
    if given := env.secret("SECRET_KEY"):
        if len(given) < _SHORTEST_KEY:
            raise ImproperlyConfigured(
                f"SECRET_KEY has {len(given)} characters. Allowed: {_SHORTEST_KEY} or more."
            )
        return given
    path = STATE_DIR / "secret_key"
    if not path.exists():
        if not DEBUG:
            raise ImproperlyConfigured(
                "SECRET_KEY is not set. Allowed: 50 or more random characters in SECRET_KEY, or "
                "the path of a file with them in SECRET_KEY_FILE."
            )
        STATE_DIR.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


SECRET_KEY = _secret_key()
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 3600
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# The public site changes nothing, so it has no forms to protect and no CSRF cookie.
SILENCED_SYSTEM_CHECKS = [] if HAS_STAFF else ["security.W003"]


# Applications


_STAFF_APPS = ["tracker.apps.StaffConfig", "django.contrib.sessions", "django.contrib.messages"]
_STAFF_MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
_STAFF_CONTEXT = [
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
]
INSTALLED_APPS = [
    *(_STAFF_APPS if HAS_STAFF else []),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "csp",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "simple_history",
    "detentions",
    "detentions.public",
    "api",
]
MIDDLEWARE = [
    "api.middleware.APIMiddleware",
    "detentions.freshness.FreshnessMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    *(_STAFF_MIDDLEWARE if HAS_STAFF else []),
]
# Messages name records, so they stay on the server; Django's default puts them into a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
ROOT_URLCONF = "tracker.urls"
WSGI_APPLICATION = "tracker.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "detentions.pages.context.instance",
                *(_STAFF_CONTEXT if HAS_STAFF else []),
            ],
            "builtins": ["detentions.pages.tags"],
        },
    }
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# `entry` writes the history, with who and why; the library's signals would add a second row,
# without them, for every deletion.
SIMPLE_HISTORY_ENABLED = False


# Databases

# As much of the file as SQLite can map: address space, not memory.
_SQLITE_COMMON = "PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA mmap_size=2147418112;"


def _complete(connection: dict[str, Any], *, read_only: bool) -> dict[str, Any]:
    """Add what an engine needs to serve many requests at once without losing a write."""
    if "postgresql" in connection["ENGINE"]:
        options = connection.get("OPTIONS", {})
        if read_only:
            # A page asks several questions of one state of the data.
            options = {**options, "isolation_level": ISOLATION_LEVEL_REPEATABLE_READ}
        return {
            **connection,
            "CONN_MAX_AGE": 600,
            # A public request asks for the data version first, which is a check of its own.
            "CONN_HEALTH_CHECKS": not read_only,
            "OPTIONS": options,
        }
    connection = {**connection, "CONN_MAX_AGE": 600}
    path = connection["NAME"]
    if read_only:
        return {
            **connection,
            "NAME": f"file:{quote(str(path))}?mode=ro",
            "OPTIONS": {"uri": True, "timeout": 20, "init_command": _SQLITE_COMMON},
        }
    path.parent.mkdir(parents=True, exist_ok=True)
    # What is erased is overwritten in the file.
    write = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; "
    options = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": write + _SQLITE_COMMON,
    }
    return {**connection, "OPTIONS": options}


def _databases() -> dict[str, dict[str, Any]]:
    """Return `default` (casework) and `public` (the views); a public site knows only `public`."""
    casework = env.database_url("DATABASE_URL", BASE_DIR)
    public = env.database_url("PUBLIC_DATABASE_URL", BASE_DIR)
    if not HAS_STAFF:
        if casework or not public:
            raise ImproperlyConfigured(
                "SITE is 'public', which must not know the casework database. Allowed: "
                "PUBLIC_DATABASE_URL set and DATABASE_URL absent."
            )
        return {alias: _complete(public, read_only=True) for alias in ("default", "public")}
    casework = casework or {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": STATE_DIR / "tracker.sqlite3",
    }
    return {
        "default": _complete(casework, read_only=False),
        "public": {
            **_complete(public or casework, read_only=True),
            "TEST": {"MIRROR": "default"},
        },
    }


DATABASES = _databases()
DATABASE_ROUTERS = ["detentions.public.router.PublicRouter"]
CACHES = {"default": env.cache_url("CACHE_URL", default="locmem://", database=HAS_STAFF)}
# Rendered answers by data version: each process keeps its own, a public one writes nowhere.
PAGE_CACHE_MB = env.integer("PAGE_CACHE_MB", default=64, low=0, high=4096)


# Languages, time and files

USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("be", _("Belarusian")), ("ru", _("Russian"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = env.time_zone("TIME_ZONE", default="Europe/Minsk")
STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}


# The API

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["api.rendering.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "api.negotiation.Negotiation",
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    # Views know no method but GET, HEAD and OPTIONS: everybody else is told so with 405.
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "api.schema.operations.OperationSchema",
    "EXCEPTION_HANDLER": "api.problems.handle",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
    "NUM_PROXIES": TRUSTED_PROXIES,
}
SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.1",
    "TITLE": "Protest Detention Tracker",
    "VERSION": "1",
    "DESCRIPTION": (
        "Who was detained at protests: published records, and what is counted of them. "
        "Reported figures are those of the organisations named; documented detentions are "
        "records published here; the two stand side by side and are never added up."
    ),
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    "POSTPROCESSING_HOOKS": [],
    "APPEND_COMPONENTS": {},
}


# Logging: to standard error, levels and messages only. Bodies and parameters may hold names.

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
        }
    },
    "filters": {"refused_host": {"()": "tracker.logs.RefusedHost"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.security.DisallowedHost": {"filters": ["refused_host"]},
    },
}
