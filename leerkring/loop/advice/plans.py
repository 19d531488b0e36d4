"""A plan: which offers, for which teams, in which order. Pure data."""

from dataclasses import dataclass

from leerkring.loop.advice.offers import Offer


@dataclass(frozen=True)
class Terms:
    """What a plan must keep to, and how needs are weighed.

    budget              whole euro
    bonus               a competence that a team asked for counts 1 + bonus times its chance
    least_chance        a team does not take part for a need less likely than this, unless it asked
    assumed_members     size of a team whose size is unknown
    half_days_per_team  most half days of training in one team; None for no limit
    nodes               bound on the search, in branch-and-bound nodes, so that the same input gives
                        the same plan on every machine (a bound in seconds would not)
    """

    budget: int
    bonus: float = 0.5
    least_chance: float = 0.25
    assumed_members: int = 14
    half_days_per_team: int | None = None
    nodes: int = 2000


@dataclass(frozen=True)
class PlanLine:
    """One offer that is given. `teams`: names, alphabetically. `cost` in whole euro."""

    order: int
    offer: Offer
    runs: int
    teams: tuple[str, ...]
    participants: int
    cost: int
    why: str


@dataclass(frozen=True)
class NotServed:
    """A team for which the plan holds nothing, and the reason."""

    team: str
    reason: str


@dataclass(frozen=True)
class Plan:
    """The best choice under the terms.

    covered        (team, competence) pairs that get an offer
    expected_gain  sum over those pairs of the chance of a need, times 1 + bonus where asked for
    proven         no other choice under these terms gains more
    gap            when not proven: by how much at most another choice could gain more, as a share
    cheapest       no choice with the same gain costs less
    assumed        names of teams whose size was unknown, alphabetically
    """

    budget: int
    lines: tuple[PlanLine, ...] = ()
    cost: int = 0
    covered: int = 0
    expected_gain: float = 0.0
    proven: bool = True
    gap: float = 0.0
    cheapest: bool = True
    not_served: tuple[NotServed, ...] = ()
    assumed: tuple[str, ...] = ()
