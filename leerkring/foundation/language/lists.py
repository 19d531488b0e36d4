"""The word lists of this room, from the folder `words`."""

import csv
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a list with a head, by the names in that head."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a list without a head; a line may hold several, # begins a remark."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())
