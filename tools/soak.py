"""Kill the site at random moments while a crowd answers, and look for what was lost or invented.

    python tools/soak.py [--kills 50] [--seed 1] [--database sqlite|postgresql]

Each time, in the middle of the answering, the web server is killed with SIGKILL, and on PostgreSQL
sometimes the database with it or instead. Both come back, the crowd goes on. At the end all that
somebody was told is kept must be there, once, and nothing else. Without --database: both, as far as
this machine has them.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

from postgres import NoServer, server_programs
from soak_crowd import Crowd, Somebody
from soak_servers import ForkedSite, Postgres, SqliteFile, database, environment_of

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
PEOPLE_PER_KILL = 40
BETWEEN = (10, 150)  # answers that are kept before the next kill
LONGEST = 120.0  # seconds in which they must come, also where others use the machine


@dataclass(frozen=True)
class Report:
    """`lost` and `invented`: sheets that should or should not be there, in words."""

    database: str
    kills: int
    database_kills: int
    answers: int
    tries: int
    handed_in: int
    lost: tuple[str, ...]
    invented: tuple[str, ...]
    faults: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.invented or self.faults)

    def __str__(self) -> str:
        end = "nothing lost, nothing invented" if self.is_clean else "NOT IN ORDER"
        return (
            f"{self.database}: {self.kills} kills ({self.database_kills} of the database), "
            f"{self.answers} answers kept in {self.tries} tries, {self.handed_in} handed in: {end}."
        )


def soak(kind: str, *, kills: int, seed: int) -> Report:
    """Raises NoServer where this machine has no such database."""
    with database(kind) as store:
        environment = environment_of(store)
        doors = in_django(environment, "make", str(kills * PEOPLE_PER_KILL))
        people: SimpleQueue[Somebody] = SimpleQueue()
        for team, link in doors:
            people.put(Somebody(team, link))
        site = ForkedSite(environment)
        crowd = Crowd(site.port, people, seed)
        threads = crowd.start()
        try:
            site.start()
            of_database = _kill_often(site, store, crowd, kills)
        except BaseException:
            crowd.broken.set()
            raise
        finally:
            crowd.enough.set()
            _let_finish(crowd, threads)
            site.end()
        found = in_django(environment, "read", given=[link for _, link in doors])
    return _compare(kind, kills, of_database, crowd, found)


def _kill_often(site: ForkedSite, store: SqliteFile | Postgres, crowd: Crowd, kills: int) -> int:
    """How often the database was killed too."""
    chance = random.Random(crowd.seed)  # noqa: S311  (to be repeated, not to be secret)
    targets: list[tuple[str, ...]] = [("site",)]
    if isinstance(store, Postgres):
        targets += [("database",), ("site", "database")]
    of_database = 0
    for done in range(kills):
        if done and done % 10 == 0:
            print(f"… {done} kills, {crowd.answers} answers", file=sys.stderr, flush=True)
        _wait_for(site, crowd, crowd.answers + chance.randint(*BETWEEN))
        Event().wait(chance.random() / 50)
        struck = chance.choice(targets)
        if "site" in struck:
            site.kill()
        if "database" in struck and isinstance(store, Postgres):
            store.kill()
            store.start()
            of_database += 1
        if "site" in struck:
            site.start()
    _wait_for(site, crowd, crowd.answers + 1)  # it must come back from the last one too
    return of_database


def _wait_for(site: ForkedSite, crowd: Crowd, answers: int) -> None:
    end = time.monotonic() + LONGEST
    while crowd.answers < answers:
        if site.has_stopped or time.monotonic() > end:
            raise RuntimeError("the site keeps no answers; does it start at all?")
        Event().wait(0.005)


def _let_finish(crowd: Crowd, threads: Iterable[Thread]) -> None:
    """Whoever is answering goes on to the end, unless nobody is there to answer to."""
    end = time.monotonic() + LONGEST
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
        if thread.is_alive():
            crowd.broken.set()
            thread.join(LONGEST)
    if crowd.broken.is_set():
        crowd.faults.append("somebody waited in vain for the site")


def _compare(
    kind: str, kills: int, of_database: int, crowd: Crowd, found: dict[str, Any]
) -> Report:
    """Who handed in stands among the responses of the team; who did not, in a draft."""
    expected = Counter((one.team, one.kept.hex()) for one in crowd.began if one.is_in)
    there = Counter((team, sheet) for team, sheet in found["responses"])
    drafts = {one.link: one.kept.hex() for one in crowd.began if not one.is_in}
    lost = [f"response of {team}" for team, _ in (expected - there).elements()]
    lost += [f"draft {link}" for link, s in drafts.items() if found["drafts"].get(link) != s]
    invented = [f"response of {team}" for team, _ in (there - expected).elements()]
    invented += [f"draft {link}" for link in found["drafts"] if link not in drafts]
    invented += ["a draft without a link"] * found["strays"]
    return Report(
        kind, kills, of_database, crowd.answers, crowd.tries, sum(expected.values()),
        tuple(lost), tuple(invented), tuple(crowd.faults),
    )  # fmt: skip


def in_django(environment: dict[str, str], *words: str, given: object = None) -> Any:
    done = subprocess.run(
        [sys.executable, str(HERE / "soak_round.py"), *words], cwd=ROOT, env=environment,
        input=json.dumps(given), stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def _stop(*_: object) -> None:
    """So that the servers go with us; once, for `timeout` asks twice, also in the middle of it."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(143)


def main(arguments: list[str]) -> int:
    signal.signal(signal.SIGTERM, _stop)
    parser = argparse.ArgumentParser(description="Kill the site while a crowd answers.")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=("sqlite", "postgresql"))
    chosen = parser.parse_args(arguments)
    kinds = [chosen.database] if chosen.database else ["sqlite", "postgresql"]
    if not chosen.database and server_programs() is None:
        kinds.remove("postgresql")
        print("Here is no PostgreSQL: only on SQLite.")
    clean = True
    for kind in kinds:
        try:
            report = soak(kind, kills=chosen.kills, seed=chosen.seed)
        except NoServer as fault:
            print(fault, file=sys.stderr)
            return 3
        print(report, flush=True)
        for line in (*report.lost, *report.invented, *report.faults):
            print(f"  {line}")
        clean = clean and report.is_clean
    return 0 if clean else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
