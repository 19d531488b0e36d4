"""Problems of MDGPLIB itself: our search attains what others published of them.

The library: Gallego, Laguna, Martí & Duarte (2013), «Tabu search with strategic oscillation for the
maximally diverse grouping problem», JORS 64, 724-734. The values: Araujo & Figueiredo (2018), «O
problema da diversidade máxima de grupos: uma abordagem de programação linear inteira», SBPO. These
four are small enough to try every division: the published values are the optima.

Per problem the first line of its file, the distances of element i to i + 1, i + 2 and so on, what
they add up to, and the published value.
"""

import numpy as np
import pytest

from leerkring.practice.planning.diversity import search, value_of
from leerkring.practice.planning.mdgp_files import Problem, read_problem

STEPS = 300

RANINT_N010_DS_07 = """
5 32 63 20 43 66 1 37 99
26 42 99 10 80 66 99 69
78 25 57 7 39 11 65
100 18 21 1 10 48
16 41 50 14 24
52 57 78 53
73 49 34
13 81
89
"""
RANINT_N012_SS_03 = """
2 70 91 53 83 11 31 96 62 68 41
83 61 10 51 48 26 2 56 21 83
10 62 19 22 59 1 11 86 84
24 94 92 67 80 46 0 94
56 92 57 99 74 82 5
90 14 60 73 7 99
34 81 94 64 97
51 25 76 89
85 24 92
58 37
10
"""
RANREAL_N010_SS_10 = """
4.455 24.301 66.928 82.779 71.421 32.590 28.682 18.166 31.441
96.663 72.389 67.300 15.753 83.375 16.023 48.711 53.547
18.057 18.198 16.846 83.335 56.651 38.536 99.449
83.383 56.411 69.699 49.361 36.617 8.350
33.522 84.129 18.933 65.818 58.721
72.086 1.532 27.905 60.943
11.900 87.658 13.796
27.203 44.148
62.037
"""
GEO_N010_SS_10 = """
169.099 159.004 141.282 157.673 158.618 189.872 183.184 189.924 167.281
193.304 159.485 233.595 181.372 178.844 148.289 142.471 210.771
182.149 193.720 147.467 147.928 171.168 162.941 113.779
216.670 180.120 183.173 205.837 198.429 209.652
231.326 229.156 240.313 223.024 187.506
169.185 195.806 154.565 166.004
166.526 143.180 152.755
162.557 200.930
187.060
"""
PUBLISHED = [
    ("10 2 ds 4 5 4 6", RANINT_N010_DS_07, 2061.0, 1221.00),
    ("12 4 ss 3 3 3 3 3 3 3 3", RANINT_N012_SS_03, 3625.0, 993.00),
    ("10 2 ss 5 5 5 5", RANREAL_N010_SS_10, 2119.748, 1195.92),
    ("10 2 ss 5 5 5 5", GEO_N010_SS_10, 8086.994, 3752.03),
]


def problem(head: str, rows: str, total: float) -> Problem:
    """Read from a file like the library's, which also end their first line with a blank."""
    lines = [
        f"{i} {j} {cell}"
        for i, row in enumerate(rows.split("\n")[1:-1])
        for j, cell in enumerate(row.split(), i + 1)
    ]
    n = int(head.split()[0])
    assert len(lines) == n * (n - 1) // 2, "a distance was forgotten"
    found = read_problem("\n".join([f"{head} ", *lines, ""]), "mdgplib.txt")
    assert found.distance.sum() / 2 == pytest.approx(total), "a distance was mistyped"
    return found


@pytest.mark.parametrize(("head", "rows", "total", "published"), PUBLISHED)
def test_the_published_value_is_attained(
    head: str, rows: str, total: float, published: float
) -> None:
    given = problem(head, rows, total)
    found = search(
        given.distance,
        given.sizes,
        stop=lambda value, steps: steps >= STEPS,
        rng=np.random.default_rng(1),
    )
    assert round(value_of(given.distance, found.groups), 2) == published
    count = np.bincount(found.groups, minlength=len(given.sizes))
    assert (given.sizes.least <= count).all() and (count <= given.sizes.most).all()
