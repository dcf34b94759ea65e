"""Servers under measurement: as `make run` starts them, with one worker, on loopback."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import client
from tests.engine import NOT_INHERITED

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60


def environment(**variables: str) -> dict[str, str]:
    """Return what a process of the benchmark inherits: nothing of this instance's own settings."""
    own = {"DATABASE_URL", "SECRET_KEY", *NOT_INHERITED}
    kept = {name: value for name, value in os.environ.items() if name not in own}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings",
        "SECRET_KEY": "only-for-benchmarks-" + "0123456789" * 5,
        **variables,
    }


def manage(*arguments: str, heard: bool = True, **variables: str) -> None:
    """Run a management command to its end; raises CalledProcessError when it fails."""
    command = [sys.executable, "manage.py", *arguments]
    # Standard output is for results.
    output = sys.stderr if heard else subprocess.DEVNULL
    subprocess.run(command, cwd=ROOT, env=environment(**variables), check=True, stdout=output)


def collect_static() -> None:
    """Collect the static files, whose names pages print."""
    # The site has to know a database even where none is read.
    url = "sqlite:///var/bench/none.sqlite3"
    manage("collectstatic", "--noinput", "-v", "0", SITE="public", PUBLIC_DATABASE_URL=url)


@contextmanager
def serving(public_url: str, *, remembering: bool) -> Iterator[int]:
    """Serve the public site of a database and yield the port; end the server afterwards.

    Without `remembering`, no answer is kept: each is rendered anew, as after a change of the data.
    """
    port = _free_port()
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("granian")), "--interface", "wsgi"]
        + ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "1"]
        + ["--no-access-log", "--log-level", "warning", "tracker.wsgi:application"],
        cwd=ROOT,
        env=environment(
            SITE="public",
            PUBLIC_DATABASE_URL=public_url,
            BENCHMARK_PAGES="remembered" if remembering else "forgotten",
        ),
        # Its workers are its children: the whole group is ended, and nothing else.
        start_new_session=True,
    )
    try:
        _wait(process, port)
        yield port
    finally:
        _end(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with code {process.returncode}")
        try:
            client.get(client.Request(port, "/readyz"))
        except (ConnectionError, client.UnexpectedAnswerError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"the server did not answer within {START_SECONDS} s")


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
