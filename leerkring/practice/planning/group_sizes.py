"""Which sizes give the most pairs, where groups may differ in size.

With distances above zero every pair counts, so two groups of 3 and 9 may well be worth more than
two of 6. Moving one element at a time seldom gets there: each step on the way is a loss.
"""

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]


def most_uneven(elements: int, least: Whole, most: Whole) -> Whole:
    """The sizes, each from `least` to `most`, that add up to `elements` and have the most pairs.

    By dynamic programming: the most pairs in the first g groups together, for every total.
    Raises ValueError when no sizes add up to it.
    """
    if not least.sum() <= elements <= most.sum():
        raise ValueError(f"{elements} elements do not fit in groups of these sizes")
    pairs = np.full(elements + 1, -np.inf)
    pairs[0] = 0.0
    chosen = np.zeros((len(least), elements + 1), dtype=np.int64)
    for group, (low, high) in enumerate(zip(least, most, strict=True)):
        reached = np.full(elements + 1, -np.inf)
        for size in range(int(low), min(int(high), elements) + 1):
            total = pairs[: elements + 1 - size] + size * (size - 1) / 2
            better = total > reached[size:]
            reached[size:][better] = total[better]
            chosen[group, size:][better] = size
        pairs = reached
    sizes, left = np.zeros(len(least), dtype=np.int64), elements
    for group in reversed(range(len(least))):
        sizes[group] = chosen[group, left]
        left -= sizes[group]
    return sizes
