"""What a closed round is about to tell, laid before the ledger once more.

`freeze` lets through only what is safe by construction. This looks from the other side: it takes
every figure of a snapshot as the people it rests on, and lets the ledger try to single out fewer
than k of them, beside everything told before. The two share no calculation, so a fault in one is
seen by the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from leerkring.practice.scans.answers import NOT_ANSWERED, Answers
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.ledger.kept import Kept, refusal
from leerkring.practice.scans.ledger.ledger import Refusal
from leerkring.practice.scans.ledger.released import ANSWERED
from leerkring.practice.scans.results import UnitResult
from leerkring.practice.scans.round_units import RoundTree, RoundUnit, round_tree
from leerkring.practice.scans.scales import Scale, scales_of
from leerkring.practice.scans.snapshot import Snapshot
from leerkring.practice.scans.statistics.scoring import recode, scale_scores

ROUND = "deze ronde"


@dataclass(frozen=True)
class Told:
    """A figure, and the unit that it is told of."""

    unit: UnitResult
    figure: Kept


def leak_in(
    snapshot: Snapshot,
    instrument: Instrument,
    answers: Answers,
    units: Sequence[RoundUnit],
    *,
    known: Sequence[Kept] = (),
    round: str = ROUND,
) -> Refusal | None:
    """The ledger's refusal of this snapshot beside what is `known`; None when it may be told.

    `answers` and `units` are those that the snapshot was made of.
    """
    new = [told.figure for told in figures_in(snapshot, instrument, answers, units, round=round)]
    return refusal(known, new, snapshot.k)


def figures_in(
    snapshot: Snapshot,
    instrument: Instrument,
    answers: Answers,
    units: Sequence[RoundUnit],
    *,
    round: str = ROUND,
) -> Iterator[Told]:
    """Every mean that the snapshot shows, by how many people in each team have a score; and every
    count of answers, by how many in each team were asked."""
    tree = round_tree(units)
    recoded = recode(instrument, answers.values)
    teams = _teams_under(tree)
    shown = [(place, unit) for place, unit in enumerate(snapshot.units) if unit.is_shown]
    came = _per_team(answers, (answers.values != NOT_ANSWERED).any(axis=1))
    members = {unit.key: unit.members or 0 for unit in tree.units}
    for scale in scales_of(instrument):
        scored = _per_team(answers, ~np.isnan(scale_scores(recoded, scale.columns)))
        for place, unit in shown:
            if _tells(unit, scale):
                people = {team: scored.get(team, 0) for team in teams[place]}
                yield Told(unit, Kept(scale.name, round, people))
    for place, unit in shown:
        if unit.answered is not None:
            # More can answer than were asked by mail; then the count is about those who did.
            asked = {team: max(members[team], came.get(team, 0)) for team in teams[place]}
            yield Told(unit, Kept(ANSWERED, round, asked))


def _tells(unit: UnitResult, scale: Scale) -> bool:
    if scale.competence is None:
        return scale.dimension in unit.dimensions
    return scale.competence in unit.competences


def _per_team(answers: Answers, chosen: np.ndarray) -> dict[str, int]:
    counts = np.bincount(answers.team[chosen], minlength=len(answers.teams))
    return dict(zip(answers.teams, counts.tolist(), strict=True))


def _teams_under(tree: RoundTree) -> list[list[str]]:
    """Per unit the teams in it, itself when it is one."""
    found: list[list[str]] = [[] for _ in tree.units]
    for place in np.flatnonzero(tree.is_team).tolist():
        above = place
        while above >= 0:
            found[above].append(tree.units[place].key)
            above = int(tree.parents[above])
    return found
