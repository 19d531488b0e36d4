"""A closed round, frozen: everything it says about any unit, with what may not be shown left out.

Three gates in a row, each only narrowing: the unit (everybody who answered), the scale (everybody
with a score on it), and for the public only what a team may see as well. How many people have a
score on a scale is never told: next to the number that answered it would count those who skipped
it, and with the gate per scale nobody can subtract their way to those who did not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from leerkring.practice.scans.answers import NOT_ANSWERED, Answers
from leerkring.practice.scans.explanation import how_it_was_made
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.release import reason
from leerkring.practice.scans.results import ScaleResult, UnitKind, UnitResult
from leerkring.practice.scans.round_units import Mask, RoundTree, RoundUnit, round_tree
from leerkring.practice.scans.scale_figures import Pairs, Score, figures, more_figures
from leerkring.practice.scans.scales import (
    Reliability,
    Scale,
    deviations,
    reliability_of,
    scales_of,
)
from leerkring.practice.scans.statistics.scoring import recode, scale_scores

__all__ = ["RoundUnit", "Snapshot", "freeze", "freeze_for_both"]


@dataclass(frozen=True)
class Snapshot:
    """What a round says to one audience.

    units        in the order of the tree, withheld ones included
    method       Dutch: how the figures were made
    reliability  per scale α with its interval and ω; None under 30 people
    respondents  how many answered; None when a team is withheld, as for any whole with it inside
    """

    instrument_name: str
    instrument_version: str
    k: int
    units: tuple[UnitResult, ...]
    method: str
    reliability: dict[str, Reliability | None] = field(default_factory=dict)
    respondents: int | None = None

    @property
    def teams(self) -> tuple[UnitResult, ...]:
        return tuple(unit for unit in self.units if unit.kind is UnitKind.TEAM)

    def unit(self, key: str, kind: UnitKind | None = None) -> UnitResult:
        """The unit with this key; of several kinds the smallest. Raises KeyError."""
        found = [u for u in self.units if u.unit == key and kind in (None, u.kind)]
        if not found:
            raise KeyError(key)
        return min(found, key=lambda unit: list(UnitKind).index(unit.kind))


def freeze_for_both(
    instrument: Instrument,
    answers: Answers,
    units: Sequence[RoundUnit],
    *,
    k_team: int,
    k_public: int,
) -> tuple[Snapshot, Snapshot]:
    """For the teams themselves and for everyone; safe apart, and safe laid side by side."""
    team = freeze(instrument, answers, units, k=k_team)
    return team, freeze(instrument, answers, units, k=k_public, within=team)


def freeze(
    instrument: Instrument,
    answers: Answers,
    units: Sequence[RoundUnit],
    *,
    k: int,
    within: Snapshot | None = None,
) -> Snapshot:
    """What `answers` say about `units`, leaving out all that could point to fewer than k people.

    `within`: an earlier snapshot of the same units and answers; only what that shows may be shown.
    Someone without a single answer does not count as having answered.

    Raises ValueError for k below 2, a team outside the tree, units that are no tree, answers that
    are not on the scale, or a dimension without a target.
    """
    if k < 2:
        raise ValueError(f"k must be at least 2, not {k}")
    tree = round_tree(units)
    came = (answers.values != NOT_ANSWERED).any(axis=1)
    place = tree.places_of_teams(answers.teams)[answers.team[came]]
    recoded = recode(instrument, answers.values[came])
    answered = np.bincount(place, minlength=len(tree))
    among = tree.released(answered, k, _shown_in(within, tree))
    apart = deviations(recoded, place, len(tree), k)
    scores = [Score(s, scale_scores(recoded, s.columns), place) for s in scales_of(instrument)]
    found = [
        figures(tree, score, k, among & _shown_in(within, tree, score.scale), apart, instrument)
        for score in scores
    ]
    # A unit of which nothing can be shown looks like one of which nothing may be shown.
    shown = np.zeros(len(tree), dtype=bool)
    for each in found:
        shown[list(each.results)] |= each.scale.competence is None
    more = more_figures(tree, scores, k, shown)
    covered = tree.under(shown)
    hidden = tree.is_team & ~shown
    # Beside the counts of its teams, the count of a whole would tell how many answered in a
    # withheld one: nobody, for instance. So a whole with such a team in it tells no count.
    is_whole = tree.sums(hidden.astype(np.int64)) == 0
    counts = [int(n) if w else None for n, w in zip(tree.sums(answered), is_whole, strict=True)]
    return Snapshot(
        instrument_name=instrument.name,
        instrument_version=instrument.version,
        k=k,
        units=tuple(
            _result(unit, counts[i], [(f.scale, f.results.get(i)) for f in found], more.get(i))
            if shown[i]
            else UnitResult(unit.key, unit.name, unit.kind, None, None, withheld=reason(k))
            for i, unit in enumerate(tree.units)
        ),
        method=how_it_was_made(instrument, k, found),
        reliability={
            score.scale.name: reliability_of(recoded[covered[place]], score.scale)
            for score in scores
        },
        respondents=None if hidden.any() else int(answered.sum()) or None,
    )


def _result(
    unit: RoundUnit,
    answered: int | None,
    found: Sequence[tuple[Scale, ScaleResult | None]],
    more: Pairs | None,
) -> UnitResult:
    here = [(scale, result) for scale, result in found if result is not None]
    return UnitResult(
        unit=unit.key,
        name=unit.name,
        kind=unit.kind,
        answered=answered,
        members=unit.members if answered is not None else None,
        dimensions={scale.dimension: r for scale, r in here if scale.competence is None},
        competences={scale.competence: r for scale, r in here if scale.competence is not None},
        more=more or {},
    )


def _shown_in(within: Snapshot | None, tree: RoundTree, scale: Scale | None = None) -> Mask:
    if within is None:
        return np.ones(len(tree), dtype=bool)
    known = {(u.kind, u.unit): u for u in within.units if u.is_shown}
    found = [known.get((unit.kind, unit.key)) for unit in tree.units]
    if scale is None:
        return np.array([u is not None for u in found], dtype=bool)
    return np.array([u is not None and _has(u, scale) for u in found], dtype=bool)


def _has(result: UnitResult, scale: Scale) -> bool:
    if scale.competence is None:
        return scale.dimension in result.dimensions
    return scale.competence in result.competences
