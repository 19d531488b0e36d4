"""The ledger of releases: what was published, and what may still be published beside it.

A figure is a sum over persons of what they answered (see `released`). Readers hold everything in
the ledger and can add, subtract and weigh. **The rule:** no combination of the figures, other than
zero, lies on 1..k-1 people, whatever the items and rounds. Weighted sums count as well: half of one
person's answer is that person's answer. For figures that form a tree this is the rule of `release`;
reasons, proofs and limits stand in docs/decisions/0009-ledger.md.

Who is in which set decides, never what they answered: a refusal cannot give an answer away.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leerkring.practice.scans.ledger.atoms import merged
from leerkring.practice.scans.ledger.cells import bundles
from leerkring.practice.scans.ledger.figure_rows import FigureRows, figure_rows
from leerkring.practice.scans.ledger.released import Numbers, Released
from leerkring.practice.scans.ledger.spaces import Undecided, Work
from leerkring.practice.scans.ledger.spans import leaks
from leerkring.practice.scans.release import reason

EFFORT = 12_000_000_000  # some seconds: about 1,500 overlapping figures that all hang together


@dataclass(frozen=True)
class Refusal:
    """Why not, in one Dutch sentence: the same for every refusal with this k.

    decided  False when the bound on the work was reached: then there may have been no harm in it
    """

    sentence: str
    decided: bool = True


@dataclass(frozen=True, eq=False)
class Ledger:
    """Everything that one kind of reader could see; k holds for all of it together.

    heads   how many people each number in the figures stands for, (highest + 1,); one when None
    effort  bound on the work of one check, in multiplications; beyond it the answer is no

    Raises ValueError for k below 2.
    """

    k: int
    released: tuple[Released, ...] = ()
    heads: Numbers | None = None
    effort: int = EFFORT

    def __post_init__(self) -> None:
        if self.k < 2:
            raise ValueError(f"k must be at least 2, not {self.k}")

    def plus(self, new: Iterable[Released]) -> "Ledger":
        """With these released as well, whatever they show: ask `would_leak` first."""
        return replace(self, released=(*self.released, *new))

    def has_enough(self, figure: Released) -> bool:
        """Whether a figure by itself is about k people or more."""
        people = figure.persons if self.heads is None else self.heads[figure.persons]
        return (len(people) if self.heads is None else int(people.sum())) >= self.k

    def would_leak(self, new: Iterable[Released]) -> Refusal | None:
        """Why these may not be released, together and beside all that was; None when they may.

        A figure about nobody is refused as well: else it would look different from one about too
        few. What was released before may always be released again.
        """
        asked = tuple(new)
        if not all(self.has_enough(figure) for figure in asked):
            return Refusal(reason(self.k))
        work = Work(self.effort)
        try:
            if any(leaks(rows, self.k, work) for rows in self._rows(asked)):
                return Refusal(reason(self.k))
        except Undecided:
            return Refusal(reason(self.k), decided=False)
        return None

    def _rows(self, asked: Sequence[Released]) -> Iterator[FigureRows]:
        """What must be looked at together, for each stretch in which something is new."""
        known = {_identity(figure): figure for figure in self.released}
        fresh = {_identity(f): f for f in asked if _identity(f) not in known}
        every = [*fresh.values(), *known.values()]
        kinds = {_kind(figure): figure.cells for figure in every}
        place = {kind: i for i, kind in enumerate(kinds)}
        for bundle in bundles(list(kinds.values())):
            row = dict(zip(bundle.members, bundle.coordinates, strict=True))
            new = [f for f in fresh.values() if place[_kind(f)] in row]
            old = [f for f in known.values() if place[_kind(f)] in row]
            if new:
                near = [*new, *_reached(new, old)]
                atoms = merged([figure.persons for figure in near], self.heads)
                yield figure_rows(atoms, np.array([row[place[_kind(f)]] for f in near]))


@dataclass(frozen=True)
class Admission:
    """Names of what may be published, in the order given; why the rest may not; the ledger then."""

    admitted: tuple[str, ...]
    refused: dict[str, Refusal]
    ledger: Ledger


def admit(ledger: Ledger, requests: Mapping[str, Sequence[Released]]) -> Admission:
    """One by one, in the order given, let in what still can be. A request is let in as a whole.

    What is safe together is safe in parts, so a run of requests that is safe as a whole is let in
    at once and one that is not is halved: the outcome is that of asking one by one.
    """
    refused = {
        name: Refusal(reason(ledger.k))
        for name, figures in requests.items()
        if not all(ledger.has_enough(figure) for figure in figures)
    }
    waiting = [[name for name in requests if name not in refused]]
    admitted: list[str] = []
    while waiting:
        names = waiting.pop()
        new = [figure for name in names for figure in requests[name]]
        refusal = ledger.would_leak(new)
        if refusal is None:
            ledger = ledger.plus(new)
            admitted += names
        elif len(names) == 1:
            refused[names[0]] = refusal
        else:
            half = len(names) // 2
            waiting += [names[half:], names[:half]]
    return Admission(tuple(admitted), {n: refused[n] for n in requests if n in refused}, ledger)


def _kind(figure: Released) -> tuple[object, ...]:
    return (figure.items, figure.rounds, figure.since)


def _identity(figure: Released) -> tuple[object, ...]:
    return (_kind(figure), figure.persons.tobytes())


def _reached(new: Sequence[Released], old: Sequence[Released]) -> list[Released]:
    """Which of the old figures share people with the new ones, directly or through others."""
    top = max(int(figure.persons[-1]) + 1 for figure in (*new, *old) if len(figure.persons))
    seen = np.zeros(top, dtype=bool)
    near: list[Released] = []
    found, left = list(new), list(old)
    while found:
        rest: list[Released] = []
        for figure in found:
            seen[figure.persons] = True
        found = []
        for figure in left:
            (found if seen[figure.persons].any() else rest).append(figure)
        near, left = near + found, rest
    return near
