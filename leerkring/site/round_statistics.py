"""What a round's answers are worth, as one table for whoever looks after the questionnaire."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from leerkring.loop.programmes.intake import Intake, units_of
from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED
from leerkring.practice.scans.coarsening import coarsened
from leerkring.practice.scans.round_units import round_tree
from leerkring.practice.scans.snapshot import Snapshot
from leerkring.practice.scans.statistics.reliability import FEWEST_PERSONS
from leerkring.practice.scans.statistics.report import RawAnswers, report

FEWEST_TEAMS = 3  # of two, each could take itself off and see the other
DECIMALS = 4


def round_statistics(intake: Intake, snapshot: Snapshot) -> dict[str, Any]:
    """Reliability and differences between teams per dimension; nothing about one team.

    Only over the people of whom something is shown: beside the teams' own figures, one over
    everybody would tell about those who are left out. With so few people or teams that a figure
    would be about one of them, it is None. Means are coarsened as everywhere.
    """
    instrument, answers = intake.instrument, intake.answers
    chosen = _covered(intake, snapshot)[answers.team]
    enough = bool(chosen.any())
    values = answers.values[chosen] if enough else answers.values
    team = answers.team[chosen] if enough else answers.team
    missing = np.isin(values, (NOT_ANSWERED, DONT_KNOW))
    raw = RawAnswers(
        instrument.codes,
        np.where(missing, np.nan, values.astype(float) + instrument.low - 1),
        [answers.teams[place] for place in team],
        instrument.low,
        instrument.high,
    )
    columns = {
        d.label: [place for place, item in enumerate(instrument.items) if item.dimension is d]
        for d in instrument.dimensions
    }
    scales = {
        label: [instrument.codes[place] for place in places] for label, places in columns.items()
    }
    turned = [item.code for item in instrument.items if item.reversed]
    found = report(raw, scales, reversed_items=turned)
    for label, scale in found["scales"].items():
        complete = int((~missing[:, columns[label]]).all(axis=1).sum())
        found["scales"][label] = _told(scale, complete, enough, (instrument.low, instrument.high))
    if snapshot.respondents is None:  # nothing is shown, or a withheld team lies in the total
        found.update(respondents=None, groups=None)
    return found


def _told(
    scale: dict[str, Any], complete: int, enough: bool, ends: tuple[int, int]
) -> dict[str, Any]:
    """One scale without its teams, and without what too few people stand behind."""
    sizes = [group["n"] for group in scale["groups"].values() if group["n"]]
    told = {name: _rounded(value) for name, value in scale.items() if name != "groups"}
    if not enough or sum(sizes) < FEWEST_PERSONS or len(sizes) < FEWEST_TEAMS:
        return dict.fromkeys(told)
    if complete < FEWEST_PERSONS:
        told.update(alpha=None, alpha_ci=None, omega=None)
    mean = scale["reml"]["mean"]
    told["reml"]["mean"] = mean if mean is None else coarsened(mean, *ends)
    return told


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_rounded(part) for part in value]
    return value if value is None else round(value, DECIMALS)


def _covered(intake: Intake, snapshot: Snapshot) -> NDArray[np.bool_]:
    """Per team in the order of the answers: whether it, or a unit above it, is shown."""
    shown = {(unit.kind, unit.unit) for unit in snapshot.units if unit.is_shown}
    tree = round_tree(units_of(intake))
    known = np.array([(unit.kind, unit.key) in shown for unit in tree.units], dtype=bool)
    return tree.under(known)[tree.places_of_teams(intake.answers.teams)]
