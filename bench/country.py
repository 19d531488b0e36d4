"""A country on PostgreSQL: 60,000 people, 1,500 circles, 300,000 posts and questions, 1,500,000
comments and 5,000,000 notices, beside the demo alone.

An ordinary member who is signed in asks for pages; CPU is that of the web server and of the
database together, per request. The bare view reads and renders twenty rows, with the same server,
middleware and sign-in, turn by turn. `growth` is what a page costs in the country beside the same
page with the demo alone. The digest is that of a week, for everybody; its worker is killed on the
way, twice.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(HERE), str(ROOT / "tools")]

from parts.cpu import Browser, Clock, per_request  # noqa: E402
from parts.sizes import TINY, Sizes  # noqa: E402
from parts.whole_digest import sent  # noqa: E402
from soak_servers import Postgres, Site, database  # noqa: E402

ROUNDS, EACH, WARM = 7, 10, 12
# Words that many, some and few have used, in other forms, and more than one.
QUERIES = (
    "wijkteam", "overleg", "gezin", "school", "huisarts", "schulden", "ouders", "kinderen",
    "moeder", "jongeren", "team", "vraag", "samen", "gezinnen", "afspraken", "buurt", "klok",
    "thuiszitters", "overleg school", "huisarts gezin", "schulden jongeren", "eigen regie",
    '"eigen regie"', "wijkteam huisarts overleg", "scheiding ouders", "Merdijk", "Kamveld",
    "Noorwijk", "taal", "vluchtelingen", "vrijwilliger", "buurman", "oma", "politie", "ggz",
    "verward", "veilig", "meldcode", "werkgroep", "xylofoon",
)  # fmt: skip
COMMENT = "text=Dat+herkennen+wij.+Wat+deden+jullie+daarna%3F"


def measure(sizes: Sizes | None = None) -> dict[str, Any]:
    with database("postgresql") as store, tempfile.TemporaryDirectory() as folder:
        assert isinstance(store, Postgres)
        environment = {
            **os.environ, "LEERKRING_DATABASE": store.url, "LEERKRING_SECRET_KEY": "s" * 50,
            "LEERKRING_VAR": folder, "DJANGO_SETTINGS_MODULE": "leerkring.site.settings",
            "PYTHONPATH": os.pathsep.join(map(str, (ROOT, HERE, HERE / "floors"))),
        }  # fmt: skip
        ways = _django(environment, "demo")
        small = asked(environment, store, ways)
        filled = _django(environment, "country", json.dumps(vars(sizes or Sizes())))
        large = asked(environment, store, ways)
        told = sent(environment, store)
    return {**filled, **figures(small, large), "digest": told}


def asked(environment: dict[str, str], store: Postgres, ways: dict[str, Any]) -> dict[str, Any]:
    """Seconds of processor time per request: `bare`, each page, and each search."""
    with running(environment) as (ours, floor):
        mine, plain = Browser(ours, ways["cookies"]), Browser(floor, ways["cookies"])
        mine.wait("/")
        plain.wait("/kaal/")
        mine_clock, plain_clock = Clock(ours, store), Clock(floor, store)
        searches = [ways["query"] + quote(words) for words in QUERIES]
        pages: dict[str, Callable[[], object]] = {
            name: partial(mine.get, ways[name])
            for name in ("home", "theme", "question", "directory")
        }
        every = iter(searches * (ROUNDS + WARM))
        pages["search"] = lambda: mine.get(next(every))
        pages["comment"] = lambda: mine.post(ways["remark"], COMMENT)
        for ask in (*pages.values(), lambda: plain.get("/kaal/")):
            for _ in range(WARM):
                ask()
        found: dict[str, list[float]] = {name: [] for name in ("bare", *pages)}
        for _ in range(ROUNDS):
            bare = per_request(plain_clock, lambda: plain.get("/kaal/"), rounds=1, each=EACH)
            found["bare"] += bare
            for name, ask in pages.items():
                each = len(searches) if name == "search" else EACH
                found[name] += per_request(mine_clock, ask, rounds=1, each=each)
        one_by_one = [
            statistics.median(per_request(mine_clock, partial(mine.get, path), rounds=3, each=1))
            for path in searches
        ]
    medians: dict[str, Any] = {name: statistics.median(times) for name, times in found.items()}
    return {**medians, "search_p95": statistics.quantiles(one_by_one, n=20)[18]}


def figures(small: dict[str, float], large: dict[str, float]) -> dict[str, float]:
    found = {"bare_cpu_seconds": large["bare"], "bare_at_demo_cpu_seconds": small["bare"]}
    for name in large.keys() - {"bare"}:
        found[f"{name}_cpu_seconds"] = large[name]
        found[f"{name}_at_demo_cpu_seconds"] = small[name]
        found[f"{name}_bare_ratio"] = large[name] / large["bare"]
        # each beside the bare view of its own hour: how fast the machine was drops out
        found[f"{name}_growth_ratio"] = (large[name] / large["bare"]) / (
            small[name] / small["bare"]
        )
    return found


@contextmanager
def running(environment: dict[str, str]) -> Any:
    sites = Site(environment), Site(environment, "bare_rows:application")
    try:
        for site in sites:
            site.start()
        yield sites
    finally:
        for site in sites:
            site.kill()


def _django(environment: dict[str, str], *words: str) -> Any:
    command = [sys.executable, str(HERE / "parts" / "steps.py"), *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    for figure, value in measure(TINY if "tiny" in sys.argv else None).items():
        print(f"{figure:34} {value}")
