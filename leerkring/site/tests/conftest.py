"""Rounds as they are handed over, on any scale."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from leerkring.loop.programmes.intake import Intake
from leerkring.network.people.slugs import slugs
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.instruments import Instrument

OWN = built_in()


def make_intake(teams: Sequence[tuple[str, int]], *, high: int = 5, answer: int = 0) -> Intake:
    """Teams with how many answered, all alike or drawn; `answer` is as a reader would mean it."""
    targets = {d: 1 + (target - 1) * (high - 1) / 4 for d, target in OWN.targets.items()}
    rows = tuple(
        TeamRow(name, "Dichtbij", "", "Merestad", answered + 1, place)
        for place, (name, answered) in enumerate(teams, 2)
    )
    team = np.repeat(np.arange(len(rows)), [answered for _, answered in teams])
    drawn = np.random.default_rng(5).integers(1, high + 1, (len(team), len(OWN.items)))
    if answer:
        meant = [high + 1 - answer if item.reversed else answer for item in OWN.items]
        drawn = np.tile(meant, (len(team), 1))
    keys = slugs([row.name for row in rows])
    instrument = Instrument(f"eigen tot {high}", "1", OWN.items, 1, high, targets)
    return Intake(instrument, rows, Answers(keys, team, drawn.astype(np.uint8)), slugs=keys)


@pytest.fixture(scope="session")
def intake_of() -> Callable[..., Intake]:
    return make_intake
