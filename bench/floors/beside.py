"""Our site and the bare floor beside it: behind the same server, on one database, with the same
rows; and the processor time that each takes."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from leerkring.practice.answering.keys import Secret

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from postgres import server_programs  # noqa: E402
from soak import in_django  # noqa: E402
from soak_crowd import HEADERS  # noqa: E402
from soak_servers import Postgres, Site, SqliteFile, database, environment_of  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Sides:
    """`doors`: links of people who are asked; `environment`: to be the site in this process."""

    kind: str
    store: Postgres | SqliteFile
    environment: dict[str, str]
    doors: list[str]
    ours: Site
    floor: Site


@contextmanager
def side_by_side(people: int) -> Iterator[Sides]:
    """Both running. PostgreSQL keeps its promise to write before it answers; where there is none,
    SQLite is used.
    """
    kind = "postgresql" if server_programs() else "sqlite"
    with database(kind) as store:
        environment = environment_of(store, ROOT / "bench" / "floors")
        doors = [link for _, link in in_django(environment, "make", str(people))]
        ours, floor = Site(environment), Site(environment, "bare_answer:application")
        try:
            for site, status in ((ours, 404), (floor, 200)):
                site.start()
                wait_for(site, "/v/none/1/antwoord/", status)
            yield Sides(kind, store, environment, doors, ours, floor)
        finally:
            for site in (ours, floor):
                site.kill()


def post(connection: HTTPConnection, path: str, body: str, expected: int) -> float:
    start = time.perf_counter()
    connection.request("POST", path, body, HEADERS)
    response = connection.getresponse()
    response.read()
    if response.status != expected:
        raise RuntimeError(f"{response.status} on {path}")
    return time.perf_counter() - start


def cpu_of(site: Site, store: Postgres | SqliteFile) -> float:
    """Seconds of CPU so far of the web server and of the database's own processes, those that have
    ended among them: a connection lasts a minute."""
    assert site.process is not None
    postmaster = 0
    if isinstance(store, Postgres):
        postmaster = int((store.folder / "data" / "postmaster.pid").read_text().split()[0])
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # gone meanwhile
            continue
        parent, group = int(fields[1]), int(fields[2])
        if group == site.process.pid or (postmaster and parent == postmaster):
            ticks += int(fields[11]) + int(fields[12])
        elif int(stat.parent.name) == postmaster:
            ticks += sum(map(int, fields[11:15]))
    return ticks / TICK


def bare_door(link: str) -> str:
    """What the rows are filed under that answering through this link writes: draft and link."""
    secret = Secret.from_link(link)
    assert secret is not None
    return f"{secret.name('draft')}.{secret.name('link')}"


def wait_for(site: Site, path: str, status: int) -> None:
    for _ in range(600):
        try:
            connection = HTTPConnection("127.0.0.1", site.port, timeout=5)
            post(connection, path, "value=1", status)
            return
        except (OSError, RuntimeError):
            time.sleep(0.1)
    raise RuntimeError("a server did not start within a minute")
