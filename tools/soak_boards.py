"""Kill the site in the middle of a board, and look for what was lost or invented.

    python tools/soak_boards.py [--kills 20] [--phones 20] [--database sqlite|postgresql]

Phones send cards and change their votes all the time. What one of them was told is kept must be
there at the end, once; what nobody sent may not be there. Without --database: on both, as far as
this machine has them.
"""

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

from board_phones import Phone, Refused  # noqa: E402
from postgres import NoServer, server_programs  # noqa: E402
from soak_servers import ForkedSite, Postgres, database, environment_of  # noqa: E402

CARDS_EACH = 15  # of a phone to a question; a board takes no more than twenty
QUESTIONS = 60
BETWEEN = (10, 60)  # answers that are kept before the next kill


@dataclass(frozen=True)
class Report:
    """`lost` and `invented`: cards and votes that should or should not be there, in words."""

    database: str
    kills: int
    cards: int
    votes: int
    lost: tuple[str, ...]
    invented: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.invented)

    def __str__(self) -> str:
        end = "nothing lost, nothing invented" if self.is_clean else "NOT IN ORDER"
        return (
            f"{self.database}: {self.kills} kills, {self.cards} cards and {self.votes} votes "
            f"told to be kept: {end}."
        )


@dataclass
class Told:
    """`kept` and `tried`: keys of cards; `votes`: per phone the choice it was told last is kept."""

    kept: set[str]
    tried: set[str]
    votes: dict[int, int]
    answers: int = 0


def soak(kind: str, *, kills: int, phones: int = 8, seed: int = 1) -> Report:
    """Raises NoServer where this machine has no such database."""
    with database(kind) as store:
        environment = environment_of(store)
        made = in_django(environment, "make", str(QUESTIONS))
        site = ForkedSite(environment)
        try:
            site.start()
            told = asyncio.run(_play(site, store, made, kills, phones, seed))
        finally:
            site.end()
        found = in_django(environment, "read")
    return compare(kind, kills, told, found)


async def _play(
    site: ForkedSite, store: Any, made: dict[str, Any], kills: int, phones: int, seed: int
) -> Told:
    told = Told(set(), set(), {})
    enough = asyncio.Event()
    at_work = [
        asyncio.create_task(_send(site.port, made, told, number, seed, enough))
        for number in range(phones)
    ]
    chance = random.Random(seed)  # noqa: S311  (to be repeated, not to be secret)
    try:
        for _ in range(kills):
            goal = told.answers + chance.randint(*BETWEEN)
            while told.answers < goal and not any(task.done() for task in at_work):
                await asyncio.sleep(0.005)
            await asyncio.to_thread(site.kill)
            if isinstance(store, Postgres) and chance.random() < 0.3:
                await asyncio.to_thread(store.kill)
                await asyncio.to_thread(store.start)
            await asyncio.to_thread(site.start)
    finally:
        enough.set()
    await asyncio.gather(*at_work)
    return told


async def _send(
    port: int, made: dict[str, Any], told: Told, number: int, seed: int, enough: asyncio.Event
) -> None:
    """One phone: a card, a vote, a card … each until the server has it."""
    chance = random.Random(seed * 1000 + number)  # noqa: S311
    phone = Phone(port, made["code"], chance)
    await phone.until_told(phone.join)
    votes = made["votes"]
    for turn in range(CARDS_EACH * QUESTIONS):
        if turn and enough.is_set():
            break
        cards = made["questions"][turn // CARDS_EACH]
        key = str(uuid.UUID(int=chance.getrandbits(128)))
        told.tried.add(key)
        fields = f"question={cards}&phase=1&id={key}&text=Kaart"
        await phone.until_told(lambda key=key, fields=fields: phone.send(key, fields))
        told.kept.add(key)
        choice = chance.randint(0, 1)
        body = f"question={votes}&phase=1&choice={choice}"
        await phone.until_told(lambda body=body: phone.send("vote", body))
        told.votes[number] = choice
        told.answers += 2
        await asyncio.sleep(chance.random() / 50)
    phone.hang_up()


def compare(kind: str, kills: int, told: Told, found: dict[str, Any]) -> Report:
    cards = [key for key, _ in found["cards"]]
    lost = [f"card {key}" for key in sorted(told.kept - set(cards))]
    invented = [f"card {key}" for key in sorted(set(cards) - told.tried)]
    invented += ["a card twice"] * (len(cards) - len(set(cards)))
    expected = sorted(told.votes.values())
    if sorted(found["votes"]) != expected:
        lost.append(f"votes {found['votes']} instead of {expected}")
    return Report(kind, kills, len(told.kept), len(expected), tuple(lost), tuple(invented))


def in_django(environment: dict[str, str], *words: str) -> Any:
    """What a process of its own says, with the site's database."""
    done = subprocess.run(
        [sys.executable, str(HERE / "soak_board.py"), *words], cwd=ROOT, env=environment,
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def databases(chosen: str | None, *, has_server: bool) -> list[str]:
    """What was chosen, or all that this machine has."""
    if chosen:
        return [chosen]
    return ["sqlite", "postgresql"] if has_server else ["sqlite"]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Kill the site in the middle of a board.")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--phones", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", choices=("sqlite", "postgresql"))
    chosen = parser.parse_args(arguments)
    kinds = databases(chosen.database, has_server=server_programs() is not None)
    if not chosen.database and "postgresql" not in kinds:
        print("Here is no PostgreSQL: only on SQLite.")
    clean = True
    for kind in kinds:
        try:
            report = soak(kind, kills=chosen.kills, phones=chosen.phones, seed=chosen.seed)
        except (NoServer, Refused) as fault:
            print(fault, file=sys.stderr)
            return 3 if isinstance(fault, NoServer) else 1
        print(report, flush=True)
        for line in (*report.lost, *report.invented):
            print(f"  {line}")
        clean = clean and report.is_clean
    return 0 if clean else 1


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:]))
