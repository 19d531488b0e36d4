"""All statistics of a country: 60,000 people, 36 statements, 4,500 teams, 4 scales.

Three stretches, each from the answers as they are stored (one row of 36 bytes a person):
loading, scoring, agreement and reliability; then REML, shrunken means and ω. Beside it the same
first stretch as one would write it in pandas with group-by (its figures must be the same), and
the floor: adding up the bytes.

    python bench/statistics.py
"""

import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.statistics import agreement, reliability, scoring, shrinkage, variance

PERSONS, ITEMS, TEAMS, OPTIONS = 60_000, 36, 4_500, 5
SCALES = tuple(range(first, first + 9) for first in range(0, ITEMS, 9))
INSTRUMENT = Instrument(
    "proef",
    "1",
    tuple(Item(f"S{i:02}", Dimension.SELF, "proef", "…", i % 6 == 4) for i in range(ITEMS)),
    1,
    OPTIONS,
)
Loaded = tuple[np.ndarray, np.ndarray]


def store(path: Path, seed: int = 1) -> None:
    """A database with the country's answers; one in a hundred is missing."""
    random = np.random.default_rng(seed)
    team = random.integers(0, TEAMS, PERSONS)
    person = random.normal(0, 0.5, TEAMS)[team] + random.normal(0, 0.7, PERSONS)
    noise = random.normal(3.0, 0.8, (PERSONS, ITEMS))
    values = np.clip((noise + person[:, None]).round(), 1, OPTIONS).astype(np.uint8)
    for column, item in enumerate(INSTRUMENT.items):
        if item.reversed:
            values[:, column] = OPTIONS + 1 - values[:, column]
    missing = random.random(values.shape)
    values[missing < 0.01] = 255
    values[missing < 0.004] = 0
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE response (team INTEGER NOT NULL, answers BLOB NOT NULL)")
        rows = ((int(number), row.tobytes()) for number, row in zip(team, values, strict=True))
        database.executemany("INSERT INTO response VALUES (?, ?)", rows)


def load(path: Path) -> Loaded:
    """(persons,) team numbers and (persons, items) bytes."""
    with sqlite3.connect(path) as database:
        teams, blobs = zip(*database.execute("SELECT team, answers FROM response"), strict=True)
    values = np.frombuffer(b"".join(blobs), dtype=np.uint8).reshape(len(blobs), ITEMS)
    return np.fromiter(teams, np.intp, len(teams)), values


def first_stretch(loaded: Loaded) -> list[tuple]:
    """Scoring, agreement, reliability and the analysis of variance, per scale."""
    team, values = loaded
    recoded = scoring.recode(INSTRUMENT, values)
    found = []
    for scale in SCALES:
        items = recoded[:, scale.start : scale.stop]
        spread = agreement.spread(items, team, TEAMS)
        moments = variance.moments(scoring.scale_scores(recoded, scale), team, TEAMS)
        table = variance.anova(moments)
        covariance = reliability.covariance(items)
        figures = {
            "mean": moments.mean,
            "rwg": agreement.rwg(spread, agreement.uniform_null(OPTIONS)),
            "skewed": agreement.rwg(spread, agreement.SLIGHTLY_SKEWED[OPTIONS]),
            "star": agreement.r_star(spread, agreement.uniform_null(OPTIONS)),
            "ad": spread.deviation,
            "alpha": reliability.alpha(covariance),
            "icc1": variance.icc1(table, table.k0),
        }
        interval, rest = reliability.alpha_interval(covariance), reliability.item_rest(covariance)
        found.append((moments, covariance, figures, interval, rest))
    return found


def second_stretch(found: list[tuple]) -> list[tuple]:
    """REML, shrunken means and ω, per scale."""
    result = []
    for moments, covariance, *_ in found:
        components = variance.reml(moments)
        shrunken = shrinkage.shrink(moments, components)
        result.append((components, shrunken, reliability.omega(covariance)))
    return result


