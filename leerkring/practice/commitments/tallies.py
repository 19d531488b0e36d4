"""What became of many promises, in numbers: no names, no order of better and worse."""

from collections.abc import Mapping
from dataclasses import dataclass

FEWEST = 5  # of fewer people what they keep to themselves is not counted
UNTOLD = 2  # of so many at least nobody reads how it ended

WORDS = (
    ("done", "gelukt"),
    ("under_way", "nog bezig"),
    ("differently", "anders gegaan"),
    ("let_go", "losgelaten"),
)


@dataclass(frozen=True)
class Tally:
    """How many promises ended how; `waiting` are those of which that is not known to readers."""

    done: int = 0
    under_way: int = 0
    differently: int = 0
    let_go: int = 0
    waiting: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.done + other.done,
            self.under_way + other.under_way,
            self.differently + other.differently,
            self.let_go + other.let_go,
            self.waiting + other.waiting,
        )

    @property
    def total(self) -> int:
        return self.looked_back + self.waiting

    @property
    def looked_back(self) -> int:
        return self.done + self.under_way + self.differently + self.let_go

    @property
    def parts(self) -> tuple[tuple[int, str], ...]:
        """(how many, what) of those that were looked back on, only what there is."""
        counted = tuple((getattr(self, name), word) for name, word in WORDS)
        return tuple((n, word) for n, word in counted if n)

    def sentence(self) -> str:
        """In words, for a paper.

        >>> Tally(done=2, let_go=1, waiting=1).sentence()
        'Van 4 voornemens: 2 gelukt, 1 losgelaten, van 1 weten we het nog niet.'
        >>> Tally().sentence()
        ''
        """
        if not self.total:
            return ""
        if not self.looked_back:
            return self.beneath()
        said = [f"{n} {word}" for n, word in self.parts]
        return f"Van {self._how_many}: {', '.join([*said, *self._unknown])}."

    def beneath(self) -> str:
        """In words, beneath the numbers of `parts`.

        >>> Tally(done=2, let_go=1, waiting=1).beneath()
        'Van 4 voornemens: van 1 weten we het nog niet.'
        >>> Tally(waiting=2).beneath()
        '2 voornemens. Hoe het ging, weten we nog niet.'
        """
        if not self.looked_back:
            return f"{self._how_many}. Hoe het ging, weten we nog niet."
        return f"Van {': '.join([self._how_many, *self._unknown])}."

    @property
    def _unknown(self) -> list[str]:
        return [f"van {self.waiting} weten we het nog niet"] if self.waiting else []

    @property
    def _how_many(self) -> str:
        return f"{self.total} {'voornemen' if self.total == 1 else 'voornemens'}"


def tally_of(counts: Mapping[str, int]) -> Tally:
    """From how many promises have each newest outcome; "" is none."""
    return Tally(
        done=counts.get("gelukt", 0),
        under_way=counts.get("bezig", 0),
        differently=counts.get("anders", 0),
        let_go=counts.get("los", 0),
        waiting=counts.get("", 0),
    )


def not_all_alike(counts: Mapping[str, int]) -> dict[str, int]:
    """Of promises that people keep to themselves: of at least `UNTOLD` of them nobody reads that
    they ended as the others did. If all ended alike, a count would tell how each did; if all but
    one did, it would tell that one. Those above it are among the ones nobody looked back on, so
    that it cannot be seen that they were moved.

    >>> not_all_alike({"los": 5})
    {'los': 3, '': 2}
    >>> not_all_alike({"gelukt": 3, "los": 1, "": 1})
    {'gelukt': 3, 'los': 1, '': 1}
    """
    most = max(sum(counts.values()) - UNTOLD, 0)
    told = {outcome: min(n, most) for outcome, n in counts.items() if outcome}
    return {**told, "": sum(counts.values()) - sum(told.values())}


def added(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {outcome: one.get(outcome, 0) + other.get(outcome, 0) for outcome in {*one, *other}}
