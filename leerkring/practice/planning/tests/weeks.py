"""Weeks to plan, made from a seed."""

import random
from collections.abc import Sequence

from leerkring.practice.planning.timetable import (
    Chair,
    Facilitator,
    HalfDay,
    Room,
    Team,
    Week,
)

SKILLS = ("ik", "wij", "wijk")


def halves(days: int) -> tuple[HalfDay, ...]:
    return tuple(HalfDay(day, part) for day in range(days) for part in (0, 1))


def some(rng: random.Random, count: int, share: float) -> frozenset[int]:
    """About a share of the half-days, and never none."""
    return frozenset(h for h in range(count) if rng.random() < share) or frozenset({0})


def big_week(
    seed: int, teams: int = 42, leads: int = 14, rooms: int = 6, load: float = 0.75
) -> Week:
    """As many sessions as `load` of what the facilitators may lead in all."""
    rng = random.Random(seed)
    organisations = [f"org{n}" for n in range(6)]
    capacity = round(teams / load)
    most = [capacity // leads + (n < capacity % leads) for n in range(leads)]
    return Week(
        half_days=halves(5),
        teams=tuple(
            Team(
                f"t{n}",
                organisation=rng.choice(organisations),
                needs=rng.choice(SKILLS),
                also=frozenset(rng.sample(SKILLS, rng.randint(0, 1))),
                size=rng.randint(6, 16),
                cannot=frozenset(rng.sample(range(10), 2)),
                prefers=frozenset(rng.sample(range(10), 3)) if rng.random() < 0.6 else frozenset(),
            )
            for n in range(teams)
        ),
        facilitators=tuple(
            Facilitator(
                f"f{n}",
                organisation=rng.choice(organisations),
                skills=frozenset(rng.sample(SKILLS, rng.randint(2, 3))),
                free=some(rng, 10, 0.75),
                most=most[n],
            )
            for n in range(leads)
        ),
        rooms=tuple(
            Room(f"r{n}", free=some(rng, 10, 0.9), seats=20 if n % 3 else 12) for n in range(rooms)
        ),
        chairs=tuple(
            Chair(f"c{n}", free=frozenset({2 * n % 10, 2 * n % 10 + 1, (2 * n + 4) % 10}))
            for n in range(5)
        ),
    )


def tiny_week(seed: int) -> Week:
    """Small enough to try every timetable."""
    rng = random.Random(seed)
    return Week(
        half_days=(*halves(1), HalfDay(1, 0)),
        teams=tuple(
            Team(
                f"t{n}",
                organisation=rng.choice("ab"),
                needs=rng.choice(("ik", "wij", "")),
                also=frozenset(rng.sample(SKILLS, 1)),
                size=rng.choice((5, 15)),
                district=rng.choice(("", "noord", "zuid")),
                prefers=some(rng, 3, 0.4),
            )
            for n in range(3)
        ),
        facilitators=tuple(
            Facilitator(
                f"f{n}",
                organisation=rng.choice("abc"),
                skills=frozenset(rng.sample(("ik", "wij"), rng.randint(1, 2))),
                free=some(rng, 3, 0.7),
                most=rng.randint(1, 2),
            )
            for n in range(2)
        ),
        rooms=tuple(
            Room(f"r{n}", free=some(rng, 3, 0.8), seats=(10, 0)[n], district=("noord", "zuid")[n])
            for n in range(2)
        ),
        chairs=(Chair("c0", frozenset({0, 2}), most=1), Chair("c1", frozenset({1, 2}), most=2)),
    )


def names(things: Sequence[object]) -> list[str]:
    return [str(thing) for thing in things]