def with_pandas(loaded: Loaded) -> list[dict]:
    """The first stretch by group-by, after loading and without interval and item-rest."""
    import pandas

    team, values = loaded
    frame = pandas.DataFrame(values, columns=INSTRUMENT.codes).astype(float)
    frame = frame.replace({0.0: np.nan, 255.0: np.nan})
    for item in INSTRUMENT.items:
        if item.reversed:
            frame[item.code] = OPTIONS + 1 - frame[item.code]
    found = []
    for scale in SCALES:
        codes = list(INSTRUMENT.codes[scale.start : scale.stop])
        items = frame[codes]
        complete = items.dropna()
        teams = pandas.Series(team, index=frame.index)
        grouped = complete.groupby(teams[complete.index])
        q = grouped.var().mean(axis=1) / 2
        away = (complete - grouped.transform("mean")).abs()
        skewed = (q * 2 / 1.34).clip(upper=1)
        scores = items.mean(axis=1).where(items.notna().sum(axis=1) >= 6).dropna()
        by_team = scores.groupby(teams[scores.index])
        n, means = by_team.size(), by_team.mean()
        between = (n * (means - scores.mean()) ** 2).sum() / (len(n) - 1)
        within = ((scores - by_team.transform("mean")) ** 2).sum() / (len(scores) - len(n))
        k0 = (len(scores) - (n**2).sum() / len(scores)) / (len(n) - 1)
        spread = complete.var().sum() / complete.sum(axis=1).var()
        found.append(
            {
                "mean": means,
                "rwg": 9 * (1 - q.clip(upper=1)) / (9 * (1 - q.clip(upper=1)) + q.clip(upper=1)),
                "skewed": 9 * (1 - skewed) / (9 * (1 - skewed) + skewed),
                "star": 1 - q,
                "ad": away.groupby(teams[complete.index]).mean().mean(axis=1).where(q.notna()),
                "alpha": 9 / 8 * (1 - spread),
                "icc1": (between - within) / (between + (k0 - 1) * within),
            }
        )
    return found


def same_figures(ours: list[tuple], theirs: list[dict]) -> bool:
    """Whether both ways give the same numbers."""
    for (_, _, mine, *_), other in zip(ours, theirs, strict=True):
        for name, figure in other.items():
            known = mine[name] if np.isscalar(figure) else mine[name][figure.index]
            if not np.allclose(known, figure, rtol=0, atol=1e-9, equal_nan=True):
                return False
    return True


def measure(repeats: int = 7) -> dict[str, float | bool]:
    """Median seconds over `repeats`, ratios, and the highest memory of a process on its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "antwoorden.sqlite3"
        store(path)
        alone = subprocess.run(
            [sys.executable, __file__, "--memory", str(path)],
            check=True,
            capture_output=True,
            text=True,
        )
        load_seconds = _median(lambda: load(path), repeats)
        loaded = load(path)
    found = first_stretch(loaded)
    first = _median(lambda: first_stretch(loaded), repeats)
    second = _median(lambda: second_stretch(found), repeats)
    pandas_seconds = _median(lambda: with_pandas(loaded), 3)
    floor = _median(lambda: loaded[1].sum(dtype=np.int64), repeats)
    return {
        "load_seconds": load_seconds,
        "score_agree_rely_seconds": first,
        "load_to_reliability_seconds": load_seconds + first,
        "reml_and_omega_seconds": second,
        "pandas_seconds": pandas_seconds,
        "floor_seconds": floor,
        "pandas_ratio": pandas_seconds / first,
        "floor_ratio": (first + second) / floor,
        "same_figures_as_pandas": same_figures(found, with_pandas(loaded)),
        "peak_memory_mb": float(alone.stdout),
    }


def _median(job: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return sorted(times)[repeats // 2]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        second_stretch(first_stretch(load(Path(sys.argv[2]))))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    else:
        for name, value in measure().items():
            print(f"{name:28} {value:.4g}")
