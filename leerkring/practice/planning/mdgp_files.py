"""Reading a grouping problem in the form of MDGPLIB.

First line: `n m ss|ds` and then a smallest and a largest size for each of the m groups (ss: all the
same size; ds: different sizes). Then a line `i j d` for each pair, with elements from 0. Pairs that
are not there lie at distance 0.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerkring.foundation.tables.collecting import FaultList
from leerkring.practice.planning.diversity import Sizes

MOST_ELEMENTS = 2000


@dataclass(frozen=True)
class Problem:
    """distance: (n, n), symmetric, zeros on the diagonal."""

    distance: NDArray[np.float64]
    sizes: Sizes


def read_problem(text: str, name: str) -> Problem:
    """The problem in a file. Raises `BadTable` with the faults, by line."""
    lines = [(row, line.split()) for row, line in enumerate(text.splitlines(), 1) if line.strip()]
    faults = FaultList(name)
    if not lines:
        faults.add(None, None, "dit bestand is leeg.")
        faults.raise_if_any()
    row, head = lines[0]
    sizes, n = _head(head, row, faults)
    faults.raise_if_any()
    distance = np.zeros((n, n))
    seen = np.eye(n, dtype=bool)
    for row, cells in lines[1:]:
        pair = _pair(cells, n, row, faults)
        if pair is None:
            continue
        i, j, d = pair
        if seen[i, j]:
            faults.add(row, None, f"het paar {i} {j} staat er al, of is twee keer hetzelfde.")
        seen[i, j] = seen[j, i] = True
        distance[i, j] = distance[j, i] = d
    faults.raise_if_any()
    return Problem(distance, sizes)


def _head(cells: list[str], row: int, faults: FaultList) -> tuple[Sizes, int]:
    nothing = Sizes(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)), 0
    numbers = [_whole(cell) for cell in (*cells[:2], *cells[3:])]
    if len(cells) < 3 or cells[2].lower() not in ("ss", "ds") or None in numbers:
        faults.add(row, None, "de eerste regel hoort te zijn: n m ss|ds en dan de maten.")
        return nothing
    n, m, *limits = [number for number in numbers if number is not None]
    if not 1 <= m <= n <= MOST_ELEMENTS:
        faults.add(row, None, f"er zijn 1 tot en met n groepen, en n is hoogstens {MOST_ELEMENTS}.")
    elif len(limits) != 2 * m:
        faults.add(row, None, f"bij {m} groepen horen {2 * m} maten; hier staan er {len(limits)}.")
    elif any(low > high for low, high in zip(limits[::2], limits[1::2], strict=True)):
        faults.add(row, None, "een kleinste maat is groter dan de grootste.")
    else:
        sizes = Sizes(np.array(limits[::2]), np.array(limits[1::2]))
        if not sizes.allow(n):
            faults.add(row, None, f"{n} mensen passen niet in groepen van deze maten.")
        return sizes, n
    return nothing


def _pair(cells: list[str], n: int, row: int, faults: FaultList) -> tuple[int, int, float] | None:
    if len(cells) != 3:
        faults.add(
            row,
            None,
            f"een regel hoort drie getallen te hebben: i j d. Hier staan er {len(cells)}.",
        )
        return None
    i, j = _whole(cells[0]), _whole(cells[1])
    try:
        d = float(cells[2])
    except ValueError:
        d = math.nan
    if i is None or j is None or i >= n or j >= n:
        faults.add(row, None, f"de elementen gaan van 0 tot en met {n - 1}.")
        return None
    if not math.isfinite(d):
        faults.add(row, None, f"«{cells[2][:20]}» is geen getal.")
        return None
    return i, j, d


def _whole(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 10 else None
