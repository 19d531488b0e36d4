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

sys.path.insert(0, str(Path(__file__).resolve().parent / "floors"))

from beside import Postgres, Site, SqliteFile, bare_door, cpu_of, post, side_by_side
from soak_crowd import ITEMS

CLIENTS, TURNS, PEOPLE = 8, 5, 40  # people per turn, half of them for answers alone
WARM = 16  # people before that: a worker loads its pages at the first request


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


def measure() -> dict[str, Any]:
    with side_by_side(TURNS * PEOPLE + WARM + 1) as sides:
        doors, store = sides.doors, sides.store
        early = doors[TURNS * PEOPLE : -1]
        Load(sides.ours).turn(early, store, complete=True)
        Load(sides.floor).turn([bare_door(link) for link in early], store, complete=True)
        with_us, bare, whole = Load(sides.ours), Load(sides.floor), Load(sides.ours)
        for turn in range(TURNS):
            links = doors[turn * PEOPLE : (turn + 1) * PEOPLE]
            half = len(links) // 2
            with_us.turn(links[:half], store, complete=False)
            bare.turn([bare_door(link) for link in links[:half]], store, complete=False)
            whole.turn(links[half:], store, complete=True)
        measured = figures(with_us, bare, whole)
        return {"database": sides.kind, **measured, **inside(sides.environment, doors)}


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
