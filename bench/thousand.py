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

sys.path.insert(0, str(Path(__file__).resolve().parent / "floors"))

from beside import Postgres, Site, SqliteFile, bare_door, cpu_of, side_by_side
from phones import Waited, crowd

PEOPLE, WARM = 1000, 20


def measure() -> dict[str, Any]:
    with side_by_side(PEOPLE + WARM) as sides:
        whole = at_once(sides.ours, sides.store, sides.doors)
        bare = at_once(sides.floor, sides.store, [bare_door(link) for link in sides.doors])
    return {
        "database": sides.kind,
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


def at_once(site: Site, store: Postgres | SqliteFile, links: Sequence[str]) -> Run:
    """Everybody at once, after a few to warm the workers up."""
    crowd(site.port, links[PEOPLE:])
    start, cpu = time.perf_counter(), cpu_of(site, store)
    waited = crowd(site.port, links[:PEOPLE])
    return Run(time.perf_counter() - start, cpu_of(site, store) - cpu, waited)
