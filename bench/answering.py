"""People answering online, 36 statements one by one and then handing in, on two workers.

Beside it stands the bare floor: a Django view without middleware or sessions that writes the same
row of the same table, behind the same server. CPU is that of the web server and the database
together, of both sides while the same clients post in turns; the clients do not count. PostgreSQL
keeps its promise to write before it answers; where there is none, SQLite is used.
"""

import gzip
import os
import re
import sys
import time
from http.client import HTTPConnection
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import numpy as np

from leerkring.practice.answering.keys import Secret

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from postgres import server_programs  # noqa: E402
from soak import environment_of, in_django  # noqa: E402
from soak_crowd import HEADERS, ITEMS  # noqa: E402
from soak_servers import Postgres, Site, SqliteFile, database  # noqa: E402

CLIENTS, TURNS, PEOPLE = 8, 5, 40  # people per turn, half of them for answers alone
WARM = 16  # people before that: a worker loads its pages at the first request
TICK = os.sysconf("SC_CLK_TCK")


class Load:
    """Clients that post to one server, each over a connection that stays open."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.answering: list[float] = []
        self.handing_in: list[float] = []
        self.wall = self.cpu = 0.0
        self.turns: list[float] = []  # CPU of each
        self.lock = Lock()

    def turn(self, links: list[str], store: Postgres | SqliteFile, *, complete: bool) -> None:
        start, cpu = time.perf_counter(), cpu_of(self.site, store)
        waiting = list(links)
        threads = [Thread(target=self._client, args=(waiting, complete)) for _ in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.wall += time.perf_counter() - start
        self.turns.append(cpu_of(self.site, store) - cpu)
        self.cpu += self.turns[-1]

    def _client(self, waiting: list[str], complete: bool) -> None:
        connection = HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        answering, handing_in = [], []
        while True:
            with self.lock:
                if not waiting:
                    break
                link = waiting.pop()
            for item in range(ITEMS):
                path, body = f"/v/{link}/{item + 1}/antwoord/", f"value={item % 5 + 1}"
                answering.append(post(connection, path, body, 200))
            if complete:
                handing_in.append(post(connection, f"/v/{link}/inleveren/", "", 302))
        with self.lock:
            self.answering += answering
            self.handing_in += handing_in


def post(connection: HTTPConnection, path: str, body: str, expected: int) -> float:
    start = time.perf_counter()
    connection.request("POST", path, body, HEADERS)
    response = connection.getresponse()
    response.read()
    if response.status != expected:
        raise RuntimeError(f"{response.status} on {path}")
    return time.perf_counter() - start


def cpu_of(site: Site, store: Postgres | SqliteFile) -> float:
    """Seconds of CPU so far of the web server and of the database's own processes."""
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
    return ticks / TICK


def draft_of(link: str) -> str:
    """What the row is filed under that answering through this link made."""
    secret = Secret.from_link(link)
    assert secret is not None
    return secret.name("draft")


def wait_for(site: Site, path: str, status: int) -> None:
    for _ in range(600):
        try:
            connection = HTTPConnection("127.0.0.1", site.port, timeout=5)
            post(connection, path, "value=1", status)
            return
        except (OSError, RuntimeError):
            time.sleep(0.1)
    raise RuntimeError("a server did not start within a minute")


def measure() -> dict[str, Any]:
    kind = "postgresql" if server_programs() else "sqlite"
    with database(kind) as store:
        environment = environment_of(store, ROOT / "bench" / "floors")
        doors = [link for _, link in in_django(environment, "make", str(TURNS * PEOPLE + WARM + 1))]
        ours, floor = Site(environment), Site(environment, "bare_answer:application")
        try:
            for site, status in ((ours, 404), (floor, 200)):
                site.start()
                wait_for(site, "/v/none/1/antwoord/", status)
            early = doors[TURNS * PEOPLE : -1]
            Load(ours).turn(early, store, complete=True)
            Load(floor).turn([draft_of(link) for link in early], store, complete=False)
            with_us, bare, whole = Load(ours), Load(floor), Load(ours)
            for turn in range(TURNS):
                links = doors[turn * PEOPLE : (turn + 1) * PEOPLE]
                half = len(links) // 2
                with_us.turn(links[:half], store, complete=False)
                bare.turn([draft_of(link) for link in links[:half]], store, complete=False)
                whole.turn(links[half:], store, complete=True)
        finally:
            for site in (ours, floor):
                site.kill()
        return {"database": kind, **figures(with_us, bare, whole), **inside(environment, doors)}


def figures(ours: Load, bare: Load, whole: Load) -> dict[str, Any]:
    answer = ours.cpu / len(ours.answering)
    floor = bare.cpu / len(bare.answering)
    return {
        "clients": CLIENTS,
        "answer_cpu_seconds": answer,
        "floor_cpu_seconds": floor,
        "answer_cpu_ratio": float(np.median(np.divide(ours.turns, bare.turns))),
        "answer_p50_seconds": float(np.median(ours.answering)),
        "answer_p95_seconds": float(np.quantile(ours.answering, 0.95)),
        "floor_p95_seconds": float(np.quantile(bare.answering, 0.95)),
        "answers_per_second": len(ours.answering) / ours.wall,
        "complete_responses_per_second": len(whole.handing_in) / whole.wall,
        "complete_response_cpu_seconds": whole.cpu / len(whole.handing_in),
        "handing_in_p95_seconds": float(np.quantile(whole.handing_in, 0.95)),
    }


def inside(environment: dict[str, str], doors: list[str]) -> dict[str, Any]:
    """What one process can tell: the queries of an answer, and the weight of the first load."""
    os.environ.update(environment, LEERKRING_DEBUG="1")
    import django

    django.setup()
    from django.contrib.staticfiles import finders
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    connection.ensure_connection()
    browser, link = Client(SERVER_NAME="127.0.0.1"), doors[-1]
    counts = []
    for number in (1, 2):
        with CaptureQueriesContext(connection) as asked:
            kept = browser.post(f"/v/{link}/{number}/antwoord/", {"value": 3})
        assert kept.status_code == 302
        counts.append(sum(not re.match("BEGIN|COMMIT|ROLLBACK", q["sql"]) for q in asked))
    page = browser.get(f"/v/{link}/1/").content
    linked = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode()))
    files = [gzip.compress(Path(str(finders.find(name))).read_bytes()) for name in linked]
    start, secret = time.perf_counter(), Secret.new()
    for _ in range(1000):
        secret.name("draft")
    return {
        "queries_of_an_answer": max(counts),
        "first_load_bytes": len(page) + sum(map(len, files)),
        "one_key_derivation_seconds": (time.perf_counter() - start) / 1000,
    }
