"""Run a command beside a PostgreSQL of its own, which is gone afterwards.

    python tools/postgres.py COMMAND …

The command finds the database in LEERKRING_TEST_DATABASE and LEERKRING_DATABASE. The server
listens on this machine only, on a free port, with a password made for the occasion. PostgreSQL
refuses to run as root, so root starts it as `postgres` or, where there is none, as `nobody`.
Exit code: that of the command; 3 when no server could be started.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
# A database of a few minutes may forget everything when the power fails.
IN_A_HURRY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoServer(Exception):
    """PostgreSQL is not here, or does not start; says why."""


def server_programs() -> Path | None:
    """The folder with PostgreSQL's own programs: the newest, or None."""
    found = [
        folder
        for pattern in PLACES
        for folder in Path("/").glob(pattern.lstrip("/"))
        if (folder / "initdb").exists() and (folder / "pg_ctl").exists()
    ]
    if found:
        return max(found, key=lambda folder: [int(n) for n in _numbers(str(folder))])
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path and shutil.which("pg_ctl") else None


def _numbers(text: str) -> list[str]:
    return "".join(sign if sign.isdigit() else " " for sign in text).split()


def unprivileged() -> str | None:
    """Who the server runs as when we are root; None when we are not."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names:
            return name
    raise NoServer("root mag geen PostgreSQL draaien, en er is geen gebruiker postgres of nobody.")


@contextmanager
def temporary_server() -> Iterator[str]:
    """A running server; gives the URL of its database. Raises NoServer."""
    programs = server_programs()
    if programs is None:
        raise NoServer("PostgreSQL is hier niet geïnstalleerd (apt-get install postgresql).")
    user = unprivileged()
    folder = Path(tempfile.mkdtemp(prefix="leerkring-postgres-"))
    try:
        password = secrets.token_hex(16)
        (folder / "password").write_text(password, encoding="ascii")
        if user:
            for path in (folder, folder / "password"):
                shutil.chown(path, user)
        data = str(folder / "data")
        _as(user, folder, programs / "initdb", "-D", data, "-U", "leerkring", "-E", "UTF8",
            "--locale=C", "--auth=scram-sha-256", f"--pwfile={folder / 'password'}",
            "--no-sync")  # fmt: skip
        port = free_port()
        options = [f"-p {port}", "-h 127.0.0.1", f"-k {folder}", *(f"-c {s}" for s in IN_A_HURRY)]
        log = str(folder / "log")
        _as(user, folder, programs / "pg_ctl", "-D", data, "-l", log, "-w", "-o",
            " ".join(options), "start")  # fmt: skip
        try:
            yield f"postgresql://leerkring:{password}@127.0.0.1:{port}/postgres"
        finally:
            _as(user, folder, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as(user: str | None, folder: Path, *command: object) -> None:
    """Run one of PostgreSQL's programs quietly, as `user` when that is given."""
    words = [str(word) for word in command]
    who: dict[str, object] = {}
    if user:
        who = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
    # Output goes to a file: a server that stays behind would keep a pipe open for ever.
    with (folder / "output").open("w+", encoding="utf-8", errors="replace") as output:
        done = subprocess.run(
            words, cwd=folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL,
            check=False, **who,
        )  # fmt: skip
        if done.returncode:
            output.seek(0)
            raise NoServer(f"{words[0]} lukte niet:\n{output.read().strip()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(command: Sequence[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server goes with us
    try:
        with temporary_server() as url:
            found = {"LEERKRING_TEST_DATABASE": url, "LEERKRING_DATABASE": url}
            return subprocess.run(command, env={**os.environ, **found}, check=False).returncode
    except NoServer as fault:
        print(fault, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
