"""The answers of one round, as arrays: one row a person, one byte an answer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

NOT_ANSWERED = 0
DONT_KNOW = 255


@dataclass(frozen=True)
class Answers:
    """Who answered what, without who they are.

    teams   names of the teams, in the order of `team`'s numbers
    team    (persons,) integers: index into `teams`
    values  (persons, items) uint8: 0 not answered, 1..A the answer minus `low` plus 1,
            255 "weet ik niet"; columns in the order of the instrument's items
    """

    teams: tuple[str, ...]
    team: NDArray[np.intp]
    values: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.values)
