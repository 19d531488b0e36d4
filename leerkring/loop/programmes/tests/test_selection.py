"""The search for a script finds what trying everything finds."""

import random
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from leerkring.loop.programmes.selection import MOST_PER_DIMENSION, Forms, Pool, Selection, select
from leerkring.practice.gatherings.working_forms import WorkingForm
from leerkring.practice.scans.dimensions import Dimension

IK, WIJ, WIJK = Dimension


def form(code: str, minutes: int, *competences: str, talk: bool = False) -> WorkingForm:
    return WorkingForm(code, code, None, competences, minutes, 2, 30, "", "", ("a",), "kern", talk)


def small_library(rng: random.Random) -> tuple[Pool, dict[Dimension, float], dict[str, float], int]:
    names = [f"c{number}" for number in range(6)]
    lengths = [15, 20, 25, 30, 40, 45, 50]

    def some(prefix: str, count: int, choices: list[int], talk: bool = False) -> Forms:
        return tuple(
            form(
                f"{prefix}{rng.randrange(100):02}{number}",
                rng.choice(choices),
                *rng.sample(names, rng.randint(1, 2)),
                talk=talk,
            )
            for number in range(count)
        )

    frame = rng.sample([2, 1, 1], 3)
    talk_first = rng.choice([None, IK, WIJ, WIJK])
    pool = Pool(
        some("o", frame[0], [8, 10, 15]),
        some("p", frame[1], [15, 20]),
        some("s", frame[2], [10, 13, 15]),
        {d: some(d.value, 4, lengths) for d in Dimension},
        talk_first,
        some("v", rng.randint(0, 2), [20, 25], talk=True) if talk_first else (),
    )
    parts = [rng.randint(10, 40) for _ in Dimension]
    weights = {d: part / sum(parts) for d, part in zip(Dimension, parts, strict=True)}
    short = {name: rng.choice([0.0, 0.1, 0.1, 0.35, -0.2]) for name in names}
    return pool, weights, short, rng.randint(150, 210)


def every_script(pool: Pool) -> Iterator[tuple[Forms, dict[Dimension, Forms]]]:
    def sets(dimension: Dimension) -> Iterator[Forms]:
        talking = dimension is pool.talk_first and pool.conversations
        everyone = pool.core[dimension] + (pool.conversations if talking else ())
        for size in range(1, MOST_PER_DIMENSION + 1):
            for forms in combinations(sorted(everyone, key=lambda f: f.code), size):
                if sum(f.for_difference for f in forms) == (1 if talking else 0):
                    yield forms

    for frame in product(pool.openings, pool.pauses, pool.closings):
        for core in product(*map(list, map(sets, Dimension))):
            yield frame, dict(zip(Dimension, core, strict=True))


def value(
    frame: Forms,
    core: dict[Dimension, Forms],
    weights: dict[Dimension, float],
    short: dict[str, float],
    asked: int,
) -> tuple[object, ...] | None:
    spent = {d: sum(f.minutes for f in core[d]) for d in Dimension}
    total = sum(f.minutes for f in frame) + sum(spent.values())
    if not 150 <= total <= 210:
        return None
    away = sum(abs(spent[d] - weights[d] * sum(spent.values())) for d in Dimension)
    served = {name for forms in core.values() for f in forms for name in f.competences}
    covered = round(sum(max(short[name], 0.0) for name in served), 9)
    codes = [tuple(f.code for f in core[d]) for d in Dimension]
    return (
        abs(total - asked),
        round(away, 6),
        -covered,
        -len(served),
        codes,
        [f.code for f in frame],
    )


@pytest.mark.parametrize("seed", range(6))
def test_it_finds_what_trying_everything_finds(seed: int) -> None:
    pool, weights, short, asked = small_library(random.Random(seed))
    values = (value(frame, core, weights, short, asked) for frame, core in every_script(pool))
    best = min((found for found in values if found is not None), default=None)
    selection = select(pool, weights, short, asked)
    assert (selection is None) == (best is None)
    if selection is not None:
        frame = (selection.opening, selection.pause, selection.closing)
        assert value(frame, selection.core, weights, short, asked) == best


def plain(**changes: Forms) -> Selection | None:
    """Thirds of 135 minutes, or what comes nearest."""
    core = {
        IK: (form("i1", 45, "a"), form("i2", 45, "b"), form("i3", 20, "c")),
        WIJ: (form("j1", 45, "d"),),
        WIJK: (form("k1", 45, "e"),),
    }
    core.update({Dimension(name): forms for name, forms in changes.items()})
    pool = Pool((form("o", 15),), (form("p", 15),), (form("s", 15),), core)
    return select(pool, dict.fromkeys(Dimension, 1 / 3), {"b": 0.2, "c": 0.9}, 180)


def test_minutes_come_before_competences_and_competences_before_codes() -> None:
    selection = plain()
    assert selection is not None and selection.deviation == 0
    assert [f.code for f in selection.core[IK]] == ["i2"]


def test_among_equals_the_form_that_serves_more_competences_wins() -> None:
    selection = plain(wij=(form("j1", 45, "d"), form("j2", 45, "d", "f")))
    assert selection is not None
    assert [f.code for f in selection.core[WIJ]] == ["j2"]


def test_what_is_not_short_counts_for_nothing() -> None:
    selection = plain(wij=(form("j1", 45, "x"), form("j2", 45, "y")))
    assert selection is not None
    assert [f.code for f in selection.core[WIJ]] == ["j1"]


def test_without_a_form_for_each_part_there_is_no_script() -> None:
    assert plain(wijk=()) is None
    assert plain(wijk=(form("k1", 150, "e"),)) is None


def test_more_competences_than_bits_are_taken_by_need() -> None:
    many = tuple(f"n{number:03}" for number in range(90))
    selection = plain(wij=(form("j1", 45, *many), form("j2", 45, "b"), form("j3", 45, "c")))
    assert selection is not None
    assert [f.code for f in selection.core[WIJ]] == ["j3"]
