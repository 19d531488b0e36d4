"""Figures as the ledger is kept: how many people of which team, and no person at all.

Within a team nobody can be told from anybody, so of a set of people only the number in each team
matters. A scale is judged by itself, so its sets need not agree with those of another scale. From
the numbers the ledger's sets are made again; who can be the same person in two rounds is then:

- **Joined**: in a figure about "the same people" of two rounds, one number in both.
- **Everybody else of a team**: numbered from nought in every round, as if the smaller group were
  part of the larger. Nobody knows who of them stayed. In truth a combination lies on at least as
  many people as on the largest of its rounds, and that is how many are counted here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leerkring.practice.scans.ledger.ledger import Ledger, Refusal
from leerkring.practice.scans.ledger.released import Released, about

Block = tuple[str, ...]  # people of a team; or of a team, an earlier and a later round


@dataclass(frozen=True)
class Kept:
    """A figure about one scale in one round.

    people  how many of each team are in it; a team of the unit without any has 0
    since   the earlier round, for how much the same people changed
    """

    scale: str
    round: str
    people: Mapping[str, int]
    since: str | None = None

    @property
    def rounds(self) -> tuple[str, ...]:
        return (self.round,) if self.since is None else (self.since, self.round)


def numbered(figures: Sequence[Kept]) -> list[Released]:
    """The same figures as sets of people.

    Raises ValueError when more people are the same than answered, or when a team's round is in two
    comparisons of the same people (see `is_first`).
    """
    same = _same_people(figures)
    parts = [list(_parts(figure, same)) for figure in figures]
    size: dict[Block, int] = {}
    for block, heads in (part for each in parts for part in each):
        if heads < 0:
            raise ValueError("more people are the same than answered")
        size[block] = max(heads, size.get(block, 0))
    ends = np.cumsum([0, *size.values()]).tolist()
    begin = dict(zip(size, ends, strict=False))
    nobody = np.empty(0, dtype=np.int64)
    return [
        about(
            np.concatenate([nobody, *(begin[block] + np.arange(heads) for block, heads in each)]),
            {figure.scale},
            figure.round,
            since=figure.since,
        )
        for figure, each in zip(figures, parts, strict=True)
    ]


def refusal(known: Sequence[Kept], new: Sequence[Kept], k: int) -> Refusal | None:
    """Why `new` may not be told together and beside all that is `known`; None when it may."""
    if not new:
        return None
    known = _connected(known, new)
    sets = numbered([*known, *new])
    return Ledger(k, tuple(sets[: len(known)])).would_leak(sets[len(known) :])


def is_first(known: Sequence[Kept], asked: Kept) -> bool:
    """Whether no comparison of the same people touches this team, scale and either round yet.

    Two that share a round would ask who is in both of them, and that is not kept.
    """
    same = _same_people([figure for figure in known if figure.scale == asked.scale])
    return not any(
        (asked.scale, team, round) in same for team in asked.people for round in asked.rounds
    )


def may_compare(known: Sequence[Kept], asked: Kept, k: int) -> bool:
    """Whether a change of the same people of one team may be told beside all that is `known`.

    Only when the team itself is shown in both rounds: then its figures are a direct summand of all
    others, and only they need to be looked at; somebody who moved between teams makes no
    difference either.
    """
    (team, heads), *others = asked.people.items()
    known = [f for f in known if f.scale == asked.scale and list(f.people) == [team]]
    shown = {figure.round: figure.people[team] for figure in known if figure.since is None}
    if others or not all(shown.get(round, 0) >= heads for round in asked.rounds):
        return False
    return is_first(known, asked) and refusal(known, [asked], k) is None


def _connected(known: Sequence[Kept], new: Sequence[Kept]) -> list[Kept]:
    """The known figures that can hang together with the new ones: only a comparison joins rounds,
    and a scale is judged by itself."""
    scales = {figure.scale for figure in new}
    near = [figure for figure in known if figure.scale in scales]
    rounds, more = set[str](), {round for figure in new for round in figure.rounds}
    while more - rounds:
        rounds |= more
        joined = (figure.rounds for figure in near if figure.since is not None)
        more = {round for pair in joined if rounds & set(pair) for round in pair}
    return [figure for figure in near if rounds & set(figure.rounds)]


def _same_people(figures: Sequence[Kept]) -> dict[tuple[str, str, str], tuple[Block, int]]:
    """(scale, team, round) -> who of them are the same in another round, and how many."""
    found: dict[tuple[str, str, str], tuple[Block, int]] = {}
    for figure in figures:
        if figure.since is None:
            continue
        for team, heads in figure.people.items():
            block = (team, figure.since, figure.round)
            for round in figure.rounds:
                known = found.setdefault((figure.scale, team, round), (block, heads))
                if known != (block, heads):
                    raise ValueError("a round of a team is in two comparisons of the same people")
    return found


def _parts(
    figure: Kept, same: Mapping[tuple[str, str, str], tuple[Block, int]]
) -> Iterator[tuple[Block, int]]:
    """A figure's people, as the first so many of blocks of numbers."""
    for team, heads in figure.people.items():
        block, joined = same.get((figure.scale, team, figure.round), ((team, "", ""), 0))
        if joined:
            yield block, joined
        if figure.since is None:
            yield (team,), heads - joined
