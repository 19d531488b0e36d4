"""Grouping problems like those of MDGPLIB, from a seed, and the best that is known of each.

The library: Gallego, Laguna, Martí & Duarte (2013), «Tabu search with strategic oscillation for the
maximally diverse grouping problem», JORS 64, 724-734. Geo: Euclidean distances between random
points with 2 to 21 coordinates; RanInt and RanReal: whole numbers and fractions, evenly from 0 to
100. `ss`: groups of one size; `ds`: a smallest size in the third below the mean and a largest in
the third above it, as in the files.
"""

from dataclasses import dataclass

import numpy as np

from leerkring.practice.planning.diversity import Matrix, Sizes

KINDS = ("Geo", "RanInt", "RanReal")
GROUPS = {10: 2, 12: 4, 30: 5, 60: 6, 120: 10}
HIGH = 100.0


@dataclass(frozen=True)
class Case:
    name: str
    distance: Matrix
    sizes: Sizes


def cases(n: int) -> list[Case]:
    """Of each kind one with groups of the same size and one with different sizes."""
    return [case(kind, n, size) for kind in KINDS for size in ("ss", "ds")]


def case(kind: str, n: int, size: str) -> Case:
    seed = [KINDS.index(kind), n, ("ss", "ds").index(size)]
    rng = np.random.default_rng(seed)
    return Case(f"{kind}_n{n:03}_{size}", distance(kind, n, rng), sizes(n, size, rng))


def distance(kind: str, n: int, rng: np.random.Generator) -> Matrix:
    if kind == "Geo":
        points = rng.uniform(0, HIGH, (n, int(rng.integers(2, 22))))
        apart = np.sqrt(((points[:, None] - points[None, :]) ** 2).sum(axis=2))
        return np.asarray(apart.round(3), dtype=np.float64)
    if kind == "RanInt":
        drawn = rng.integers(0, int(HIGH) + 1, (n, n)).astype(np.float64)
    else:
        drawn = rng.uniform(0, HIGH, (n, n)).round(3)
    upper = np.triu(drawn, 1)
    return upper + upper.T


def sizes(n: int, size: str, rng: np.random.Generator) -> Sizes:
    m = GROUPS[n]
    mean = n // m
    if size == "ss":
        return Sizes(np.full(m, mean), np.full(m, mean))
    spread = -(-mean // 3)
    return Sizes(mean - rng.integers(0, spread + 1, m), mean + rng.integers(0, spread + 1, m))
