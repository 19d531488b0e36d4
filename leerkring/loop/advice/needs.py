"""How many teams are likely to need a competence: a count with its uncertainty, never a ranking.

Every shown team carries a chance of lying under the target (`ScaleResult.probability_short`). The
number of teams under the target is then a sum of unequal coin tosses, which has the
Poisson-binomial distribution. Its mean is the sum of the chances; its interval is exact here (the
recursion of Howard 1972, as in Chen & Liu 1997, Statistica Sinica 7: 875-892).

All figures follow from team results that were already released, so no difference between two of
them can reveal something that was withheld. Wishes are counts of their own and do need a rule:
see `wishes`. The tosses are taken as independent; the teams share one estimated overall mean, which
makes the true interval slightly wider.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.results import UnitKind, UnitResult

LEVEL = 0.90
MINIMUM_TEAMS = 3
TOO_FEW_TEAMS = "Van te weinig teams in deze organisatie is een resultaat te zien."


@dataclass(frozen=True)
class Need:
    """One competence: teams with a likely need.

    expected    sum of the chances, in teams
    low, high   central interval at `LEVEL`, whole teams
    asked       how many teams asked for it; 0 also when too few asked to say so
    teams_used  shown teams that have a result on this competence
    """

    competence: str
    dimension: Dimension
    expected: float
    low: int
    high: int
    asked: int
    teams_used: int


@dataclass(frozen=True)
class OrganisationNeeds:
    """The needs of one organisation's teams: `used` of its `total` teams could be counted."""

    organisation: str
    used: int
    total: int
    needs: tuple[Need, ...]
    withheld: str | None = None


def poisson_binomial(probabilities: Sequence[float]) -> NDArray[np.float64]:
    """Chances of 0..n successes in n independent tosses with these chances; shape (n+1,).

    Raises ValueError for a chance outside 0..1.
    """
    chances = np.asarray(probabilities, dtype=np.float64)
    if not np.all((chances >= 0) & (chances <= 1)):
        raise ValueError("een kans ligt tussen 0 en 1")
    mass = np.zeros(chances.size + 1)
    mass[0] = 1.0
    for n, p in enumerate(chances, start=1):
        mass[1 : n + 1] = mass[1 : n + 1] * (1 - p) + mass[:n] * p
        mass[0] *= 1 - p
    return mass


def central_interval(mass: NDArray[np.float64], level: float = LEVEL) -> tuple[int, int]:
    """Smallest counts with at least (1-level)/2 and (1+level)/2 of `mass` at or under them."""
    below = np.cumsum(mass)
    # Rounding of the sum may keep the last value a hair under 1.
    edges = np.minimum([(1 - level) / 2, (1 + level) / 2], below[-1]) - 1e-12
    low, high = np.searchsorted(below, edges)
    return int(low), int(high)


def count_needs(
    teams: Sequence[UnitResult],
    instrument: Instrument,
    wishes: Mapping[str, int] | None = None,
    *,
    level: float = LEVEL,
) -> tuple[Need, ...]:
    """One `Need` per competence, in the order of the instrument. Withheld teams do not count."""
    asked = wishes or {}
    of = {item.competence: item.dimension for item in reversed(instrument.items)}
    needs = []
    for competence in instrument.competences:
        chances = [
            team.competences[competence].probability_short
            for team in teams
            if team.is_shown and competence in team.competences
        ]
        low, high = central_interval(poisson_binomial(chances), level)
        needs.append(
            Need(
                competence=competence,
                dimension=of[competence],
                expected=float(sum(chances)),
                low=low,
                high=high,
                asked=asked.get(competence, 0),
                teams_used=len(chances),
            )
        )
    return tuple(needs)


def needs_per_organisation(
    teams: Sequence[UnitResult],
    organisations: Sequence[UnitResult],
    organisation_of: Mapping[str, str],
    instrument: Instrument,
    wishes: Mapping[str, Mapping[str, int]] | None = None,
    *,
    minimum_teams: int = MINIMUM_TEAMS,
) -> tuple[OrganisationNeeds, ...]:
    """Needs per organisation, alphabetically.

    `organisation_of` maps a team's unit to its organisation's; `wishes` is keyed by organisation.
    An organisation is told about if its own result is shown, or at least `minimum_teams` of its
    teams are.
    """
    parts = []
    for organisation in sorted(organisations, key=alphabetical):
        own = [team for team in teams if organisation_of.get(team.unit) == organisation.unit]
        used = sum(team.is_shown for team in own)
        shown = used > 0 and (organisation.is_shown or used >= minimum_teams)
        asked = (wishes or {}).get(organisation.unit, {})
        parts.append(
            OrganisationNeeds(
                organisation=organisation.name,
                used=used if shown else 0,
                total=len(own),
                needs=count_needs(own, instrument, asked) if shown else (),
                withheld=None if shown else TOO_FEW_TEAMS,
            )
        )
    return tuple(parts)


def alphabetical(unit: UnitResult) -> tuple[str, str]:
    """Sort key: units only ever stand in the order of their names."""
    return unit.name.casefold(), unit.unit


def used_sentence(teams: Sequence[UnitResult]) -> str:
    """How much of the city the counts rest on."""
    total = sum(team.kind is UnitKind.TEAM for team in teams)
    used = sum(team.kind is UnitKind.TEAM and team.is_shown for team in teams)
    return f"Van {total} teams konden we er {used} gebruiken."
