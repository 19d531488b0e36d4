"""Processor time of a site that runs, with its database, per request.

What the machine does besides makes no difference: the clocks of the processes themselves are read,
to the microsecond (Linux; `clock_getcpuclockid(3)` says how the number of such a clock is made).
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from soak_servers import Postgres, Site  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")
CPUCLOCK_SCHED = 2


class BadAnswer(Exception):
    """The site did not answer as expected."""


@dataclass(frozen=True)
class Clock:
    """Seconds of processor time that a site and its database have used."""

    site: Site
    store: Postgres

    def now(self) -> float:
        """Of all processes that are there; of the database also those that came and went."""
        postmaster = self.postmaster
        seconds = 0.0
        for pid, parent, group, gone in _processes():
            if self.site.process is not None and group == self.site.process.pid:
                seconds += _used_by(pid)
            elif postmaster in (pid, parent):
                seconds += _used_by(pid) + (gone if pid == postmaster else 0.0)
        return seconds

    @property
    def postmaster(self) -> int:
        return int((self.store.folder / "data" / "postmaster.pid").read_text().split()[0])


def _processes() -> list[tuple[int, int, int, float]]:
    """(number, parent, group, seconds of children that ended) of every process."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:  # gone meanwhile
            continue
        gone = (int(words[13]) + int(words[14])) / TICK
        found.append((int(stat.parent.name), int(words[1]), int(words[2]), gone))
    return found


def _used_by(pid: int) -> float:
    try:
        return time.clock_gettime((~pid << 3) | CPUCLOCK_SCHED)
    except OSError:  # gone meanwhile
        return 0.0


@dataclass
class Browser:
    """Somebody who is signed in, over a connection that stays open."""

    site: Site
    cookies: Mapping[str, str]

    def __post_init__(self) -> None:
        self.connection = HTTPConnection("127.0.0.1", self.site.port, timeout=60)

    def wait(self, path: str) -> None:
        """Until the site answers; raises BadAnswer after two minutes."""
        for _ in range(1200):
            try:
                self.get(path)
                return
            except (OSError, HTTPException):
                self.connection.close()
                time.sleep(0.1)
        raise BadAnswer(f"nothing on {path}")

    def get(self, path: str) -> bytes:
        return self._ask("GET", path, "", 200)

    def post(self, path: str, body: str) -> bytes:
        """A form that is accepted."""
        return self._ask("POST", path, body, 302)

    def _ask(self, method: str, path: str, body: str, status: int) -> bytes:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        }
        if body:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-CSRFToken": self.cookies.get("csrftoken", ""),
            }
        self.connection.request(method, path, body or None, headers)
        answer = self.connection.getresponse()
        words = answer.read()
        if answer.status != status:
            raise BadAnswer(f"{answer.status} on {path}")
        return words


def per_request(clock: Clock, ask: Callable[[], object], *, rounds: int, each: int) -> list[float]:
    """Seconds of processor time of a request, the mean of `each`, for every round."""
    found = []
    for _ in range(rounds):
        start = clock.now()
        for _ in range(each):
            ask()
        found.append((clock.now() - start) / each)
    return found


def median_of(clock: Clock, ask: Callable[[], object], *, rounds: int = 7, each: int = 15) -> float:
    """After as many requests to warm up as both workers need."""
    for _ in range(each):
        ask()
    return statistics.median(per_request(clock, ask, rounds=rounds, each=each))
