"""What can be killed and brought back: the site, a SQLite file, a PostgreSQL server of our own."""

import os
import random
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from postgres import NoServer, _as, server_programs, unprivileged

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
APPLICATION = "leerkring.site.wsgi:application"
# Lower than what a system gives to who connects. A crowd that knocks where nobody listens would
# sooner or later be given that very port to knock from, and then the server cannot come back.
PORTS = range(20_000, 32_000)


def own_port() -> int:
    """A port to come back to, however often the server behind it is killed."""
    while True:
        port = random.choice(PORTS)  # noqa: S311  (any that is free)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                return port


class Site:
    """The web server, as it runs for real: granian with two workers."""

    def __init__(self, environment: dict[str, str], application: str = APPLICATION) -> None:
        self.environment, self.application = environment, application
        self.port = own_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(self.port), "--workers", "2", "--blocking-threads", "1",
            "--log-level", "critical", self.application,
        ]  # fmt: skip
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def kill(self) -> None:
        """The server and its workers, without a word."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class ForkedSite:
    """The same, and back within a tenth of a second: a fork of a process that has read all in."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.port, self.group = own_port(), 0
        self._parent = subprocess.Popen(
            [sys.executable, HERE / "soak_site.py", str(self.port), APPLICATION],
            cwd=ROOT, env=environment, start_new_session=True, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self) -> None:
        assert self._parent.stdin is not None and self._parent.stdout is not None
        self._parent.stdin.write("start\n")
        self._parent.stdin.flush()
        self.group = int(self._parent.stdout.readline() or 0)

    def kill(self) -> None:
        """The server and its workers, without a word."""
        if self.group:
            with suppress(ProcessLookupError):
                os.killpg(self.group, signal.SIGKILL)

    def end(self) -> None:
        self.kill()
        self._parent.kill()
        self._parent.communicate()

    @property
    def has_stopped(self) -> bool:
        """By itself: it did not start, or it fell."""
        try:
            os.killpg(self.group, 0) if self.group else None
        except ProcessLookupError:
            return True
        return not self.group


@dataclass(frozen=True)
class SqliteFile:
    """Dies with the processes that have it open."""

    url: str


@dataclass(frozen=True)
class Postgres:
    """A server with its usual promise: what is committed is written before it is said.

    Only `fsync` is off: it guards against a machine that stops, and this one goes on.
    """

    url: str
    folder: Path
    port: int

    def kill(self) -> None:
        """SIGQUIT to the postmaster: it stops at once and repairs itself at the next start."""
        self._control("-m", "immediate", "stop")

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} -c fsync=off"
        self._control("-l", self.folder / "log", "-w", "-o", options, "start")

    def _control(self, *words: object) -> None:
        programs = server_programs()
        assert programs is not None
        data = self.folder / "data"
        _as(unprivileged(), self.folder, programs / "pg_ctl", "-D", data, *words)


def environment_of(store: SqliteFile | Postgres, *folders: Path) -> dict[str, str]:
    """What a process needs to be the site on this database; it finds modules in `folders` too."""
    return {
        **os.environ, "LEERKRING_DATABASE": store.url, "LEERKRING_SECRET_KEY": "s" * 50,
        "DJANGO_SETTINGS_MODULE": "soaked_settings",
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT, HERE, *folders))),
    }  # fmt: skip


@contextmanager
def database(kind: str) -> Iterator[SqliteFile | Postgres]:
    """`sqlite` or `postgresql`, running; gone afterwards. Raises NoServer."""
    folder = Path(tempfile.mkdtemp(prefix="leerkring-soak-"))
    try:
        if kind == "sqlite":
            yield SqliteFile(f"sqlite://{folder / 'soak.sqlite3'}")
            return
        server = _postgres(folder)
        server.start()
        try:
            yield server
        finally:
            server.kill()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _postgres(folder: Path) -> Postgres:
    programs, user = server_programs(), unprivileged()
    if programs is None:
        raise NoServer("PostgreSQL is hier niet geïnstalleerd (apt-get install postgresql).")
    password, file = secrets.token_hex(16), folder / "password"
    file.write_text(password, encoding="ascii")
    if user:
        for path in (folder, file):
            shutil.chown(path, user)
    _as(user, folder, programs / "initdb", "-D", folder / "data", "-U", "leerkring", "-E", "UTF8",
        "--locale=C", "--auth=scram-sha-256", f"--pwfile={file}", "--no-sync")  # fmt: skip
    port = own_port()
    url = f"postgresql://leerkring:{password}@127.0.0.1:{port}/postgres"
    return Postgres(url, folder, port)
