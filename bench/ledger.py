"""The ledger of releases: a tree of 5,000 teams, and 200 overlapping groups over 4 rounds.

Three checks, each of everything at once: the tree of a country as `release_tree` shows it; the
groups in each round by themselves; and the same with a total over the four rounds per group of who
was there all along, which ties all rounds together. 60,000 people, k = 5.

The floor is the least that any rule must do: read every set once and drop those under k. It
protects nobody: the rest follows by subtraction.
"""

import random
import time
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from leerkring.practice.scans.ledger.ledger import Ledger
from leerkring.practice.scans.ledger.released import Released, about
from leerkring.practice.scans.release import Unit, release_tree

MUNICIPALITIES, TEAMS = 350, 5_000
PERSONS, GROUPS, ROUNDS = 60_000, 200, 4
K = 5
SCALE = {"wij"}


def tree(seed: int = 1) -> list[Released]:
    """What may be shown of a country in which one team in five has fewer than five answers."""
    chance = random.Random(seed)
    sizes = [chance.randint(0, 24) for _ in range(TEAMS)]
    ends = np.cumsum([0, *sizes])
    people = {f"team-{i}": np.arange(ends[i], ends[i + 1]) for i in range(TEAMS)}
    for i in range(MUNICIPALITIES):
        own = [people[f"team-{team}"] for team in range(i, TEAMS, MUNICIPALITIES)]
        people[f"gemeente-{i}"] = np.concatenate(own)
    people["land"] = np.arange(ends[-1])
    units = [Unit("land", None, 0)]
    units += [Unit(f"gemeente-{i}", "land", 0) for i in range(MUNICIPALITIES)]
    units += [
        Unit(f"team-{i}", f"gemeente-{i % MUNICIPALITIES}", size) for i, size in enumerate(sizes)
    ]
    return [about(people[key], SCALE, "1") for key in release_tree(units, K).shown]


def groups(seed: int = 1) -> tuple[list[Released], list[Released]]:
    """Groups of 20 to 3,000 people in which one in ten changes per round; and their totals."""
    chance = np.random.default_rng(seed)
    shares = chance.integers(20, 3_000, GROUPS) / PERSONS
    members = [chance.random(PERSONS) < share for share in shares]
    answered = []
    for _ in range(ROUNDS):
        here = chance.random(PERSONS) < 0.8
        answered.append([group & here for group in members])
        members = [
            group & (chance.random(PERSONS) < 0.9) | (chance.random(PERSONS) < share / 10)
            for group, share in zip(members, shares, strict=True)
        ]
    rounds = [str(number) for number in range(ROUNDS)]
    single = [
        about(np.flatnonzero(group), SCALE, name)
        for name, found in zip(rounds, answered, strict=True)
        for group in found
    ]
    always = [np.flatnonzero(np.logical_and.reduce(own)) for own in zip(*answered, strict=True)]
    return single, [about(own, SCALE, *rounds) for own in always if len(own) >= K]


def floor(figures: Sequence[Released]) -> list[Released]:
    """Figures about at least k people; counts in how many figures each person is on the way."""
    seen = np.zeros(1 + max(int(figure.persons[-1]) for figure in figures), dtype=np.int64)
    for figure in figures:
        seen[figure.persons] += 1
    return [figure for figure in figures if len(figure.persons) >= K]


def measure(repeats: int = 3) -> dict[str, float | bool]:
    """Median seconds over `repeats`, and how many times the floor each check takes."""
    single, totals = groups()
    found: dict[str, float | bool] = {}
    for name, figures in [("tree", tree()), ("groups", single), ("joined", [*single, *totals])]:
        refusal = Ledger(K).would_leak(figures)
        seconds = _median(partial(Ledger(K).would_leak, figures), repeats)
        least = _median(partial(floor, figures), repeats)
        found |= {
            f"{name}_figures": len(figures),
            f"{name}_safe": refusal is None,
            f"{name}_decided": refusal is None or refusal.decided,
            f"{name}_seconds": seconds,
            f"{name}_floor_seconds": least,
            f"{name}_ratio": seconds / least,
        }
    return found


def _median(job: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return sorted(times)[repeats // 2]


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:22} {value:.4g}")
