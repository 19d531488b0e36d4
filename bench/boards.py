"""A thousand phones on one board, on two workers and PostgreSQL, with the phones on the same cores.

Every twelve seconds another question is put on. How long until it is on the screens of the phones
that have a connection; whether an answer was lost or counted twice, while one in ten phones has no
connection for half a minute at some moment; and what it takes of processor and memory.
LEERKRING_BENCH_PHONES asks fewer phones.
"""

import asyncio
import os
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
for folder in ("tools", "bench"):
    sys.path.insert(0, str(ROOT / folder))

from board_phones import Phone, take_part  # noqa: E402
from parts.cpu import Clock  # noqa: E402
from postgres import server_programs  # noqa: E402
from soak_boards import in_django  # noqa: E402
from soak_servers import Postgres, Site, database, environment_of  # noqa: E402

PHONES = int(os.environ.get("LEERKRING_BENCH_PHONES", "1000"))
QUESTIONS, EVERY, SETTLING = 4, 12.0, 8.0  # seconds
DROPPED, AWAY = 0.1, 30.0  # share of the phones, seconds
SOON = 3.0


def measure() -> dict[str, Any]:
    if server_programs() is None:
        return {"database": "no PostgreSQL here"}
    with database("postgresql") as store:
        assert isinstance(store, Postgres)
        environment = environment_of(store)
        made = in_django(environment, "make", str(QUESTIONS))
        site = Site(environment)
        try:
            site.start()
            wait_for(site)
            clock = Clock(site, store)
            idle = memory_of(site)
            phones, asked, took = asyncio.run(run(site, environment, made, clock))
            memory = memory_of(site)
        finally:
            site.kill()
        found = Counter(key for key, _ in in_django(environment, "read")["cards"])
    kept = {key for phone in phones for key in phone.kept}
    return {
        "database": "postgresql",
        "phones": PHONES,
        "without_connection_for_half_a_minute": sum(phone.away[1] > 0 for phone in phones),
        **spread_of(phones, asked),
        "answers_told_kept": len(kept),
        "answers_lost": len(kept - found.keys()),
        "answers_doubled_or_invented": sum(found.values()) - len(kept & found.keys()),
        "looks_per_second": sum(phone.looks for phone in phones) / took["wall"],
        "cpu_cores_of_site_and_database_ratio": took["cpu"] / took["wall"],
        "cpu_per_look_or_answer_seconds": took["cpu"]
        / (sum(phone.looks for phone in phones) + len(kept)),
        "memory_before_mb": idle,
        "memory_with_phones_mb": memory,
    }


async def run(
    site: Site, environment: dict[str, str], made: dict[str, Any], clock: Clock
) -> tuple[list[Phone], dict[str, float], dict[str, float]]:
    """The phones, when each question was put on, and what it took."""
    start = time.monotonic()
    until = start + SETTLING + QUESTIONS * EVERY
    phones = []
    for number in range(PHONES):
        chance = random.Random(number)
        phone = Phone(site.port, made["code"], chance)
        if chance.random() < DROPPED:
            gone = start + chance.uniform(SETTLING, SETTLING + QUESTIONS * EVERY - AWAY / 2)
            phone.away = (gone, gone + AWAY)
        phones.append(phone)
    cpu = clock.now()
    at_work = asyncio.gather(*(take_part(phone, until) for phone in phones))
    asked = {}
    leader = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "tools" / "soak_board.py"), "lead",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=environment,
    )  # fmt: skip
    assert leader.stdin is not None and leader.stdout is not None
    for number, question in enumerate(made["questions"]):
        await asyncio.sleep(max(0.0, start + SETTLING + number * EVERY - time.monotonic()))
        leader.stdin.write(f"{question}\n".encode())
        await leader.stdout.readline()
        asked[str(question)] = time.monotonic()
    leader.stdin.close()
    await at_work
    await leader.wait()
    return phones, asked, {"wall": time.monotonic() - start, "cpu": clock.now() - cpu}


def spread_of(phones: list[Phone], asked: dict[str, float]) -> dict[str, Any]:
    """How long until a question was on the screen of the phones that could have it."""
    waits, late = [], 0
    for question, at in asked.items():
        for phone in phones:
            if phone.away[0] - SOON < at < phone.away[1]:
                late += 1
            else:
                waits.append(phone.seen.get(question, float("inf")) - at)
    return {
        "changes": len(asked),
        "screens_changed": len(waits),
        "screens_away_at_the_change": late,
        "on_screen_p50_seconds": float(np.quantile(waits, 0.5)),
        "on_screen_p95_seconds": float(np.quantile(waits, 0.95, method="higher")),
        "on_screen_within_three_seconds_ratio": float(np.mean(np.array(waits) <= SOON)),
    }


def memory_of(site: Site) -> float:
    """Of the server and its workers, shared pages counted once."""
    assert site.process is not None
    kilobytes = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            group = int(stat.read_text().rpartition(")")[2].split()[2])
            if group == site.process.pid:
                rollup = (stat.parent / "smaps_rollup").read_text()
                kilobytes += int(rollup.split("Pss:")[1].split()[0])
        except OSError:  # gone meanwhile
            continue
    return kilobytes / 1024


def wait_for(site: Site) -> None:
    async def knock() -> None:
        phone = Phone(site.port, "zzzzzz", random.Random(0))
        await phone.until_told(lambda: phone.ask("GET", "/bord/"), patience=120.0)
        phone.hang_up()

    asyncio.run(knock())
