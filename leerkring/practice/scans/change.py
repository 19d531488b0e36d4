"""What changed since the previous round: of a whole unit, and of the same people in a team.

**The rule.** A change is clear when it is more than 1.96 times its standard error: the reliable
change of Jacobson & Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19, with the
standard error of a difference of two means in the place of that of one person's two scores.

A whole unit is compared as two groups that know nothing of each other, SE² = SE₁² + SE₂². Most
people are in both, and answer alike, so the real error is smaller: this is careful on purpose. Both
means and both errors are taken *as shown*. So the change adds nothing to what a reader can see, and
a reader can check it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from leerkring.practice.scans.coarsening import coarsened, ends, may_show_spread
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import Change, ScaleResult, UnitResult, Verdict
from leerkring.practice.scans.statistics.variance import moments
from leerkring.practice.scans.unit_means import LEAST_ERROR, team_means

CLEAR = 1.96
NO_CHANGE = "We vergelijken alleen wat in beide rondes hetzelfde is gevraagd en wat we mogen tonen."


@dataclass(frozen=True)
class Pair:
    """Somebody nameless of a team who chose to be compared: now less before, per dimension."""

    team: str
    change: Mapping[Dimension, float]


def verdict(difference: float, error: float) -> Verdict:
    """In three steps; exactly on the line is no clear difference."""
    if abs(difference) <= CLEAR * error:
        return Verdict.SAME
    return Verdict.FORWARD if difference > 0 else Verdict.BACK


def comparable(before: Instrument, now: Instrument) -> frozenset[Dimension]:
    """The dimensions that were asked in exactly the same way: scale, statements, direction."""
    if (before.low, before.high) != (now.low, now.high):
        return frozenset()
    return frozenset(
        dimension
        for dimension in now.dimensions
        if _asked(now, dimension) == _asked(before, dimension)
    )


def whole_changes(
    before: UnitResult, now: UnitResult, instrument: Instrument, among: Collection[Dimension]
) -> dict[Dimension, Change]:
    """The change of a unit in those dimensions `among` that both rounds show."""
    both = [d for d in now.dimensions if d in before.dimensions and d in among]
    scale = (instrument.low, instrument.high)
    return {d: _between(before.dimensions[d], now.dimensions[d], scale) for d in both}


def same_people_changes(
    pairs: Sequence[Pair], shown: Mapping[Dimension, Collection[str]], instrument: Instrument
) -> dict[str, dict[Dimension, Change]]:
    """Per team the mean change of the people who chose to be compared, where it is `shown`.

    Shrunken like any mean of teams; under ten teams a team's own, with a t interval (`team_means`).
    Nothing is told of a dimension when fewer than ten people are behind all its teams together:
    their spread would be about them. The standard error is not told, as it would count the people.
    """
    found: dict[str, dict[Dimension, Change]] = {}
    width = float(instrument.high - instrument.low)
    for dimension in instrument.dimensions:
        teams = sorted(shown.get(dimension, ()))
        here = [pair for pair in pairs if pair.team in teams and dimension in pair.change]
        if not may_show_spread(len(here)):
            continue
        change = np.array([pair.change[dimension] for pair in here])
        team = np.array([teams.index(pair.team) for pair in here], dtype=np.intp)
        data = moments(np.round(change, 12), team, len(teams))  # 12: equal must stay equal
        means = team_means(data, data.n > 0, instrument.options)
        for name, mean, error in zip(teams, means.mean, means.error, strict=True):
            told = coarsened(float(mean), -width, width)
            found.setdefault(name, {})[dimension] = Change(
                told, None, verdict(told, max(float(error), LEAST_ERROR))
            )
    return found


def in_words(change: Change) -> str:
    """For a reader: "duidelijk vooruit (+0,4)"."""
    if change.at_end or change.verdict is Verdict.SAME:
        return change.verdict.value
    sign = "+" if change.difference > 0 else "−"
    figure = f"{abs(change.difference):.1f}".replace(".", ",")
    return f"{change.verdict.value} ({sign}{figure})"


def _between(before: ScaleResult, now: ScaleResult, scale: tuple[float, float]) -> Change:
    difference = round(now.mean - before.mean, 1)
    error = round(float(np.hypot(before.standard_error, now.standard_error)), 2)
    lowest, highest = ends(*scale)
    at_end = any(not lowest < mean < highest for mean in (before.mean, now.mean))
    return Change(difference, error, verdict(difference, error), at_end)


def _asked(instrument: Instrument, dimension: Dimension) -> set[tuple[str, str, bool]]:
    return {
        (item.code, item.statement, item.reversed)
        for item in instrument.items
        if item.dimension is dimension
    }
