"""The weekly digest of a country on PostgreSQL, for everybody of 60,000 people who was told
anything: written and handed over by the worker, which is killed on the way, twice.

    python bench/parts/whole_digest.py        that alone, in a country without other pages

CPU is that of the worker, begun three times, and of the database together. The mail server takes
everything, as whole messages, and keeps their names: so it can be said who got what, how often.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT / "tools")]

import psycopg  # noqa: E402
from parts.cpu import Clock  # noqa: E402
from parts.sizes import TINY, Sizes  # noqa: E402
from soak_servers import Postgres, Site, database  # noqa: E402

KILLED_AT = (0.25, 0.6)  # of all mails handed over
WORKER = [sys.executable, str(HERE / "parts" / "digest.py")]
HANDED_OVER = "SELECT count(*) FROM notifications_mail WHERE handed_over_at IS NOT NULL"


def measure(sizes: Sizes | None = None) -> dict[str, Any]:
    with database("postgresql") as store, tempfile.TemporaryDirectory() as folder:
        assert isinstance(store, Postgres)
        environment = {
            **os.environ, "LEERKRING_DATABASE": store.url, "LEERKRING_SECRET_KEY": "s" * 50,
            "LEERKRING_VAR": folder, "DJANGO_SETTINGS_MODULE": "leerkring.site.settings",
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT, HERE))),
        }  # fmt: skip
        _django(environment, "ground")
        filled = _django(environment, "told", json.dumps(vars(sizes or Sizes())))
        figures = sent(environment, store)
    return {"people_person": filled["people_person"], **figures}


def sent(environment: dict[str, str], store: Postgres) -> dict[str, Any]:
    """The worker begins, is killed, begins again …, and at the end everybody has it once."""
    names = Path(environment["LEERKRING_VAR"]) / "taken"
    environment = {**environment, "BENCH_TAKEN": str(names)}
    before = _django(environment, "waiting")
    clock = Clock(Site(environment), store)
    cpu, start = clock.now() + _of_children(), time.perf_counter()
    killed_after = [_killed(environment, store, share * before["people"]) for share in KILLED_AT]
    done = subprocess.run(WORKER, env=environment, cwd=HERE, stdout=subprocess.PIPE, check=True)
    wall = time.perf_counter() - start
    seconds = clock.now() + _of_children() - cpu
    after = _django(environment, "written")
    taken = Counter(names.read_text(encoding="ascii").splitlines())
    return {
        "people": before["people"],
        "notices": before["notices"],
        "kills": len(killed_after),
        "people_with_something_to_see": after["told"],
        "everybody_once": after["mails"] == after["told"] and not after["twice"],
        "nothing_lost": after["held"] + after["dropped"] == before["notices"],
        "handed_over_again_under_the_same_name": taken.total() - len(taken),
        "cpu_seconds": seconds,
        "thousand_cpu_seconds": seconds / before["people"] * 1000,
        "wall_seconds": wall,
        "peak_mb": json.loads(done.stdout.splitlines()[-1])["peak_mb"],
    }


def _killed(environment: dict[str, str], store: Postgres, mails: float) -> int:
    """A worker, killed as soon as so many mails were handed over; returns how many there were."""
    worker = subprocess.Popen(WORKER, env=environment, cwd=HERE, stdout=subprocess.DEVNULL)
    with psycopg.connect(store.url, autocommit=True) as rows:
        while (found := _one(rows)) < mails and worker.poll() is None:
            time.sleep(0.5)
        worker.kill()
        worker.wait()
        return max(found, _one(rows))


def _one(rows: Any) -> int:
    return int(rows.execute(HANDED_OVER).fetchone()[0])


def _of_children() -> float:
    """Processor time of the workers so far, those that were killed among them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _django(environment: dict[str, str], *words: str) -> Any:
    command = [sys.executable, str(HERE / "parts" / "steps.py"), *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    for figure, value in measure(TINY if "tiny" in sys.argv else None).items():
        print(f"{figure:34} {value}")
