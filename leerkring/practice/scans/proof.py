"""What a closed round is about to tell, laid before the ledger once more.

`freeze` lets through only what is safe by construction. This looks from the other side: it takes
every figure of a snapshot as the people it rests on, and lets the ledger try to single out fewer
than k of them. The two share no calculation, so a fault in one is seen by the other.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.ledger.ledger import Ledger, Refusal
from leerkring.practice.scans.ledger.released import Released, about
from leerkring.practice.scans.results import UnitResult
from leerkring.practice.scans.round_units import RoundTree, RoundUnit, round_tree
from leerkring.practice.scans.scales import Scale, scales_of
from leerkring.practice.scans.snapshot import Snapshot
from leerkring.practice.scans.statistics.scoring import recode, scale_scores

ROUND = "deze ronde"


def leak_in(
    snapshot: Snapshot, instrument: Instrument, answers: Answers, units: Sequence[RoundUnit]
) -> Refusal | None:
    """The ledger's refusal of this snapshot; None when it gives nobody away.

    `answers` and `units` are those that the snapshot was made of.
    """
    figures = list(figures_in(snapshot, instrument, answers, units))
    return Ledger(snapshot.k).would_leak(figures) if figures else None


def figures_in(
    snapshot: Snapshot, instrument: Instrument, answers: Answers, units: Sequence[RoundUnit]
) -> Iterator[Released]:
    """Every mean that the snapshot shows, as the people with a score in that unit and scale."""
    tree = round_tree(units)
    recoded = recode(instrument, answers.values)
    belongs = _units_of_people(tree, answers)
    shown = [(place, unit) for place, unit in enumerate(snapshot.units) if unit.is_shown]
    for scale in scales_of(instrument):
        has_score = ~np.isnan(scale_scores(recoded, scale.columns))
        for place, unit in shown:
            if _tells(unit, scale):
                yield about(np.flatnonzero(has_score & belongs[place]), scale.name, ROUND)


def _tells(unit: UnitResult, scale: Scale) -> bool:
    if scale.competence is None:
        return scale.dimension in unit.dimensions
    return scale.competence in unit.competences


def _units_of_people(tree: RoundTree, answers: Answers) -> NDArray[np.bool_]:
    """(units, people): who belongs to a unit, itself or through the units under it."""
    belongs = np.zeros((len(tree), len(answers)), dtype=bool)
    place = tree.places_of_teams(answers.teams)[answers.team]
    people = np.arange(len(answers))
    while len(people):
        belongs[place, people] = True
        place = tree.parents[place]
        people, place = people[place >= 0], place[place >= 0]
    return belongs
