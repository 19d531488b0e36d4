"""The problems of MDGPLIB themselves, from a folder with its files, beside what others published.

The files are not in this repository. Name a folder that holds them, however deep, and the ones of
the table below are measured:

    MDGPLIB=folder make bench

The library: Gallego, Laguna, Martí & Duarte (2013), «Tabu search with strategic oscillation for the
maximally diverse grouping problem», JORS 64, 724-734.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mdgp import Case

from leerkring.practice.planning.mdgp_files import read_problem

SECONDS = 10.0  # as long as `leerkring groups FILE` takes when it is not told otherwise
FOLDER = "MDGPLIB"

# Araujo & Figueiredo (2018), «O problema da diversidade máxima de grupos: uma abordagem de
# programação linear inteira», SBPO; cited after the list of best known values in the material of
# the course INF05010 (UFRGS, 2019). Of 10 and 12 elements they are the optima: every division was
# counted. Above that they can be beaten.
PUBLISHED: dict[str, float] = {
    "Geo_n010_ss_10": 3752.03,
    "RanInt_n010_ds_07": 1221.00,
    "RanInt_n010_ss_10": 1112.00,
    "RanReal_n010_ss_10": 1195.92,
    "RanInt_n012_ss_03": 993.00,
    "Geo_n030_ds_08": 13282.00,
    "RanInt_n030_ss_05": 5496.00,
    "Geo_n060_ss_04": 45971.80,
    "RanInt_n060_ds_03": 17041.00,
    "RanReal_n060_ss_04": 18050.80,
    # An adaptive large neighbourhood search: the best of its runs, of 26 s on average (course work
    # for CPS783, UFRJ, 2019). Not the best known, which of 120 elements was not to be had.
    "RanInt_n120_ss_01": 47307.00,
}


def library() -> list[tuple[Case, float]]:
    """Every problem of the table that is in the folder, with its published value."""
    named = os.environ.get(FOLDER)
    if not named:
        return []
    folder = Path(named)
    if not folder.is_dir():
        raise SystemExit(f"{FOLDER} names no folder: {folder}")
    files = {path.stem: path for path in sorted(folder.rglob("*.txt"))}
    return [(read(files[name]), value) for name, value in PUBLISHED.items() if name in files]


def read(path: Path) -> Case:
    problem = read_problem(path.read_text(encoding="utf-8"), path.name)
    return Case(path.stem, problem.distance, problem.sizes)


def beside_published(
    problems: list[tuple[Case, float]], found: list[float], percent: Callable[[float], str]
) -> dict[str, Any]:
    """Per problem what was found and what was published; where we are above it, that is no gap."""
    if not problems:
        return {"mdgplib": f"not measured: {FOLDER} names no folder with its files"}
    told: dict[str, Any] = {"mdgplib_problems": f"{len(problems)} of {len(PUBLISHED)}"}
    sizes: dict[int, list[float]] = {}
    for (case, published), value in zip(problems, found, strict=True):
        # the published value has two decimals
        gap = 1 - round(value, 2) / published
        sizes.setdefault(len(case.distance), []).append(max(0.0, gap))
        told[f"mdgplib_{case.name}"] = (
            f"{value:,.2f}; published {published:,.2f} ({percent(abs(gap))} "
            f"{'below' if gap > 0 else 'above'} it)" if gap else f"{value:,.2f}, as published"
        )  # fmt: skip
    for n, gaps in sorted(sizes.items()):
        told[f"mdgplib_{n}_mean_gap"] = percent(sum(gaps) / len(gaps))
    return told
