"""What a checkout needs before it serves. Each step looks first and does nothing when done."""

import hashlib
import secrets
import socket
from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

HOST = "127.0.0.1"
Say = Callable[[str], object]
STAFF_NAME = "staff"

# Tables that are filled by migrations or by the program itself and are no sign of somebody's work.
_NOT_RECORDS = {"DataVersion", "Tally"}


def prepare(say: Say) -> None:
    """Bring database, static files and first account to where the site can serve.

    Raises PortTaken first of all, so that nothing is prepared beside a running server.
    """
    refuse_a_taken_port(settings.PORT)
    collect_static(say)
    if not settings.HAS_STAFF:
        return
    migrate(say)
    load_demonstration(say)
    create_staff_account(say)


class PortTaken(Exception):
    """Something serves on the port already; a second server would share its requests unseen."""


def refuse_a_taken_port(port: int) -> None:
    """Raise PortTaken when something on this machine listens on the port."""
    with socket.socket() as probe:
        # A port that was in use a moment ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = _("Port %(port)d cannot be used: %(reason)s. Try: make run PORT=%(other)d")
            values = {"port": port, "reason": error.strerror, "other": port % 65535 + 1}
            raise PortTaken(message % values) from error


def collect_static(say: Say) -> None:
    """Collect static files when any of them changed since they were last collected."""
    state = _static_state()
    record = Path(settings.STATIC_ROOT).with_name("static.state")
    if record.exists() and record.read_text() == state:
        return
    say(_("Collecting static files."))
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    record.write_text(state)


def migrate(say: Say) -> None:
    """Apply the migrations that are waiting, if any."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say(_("Preparing the database."))
        call_command("migrate", interactive=False, verbosity=0)
    if "DatabaseCache" in settings.CACHES["default"]["BACKEND"]:
        call_command("createcachetable", verbosity=0)


def load_demonstration(say: Say) -> None:
    """Load the demonstration data into a database without any record."""
    if not has_records():
        say(_("Loading the demonstration data."))
        call_command("load_demo", verbosity=0)


def has_records() -> bool:
    """Whether anybody or anything has entered a casework record yet."""
    models = apps.get_app_config("detentions").get_models()
    return any(
        model._default_manager.exists() for model in models if model.__name__ not in _NOT_RECORDS
    )


def create_staff_account(say: Say) -> None:
    """Create the first account and say its password: it is stored nowhere in clear."""
    users = get_user_model()._default_manager
    # The accounts of programs cannot sign in.
    if users.filter(is_staff=True).exists():
        return
    password = secrets.token_urlsafe(15)
    call_command("createsuperuser", interactive=False, username=STAFF_NAME, email="", verbosity=0)
    user = users.get(username=STAFF_NAME)
    user.set_password(password)
    user.save(update_fields=["password"])
    say(
        _("Staff account: %(name)s, password: %(password)s (shown only now)")
        % {"name": STAFF_NAME, "password": password}
    )


def _static_state() -> str:
    """Return a digest of the names, sizes and times of all static files."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(None):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
