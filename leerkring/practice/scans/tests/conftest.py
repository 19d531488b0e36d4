"""Plain factories: an instrument of six statements, teams, a round, answers."""

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import pytest

from leerkring.network.people.actions import take_in_teams
from leerkring.network.people.models import Team
from leerkring.network.people.team_files import TeamRow
from leerkring.practice.scans.actions import open_round
from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.models import Round


@pytest.fixture
def six() -> Instrument:
    """Two statements a dimension, answered on 1..5."""
    items = tuple(
        Item(f"{d.label}{n}", d, f"{d.value}-zaak", f"Stelling {n} over {d.label}.", n == 2)
        for d in Dimension
        for n in (1, 2)
    )
    return Instrument("Zes", "1", items, 1, 5, dict.fromkeys(Dimension, 3.5))


@pytest.fixture
def teams_named(db: None) -> Callable[..., list[Team]]:
    def make(
        *names: str, organisation: str = "Dichtbij", municipality: str = "Merestad"
    ) -> list[Team]:
        return take_in_teams(
            [TeamRow(name, organisation, "", municipality, 12, 2) for name in names]
        )

    return make


@pytest.fixture
def opened(six: Instrument) -> Callable[[Sequence[Team]], Round]:
    def make(teams: Sequence[Team]) -> Round:
        return open_round(name="Najaar", instrument=six, teams=teams, on=date(2026, 10, 5))

    return make


@pytest.fixture
def given(six: Instrument) -> Callable[..., Answers]:
    """`given({"noord": 12})`: twelve people in Noord answered, each a little differently."""

    def make(people: dict[str, int], seed: int = 1) -> Answers:
        numbers = np.repeat(np.arange(len(people)), list(people.values()))
        draw = np.random.default_rng(seed)
        values = draw.integers(1, 6, (len(numbers), len(six.items)), dtype=np.uint8)
        return Answers(tuple(people), numbers, values)

    return make
