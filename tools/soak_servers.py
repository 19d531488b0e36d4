"""What can be killed and brought back: the site, a SQLite file, a PostgreSQL server of our own."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from postgres import NoServer, _as, free_port, server_programs, unprivileged

ROOT = Path(__file__).resolve().parent.parent


class Site:
    """The web server, as it runs for real: granian with two workers."""

    def __init__(
        self, environment: dict[str, str], application: str = "leerkring.site.wsgi:application"
    ) -> None:
        self.environment, self.application = environment, application
        self.port = free_port()
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
    port = free_port()
    url = f"postgresql://leerkring:{password}@127.0.0.1:{port}/postgres"
    return Postgres(url, folder, port)
