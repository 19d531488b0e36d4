"""A thousand people answering 36 statements at once, each over a connection of their own, on two
workers, with the crowd on the same cores.

Beside it stands the bare floor of `answering`: a thousand at once who have a bare Django view write
the same rows. CPU is that of the web server and the database together; the crowd does not count,
but it does take its turn on the cores, so a second holds more people than this where it has others.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
for folder in ("tools", "bench"):
    sys.path.insert(0, str(ROOT / folder))

from answering import cpu_of, draft_of, wait_for  # noqa: E402
from phones import Waited, crowd  # noqa: E402
from postgres import server_programs  # noqa: E402
from soak import environment_of, in_django  # noqa: E402
from soak_servers import Postgres, Site, SqliteFile, database  # noqa: E402

PEOPLE, WARM = 1000, 20


def measure() -> dict[str, Any]:
    kind = "postgresql" if server_programs() else "sqlite"
    with database(kind) as store:
        environment = environment_of(store, ROOT / "bench" / "floors")
        doors = [link for _, link in in_django(environment, "make", str(PEOPLE + WARM))]
        ours, floor = Site(environment), Site(environment, "bare_answer:application")
        try:
            for site, status in ((ours, 404), (floor, 200)):
                site.start()
                wait_for(site, "/v/none/1/antwoord/", status)
            whole = at_once(ours, store, doors, complete=True)
            bare = at_once(floor, store, [draft_of(link) for link in doors], complete=False)
        finally:
            for site in (ours, floor):
                site.kill()
    return {
        "database": kind,
        "people_at_once": PEOPLE,
        "complete_responses_per_second": PEOPLE / whole.wall,
        "complete_response_cpu_seconds": whole.cpu / PEOPLE,
        "floor_cpu_seconds": bare.cpu / PEOPLE,
        "cpu_ratio": whole.cpu / bare.cpu,
        "answer_p50_seconds": float(np.median(whole.waited.answering)),
        "answer_p95_seconds": float(np.quantile(whole.waited.answering, 0.95)),
        "handing_in_p95_seconds": float(np.quantile(whole.waited.handing_in, 0.95)),
        "floor_p95_seconds": float(np.quantile(bare.waited.answering, 0.95)),
        "answers_kept": len(whole.waited.answering),
    }


class Run:
    """What it took: seconds on the clock, seconds of CPU, and how long people waited."""

    def __init__(self, wall: float, cpu: float, waited: Waited) -> None:
        self.wall, self.cpu, self.waited = wall, cpu, waited


def at_once(
    site: Site, store: Postgres | SqliteFile, links: Sequence[str], *, complete: bool
) -> Run:
    """Everybody at once, after a few to warm the workers up."""
    crowd(site.port, links[PEOPLE:], complete=complete)
    start, cpu = time.perf_counter(), cpu_of(site, store)
    waited = crowd(site.port, links[:PEOPLE], complete=complete)
    return Run(time.perf_counter() - start, cpu_of(site, store) - cpu, waited)
