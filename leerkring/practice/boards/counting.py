"""What may be told of votes: nothing below k people, in tenths, and only in steps of k.

**Frozen at reveal.** While people answer one by one, a running count per option would tell each new
answer to whoever looks. So before the reveal only the number of answers is told, rounded down to a
multiple of k, whatever they say; at the reveal the votes are counted once and the outcome is kept.

**Afterwards in batches.** Votes that come in later (a phone was offline) wait until at least k of
them are there; then they are counted in together. A vote that was counted never changes. So what
is told at two moments differs by a batch of at least k people.

**Votes from paper** are typed in by the facilitator, who knows them. They may not fill a batch up:
the votes from phones in it are none, or at least k by themselves.

**In tenths.** A share is told in whole tenths and stops before its ends, as everywhere on the site
(`scans.coarsening`): "8 van de 10 of meer" under ten people, "9 van de 10 of meer" from there on,
so that nobody reads that everybody chose the same. The steps of a scale are told from ten people
on; below that its mean alone, to one decimal.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from leerkring.practice.scans.coarsening import coarsened, ends, may_show_spread


@dataclass(frozen=True)
class Told:
    """What is told of one table of votes; only this is kept.

    answered  people, rounded down to a multiple of k
    shares    per option, 0..1 in tenths between `lowest` and `highest`; empty where none are told
    means     the mean step of a scale, or the mean place of every option; empty for other kinds
    """

    answered: int
    lowest: float
    highest: float
    shares: tuple[float, ...] = ()
    means: tuple[float, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Told":
        return cls(**{**data, "shares": tuple(data["shares"]), "means": tuple(data["means"])})


def in_steps(n: int, k: int) -> int:
    """`n` people, rounded down to a multiple of k.

    >>> in_steps(9, 5), in_steps(10, 5)
    (5, 10)
    """
    return n // k * k


def is_batch(phones: int, typed: int, k: int) -> bool:
    """Whether these votes may be counted together; see above."""
    return phones + typed >= k and (phones == 0 or phones >= k)


def tell_choices(chosen: Sequence[Sequence[int]], options: int, k: int) -> Told:
    """Of every option, which part of the people chose it. `chosen`: per person the options."""
    n = len(chosen)
    counts = [sum(option in each for each in chosen) for option in range(options)]
    return Told(in_steps(n, k), *_ends(n), shares=_shares(counts, n))


def tell_scale(steps: Sequence[int], high: int, k: int) -> Told:
    """The mean of steps 1..high; from ten people on also which part chose each step."""
    n = len(steps)
    mean = coarsened(sum(steps) / n, 1, high)
    counts = [sum(step == each for each in steps) for step in range(1, high + 1)]
    shares = _shares(counts, n) if may_show_spread(n) else ()
    return Told(in_steps(n, k), *_ends(n), shares=shares, means=(mean,))


def tell_ranking(orders: Sequence[Sequence[int]], options: int, k: int) -> Told:
    """The mean place of every option, first is 1. `orders`: per person the options, best first."""
    n = len(orders)
    places = [sum(order.index(option) + 1 for order in orders) / n for option in range(options)]
    means = tuple(coarsened(place, 1, options) for place in places)
    return Told(in_steps(n, k), *_ends(n), means=means)


def _ends(n: int) -> tuple[float, float]:
    return (0.1, 0.9) if may_show_spread(n) else ends(0, 1)


def _shares(counts: Sequence[int], n: int) -> tuple[float, ...]:
    """In tenths, halves up, none beyond the ends."""
    lowest, highest = _ends(n)
    tenths = ((20 * count + n) // (2 * n) / 10 for count in counts)
    return tuple(min(max(share, lowest), highest) for share in tenths)
