"""A snapshot beside the previous round: which changes may be told, and what they add to the ledger.

The change of a whole unit is the difference of two figures that are out already and adds nothing.
That of the same people is a figure of its own, and the ledger judges it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from leerkring.practice.scans.change import Pair, comparable, same_people_changes, whole_changes
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.ledger.kept import Kept, may_compare
from leerkring.practice.scans.proof import Told
from leerkring.practice.scans.results import Change, UnitKind, UnitResult
from leerkring.practice.scans.snapshot import Snapshot

Key = tuple[UnitKind, str]
Teams = frozenset[str]


@dataclass(frozen=True)
class Earlier:
    """What the previous round told this audience.

    teams   the teams that each unit in the ledger was made of; a unit that is not there was never
            told, or before there was a ledger
    """

    round: str
    instrument: Instrument
    results: Mapping[Key, UnitResult]
    teams: Mapping[Key, Teams]


def beside(
    snapshot: Snapshot,
    told: Sequence[Told],
    earlier: Earlier,
    *,
    round: str,
    instrument: Instrument,
    pairs: Sequence[Pair] = (),
    known: Sequence[Kept] = (),
    within: Snapshot | None = None,
) -> tuple[Snapshot, tuple[Told, ...]]:
    """The snapshot with its changes, and what the changes of the same people add to the ledger.

    told     the figures of this snapshot, in round `round`
    known    all that this audience could see before
    within   what another audience gets; only changes of the same people in there may be shown
    """
    among = comparable(earlier.instrument, instrument)
    alone = _of_one_team([*known, *(each.figure for each in told)])
    asked = [
        figure
        for dimension in instrument.dimensions
        if dimension in among
        for figure in _same_people(pairs, dimension, earlier.round, round)
        if _is_in(within, figure)
        and may_compare(alone[figure.scale, *figure.people], figure, snapshot.k)
    ]
    shown = {d: {team for f in asked if f.scale == d for team in f.people} for d in among}
    same = same_people_changes(pairs, shown, instrument)
    now = {(each.unit.kind, each.unit.unit): frozenset(each.figure.people) for each in told}
    units = tuple(
        replace(
            unit,
            change=_whole(unit, earlier, now, instrument, among),
            same_people=same.get(unit.unit, {}) if unit.kind is UnitKind.TEAM else {},
        )
        for unit in snapshot.units
    )
    teams = {unit.unit: unit for unit in units if unit.same_people}
    added = tuple(
        Told(teams[team], figure)
        for figure in asked
        for team in figure.people
        if team in teams and Dimension(figure.scale) in teams[team].same_people
    )
    return replace(snapshot, units=units), added


def _of_one_team(figures: Sequence[Kept]) -> dict[tuple[str, ...], list[Kept]]:
    """The figures about one team only, by scale and team."""
    found: dict[tuple[str, ...], list[Kept]] = defaultdict(list)
    for figure in figures:
        if len(figure.people) == 1:
            found[figure.scale, *figure.people].append(figure)
    return found


def _whole(
    unit: UnitResult,
    earlier: Earlier,
    now: Mapping[Key, Teams],
    instrument: Instrument,
    among: Collection[Dimension],
) -> dict[Dimension, Change]:
    """Only when the unit is made of the same teams: otherwise it is another unit."""
    key = (unit.kind, unit.unit)
    before = earlier.results.get(key)
    if before is None or key not in now or earlier.teams.get(key) != now[key]:
        return {}
    return whole_changes(before, unit, instrument, among)


def _same_people(pairs: Sequence[Pair], dimension: Dimension, before: str, now: str) -> list[Kept]:
    """Per team the figure about who chose to be compared in a dimension."""
    counts: dict[str, int] = {}
    for pair in pairs:
        if dimension in pair.change:
            counts[pair.team] = counts.get(pair.team, 0) + 1
    return [Kept(dimension.value, now, {team: n}, before) for team, n in sorted(counts.items())]


def _is_in(within: Snapshot | None, figure: Kept) -> bool:
    if within is None:
        return True
    return all(
        Dimension(figure.scale) in within.unit(team, UnitKind.TEAM).same_people
        for team in figure.people
    )
