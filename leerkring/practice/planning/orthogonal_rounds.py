"""Rounds in which nobody sits twice with anybody, by algebra.

People stand in `size` columns of `groups`; in round r the one in row i of column c sits at table
i + D[r, c]. Two of one column never meet, and two of different columns meet at most once when
D[r, c] - D[r, c'] is another in every round: a difference matrix (Colbourn & Dinitz, «Handbook of
Combinatorial Designs», 2nd ed. 2007, VI.17). Over a field of `groups` elements D[r, c] = r · c is
one, for as many rounds as there are groups; over the whole numbers modulo another number the
matrix is sought. When all rounds are used up, the people of each column can still meet each other.
"""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.planning.turned_rounds import turned

Whole = NDArray[np.int64]
MOST_TRIED = 4_000


def without_repeats(groups: int, size: int, rounds: int) -> Whole:
    """(found, groups * size): the table of everybody in each round, `found` of them at most.

    The first come from the difference matrix: there, column by column, the people
    c * groups … (c + 1) * groups - 1 never meet. `shared_rounds` says how many these are. Where it
    has too few, they come from `turned_rounds`, in which everybody may meet everybody.
    """
    people = groups * size
    if size == 1 or size > groups:  # a second round would repeat
        return np.tile(np.arange(people) % groups, (rounds if size == 1 else min(rounds, 1), 1))
    apart = shared_rounds(groups, size, rounds)
    if groups % size or len(apart) == rounds:
        return max(apart, turned(groups, size, rounds), key=len)
    inside = without_repeats(groups // size, size, rounds - len(apart))
    column = np.arange(size)[:, None] * (groups // size)
    beside = [(column + tables[None, :]).reshape(people) for tables in inside]
    return np.array([*apart, *beside]).reshape(-1, people)


def shared_rounds(groups: int, size: int, rounds: int) -> Whole:
    """(found, groups * size): rounds in which nobody sits with anybody of the own column.

    For tables of at most as many as there are groups.
    """
    plus, times = _field(groups)
    if times is None:
        plus = np.add.outer(np.arange(groups), np.arange(groups)) % groups
        matrix = _difference_matrix(groups, size, min(rounds, groups))
    else:
        matrix = times[:rounds, :size]
    row = np.arange(groups)
    tables = [[plus[row, shift] for shift in shifts] for shifts in matrix]
    return np.array(tables, dtype=np.int64).reshape(-1, groups * size)


def _field(order: int) -> tuple[Whole, Whole | None]:
    """The tables of addition and multiplication; no second where no such field is.

    An element is a polynomial over the prime p, its coefficients the digits of a number. Of all
    rules x^k = …, one is sought under which the powers of x run through everything but zero.
    """
    p = next((d for d in range(2, order + 1) if order % d == 0), 1)
    k = next((k for k in range(1, 12) if p**k >= order), 0)
    if p**k != order or p == 1:
        return np.zeros((0, 0), dtype=np.int64), None
    weight = p ** np.arange(k)
    digits = np.arange(order)[:, None] // weight % p
    plus = (digits[:, None] + digits[None, :]) % p @ weight
    times = np.zeros((order, order), dtype=np.int64)
    for rule in product(range(p), repeat=k):
        powers = [1]
        while (more := _times_x(digits[powers[-1]], rule, p) @ weight) not in (0, 1, *powers):
            powers.append(int(more))
        if more == 1 and len(powers) == order - 1:
            at = np.array(powers)
            turn = np.arange(order - 1)
            times[np.ix_(at, at)] = at[np.add.outer(turn, turn) % (order - 1)]
            return plus, times
    raise AssertionError("every prime power has a field")


def _times_x(digits: Whole, rule: tuple[int, ...], p: int) -> Whole:
    return (np.array([0, *digits[:-1]]) + digits[-1] * np.array(rule)) % p


def _difference_matrix(groups: int, size: int, rounds: int) -> Whole:
    """As many rows as are found, at most `rounds`; by trying, with a limit to how much."""
    found = [[0] * size]
    used = {pair: {0} for pair in product(range(size), repeat=2)}
    best, tried = [list(row) for row in found], 0

    def extend(row: list[int]) -> bool:
        nonlocal best, tried
        tried += 1
        column = len(row)
        if column == size:
            found.append(row)
            if len(found) > len(best):
                best = [list(one) for one in found]
            if len(found) == rounds or extend([0]):
                return True
            found.pop()
            return False
        # the rows may stand in any order, so let the second column count up
        lowest = found[-1][1] + 1 if column == 1 else 0
        for value in range(lowest, groups):
            steps = [(value - row[other]) % groups for other in range(column)]
            if any(step in used[other, column] for other, step in enumerate(steps)):
                continue
            for other, step in enumerate(steps):
                used[other, column].add(step)
            if extend([*row, value]):
                return True
            for other, step in enumerate(steps):
                used[other, column].remove(step)
            if tried > MOST_TRIED:
                return False
        return False

    if rounds > 1:
        extend([0])
    return np.array(best, dtype=np.int64)
