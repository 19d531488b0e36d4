"""Release over a country: 350 municipalities, 5,000 teams, for teams and for the public.

The floor is the least that any rule must do: walk the tree once, add up the answers per unit and
drop what is under k. It protects nobody: the rest follows by subtraction.
"""

import random
import time
from collections.abc import Callable, Sequence

from leerkring.practice.scans.release import Unit, release_tree

MUNICIPALITIES, TEAMS = 350, 5_000
K_TEAM, K_PUBLIC = 5, 10


def country(seed: int = 1) -> list[Unit]:
    """A country in which one team in five has fewer than five answers."""
    chance = random.Random(seed)
    units = [Unit("land", None, 0)]
    units += [Unit(f"gemeente-{i}", "land", 0) for i in range(MUNICIPALITIES)]
    units += [
        Unit(f"team-{i}", f"gemeente-{i % MUNICIPALITIES}", chance.randint(0, 24))
        for i in range(TEAMS)
    ]
    return units


def floor(units: Sequence[Unit]) -> list[str]:
    """Totals per unit, and those of at least k."""
    totals = {unit.key: unit.direct for unit in units}
    for unit in reversed(units):  # children stand after their parents
        if unit.parent is not None:
            totals[unit.parent] += totals[unit.key]
    return [key for key, total in totals.items() if total >= K_TEAM]


def measure(repeats: int = 7) -> dict[str, float]:
    """Median seconds over `repeats`, and how many times the floor the release takes."""
    units = country()
    team = release_tree(units, K_TEAM)
    team_seconds = _median(lambda: release_tree(units, K_TEAM), repeats)
    public_seconds = _median(lambda: release_tree(units, K_PUBLIC, among=team.shown), repeats)
    floor_seconds = _median(lambda: floor(units), repeats)
    return {
        "units": len(units),
        "shown": len(team.shown),
        "team_seconds": team_seconds,
        "public_seconds": public_seconds,
        "floor_seconds": floor_seconds,
        "ratio": team_seconds / floor_seconds,
    }


def _median(job: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return sorted(times)[repeats // 2]


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:16} {value:.4g}")
