"""Every swap of two elements and every move of one, with what each would gain."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Whole = NDArray[np.int64]


class Neighbourhood:
    """A grouping, and the gain of each step from it.

    to     (n, m): the sum of distances of an element to a group
    gain   of swapping i and j: C + C' - 2d, where C[i, j] = to[i, group of j] - to[i, group of i];
           of moving i to group g: to[i, g] - to[i, group of i]
    """

    def __init__(
        self,
        distance: Matrix,
        groups: Whole,
        least: Whole,
        most: Whole,
        movable: NDArray[np.bool_] | None = None,
    ) -> None:
        self.distance, self.twice = distance, 2 * distance
        self.least, self.most = least, most
        self.fixed = None if movable is None else ~movable
        self.can_move = bool(np.any(least < most))
        self.n, self.m = len(groups), len(least)
        self.return_to(groups)

    def return_to(self, groups: Whole) -> None:
        self.groups = groups.copy()
        member = np.zeros((self.n, self.m))
        member[np.arange(self.n), self.groups] = 1.0
        self.sizes = member.sum(axis=0).astype(np.int64)
        self.to = self.distance @ member
        self.value = float(self.to[np.arange(self.n), self.groups].sum() / 2)
        # 2d, and infinite where nothing can be swapped: within a group, and with who stays
        self.loss = np.where(self.groups[:, None] == self.groups[None, :], np.inf, self.twice)
        if self.fixed is not None:
            self.loss[self.fixed] = self.loss[:, self.fixed] = np.inf
        self.forgive()

    def forgive(self) -> None:
        """Forget what is forbidden."""
        self.until = np.zeros((self.n, self.m), dtype=np.int64)
        self.forbidden: list[tuple[int, int, int]] = []  # until when, who, to which group
        self.now = 0

    def step(self, best: float, rng: np.random.Generator) -> bool:
        """Take the best step that is allowed, and forbid the way back; False if there is none.

        What is forbidden is allowed all the same when it leads beyond `best`.
        """
        self.now += 1
        own = self.to[np.arange(self.n), self.groups]
        swap, gain = self._best_swap(own, best)
        move, more = self._best_move(own, best) if self.can_move else ((0, 0), -np.inf)
        if max(gain, more) == -np.inf:
            return False
        tenure = self.now + int(rng.integers(4, 8 + self.n // 8))
        if more > gain:
            self._forbid(move[0], tenure)
            self._move(move[0], move[1])
        else:
            for element in swap:
                self._forbid(element, tenure)
            self._swap(*swap)
        return True

    def shake(self, times: int, rng: np.random.Generator) -> None:
        """Swap at random, whatever it costs."""
        free = np.arange(self.n) if self.fixed is None else np.flatnonzero(~self.fixed)
        for _ in range(times if len(free) > 1 else 0):
            i, j = rng.choice(free, 2, replace=False)
            if self.groups[i] != self.groups[j]:
                self._swap(int(i), int(j))

    def resize(self, rng: np.random.Generator) -> None:
        """Let one group grow at the cost of another, as far as both may go."""
        giver, taker = (int(group) for group in rng.choice(self.m, 2, replace=False))
        there = self.groups == giver
        if self.fixed is not None:
            there &= ~self.fixed
        free = np.flatnonzero(there)
        room = min(self.sizes[giver] - self.least[giver], self.most[taker] - self.sizes[taker])
        for element in rng.permutation(free)[: int(room)]:
            self._move(int(element), taker)

    def _best_swap(self, own: Matrix, best: float) -> tuple[tuple[int, int], float]:
        there = self.to.take(self.groups, axis=1)
        there -= own[:, None]
        gain = there + there.T
        gain -= self.loss
        i, j = divmod(int(gain.argmax()), self.n)
        self.forbidden = [one for one in self.forbidden if one[0] >= self.now]
        if self.forbidden and self.value + gain[i, j] <= best + 1e-9:
            who, where = (
                np.array(column) for column in list(zip(*self.forbidden, strict=True))[1:]
            )
            row, there_now = np.nonzero(self.groups[None, :] == where[:, None])
            gain[who[row], there_now] = gain[there_now, who[row]] = -np.inf
            i, j = divmod(int(gain.argmax()), self.n)
        return (i, j), float(gain[i, j])

    def _best_move(self, own: Matrix, best: float) -> tuple[tuple[int, int], float]:
        gain = self.to - own[:, None]
        gain[np.arange(self.n), self.groups] = -np.inf
        gain[:, self.sizes >= self.most] = -np.inf
        gain[(self.sizes <= self.least)[self.groups]] = -np.inf
        if self.fixed is not None:
            gain[self.fixed] = -np.inf
        gain[(self.until >= self.now) & (self.value + gain <= best + 1e-9)] = -np.inf
        i, group = divmod(int(gain.argmax()), self.m)
        return (i, group), float(gain[i, group])

    def _forbid(self, element: int, until: int) -> None:
        self.until[element, self.groups[element]] = until
        self.forbidden.append((until, element, int(self.groups[element])))

    def _swap(self, i: int, j: int) -> None:
        g, h = self.groups[i], self.groups[j]
        self.value += float(
            self.to[i, h] - self.to[i, g] + self.to[j, g] - self.to[j, h] - self.twice[i, j]
        )
        apart = self.distance[:, j] - self.distance[:, i]
        self.to[:, g] += apart
        self.to[:, h] -= apart
        self.groups[i], self.groups[j] = h, g
        self._relabel(i)
        self._relabel(j)

    def _move(self, i: int, group: int) -> None:
        left = self.groups[i]
        self.value += float(self.to[i, group] - self.to[i, left])
        self.to[:, left] -= self.distance[:, i]
        self.to[:, group] += self.distance[:, i]
        self.sizes[left] -= 1
        self.sizes[group] += 1
        self.groups[i] = group
        self._relabel(i)

    def _relabel(self, i: int) -> None:
        """Element i is in another group than it was: with whom it can be swapped."""
        barred = self.groups == self.groups[i]
        if self.fixed is not None:
            barred |= self.fixed
        self.loss[i] = self.loss[:, i] = np.where(barred, np.inf, self.twice[i])
