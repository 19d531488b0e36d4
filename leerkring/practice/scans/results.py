"""What a closed round says about a unit: frozen, released, ready to be read by anyone above.

Nothing here can be traced to a person: whatever may not be shown was left out before.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from leerkring.practice.scans.dimensions import Dimension

# How a group that is no team is called in a round of its own; no slug looks like it.
THE_GROUP = "*"


class UnitKind(StrEnum):
    """A group that is no team stands where a team stands: nothing is under it."""

    TEAM = "team"
    ORGANISATION = "organisatie"
    MUNICIPALITY = "gemeente"


class Audience(StrEnum):
    """For whom something may be: the team itself, or everyone."""

    TEAM = "team"
    PUBLIC = "openbaar"

    @property
    def label(self) -> str:
        return "het team" if self is Audience.TEAM else "iedereen"

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(audience.value, audience.label) for audience in cls]


class Accord(StrEnum):
    """How far the members of a unit see it the same way, in three steps."""

    AGREED = "eensgezind"
    MIXED = "deels eens"
    DIVIDED = "verdeeld"


@dataclass(frozen=True)
class ScaleResult:
    """One scale (a dimension or a competence) in one unit.

    mean               shrunken mean on the instrument's scale, rounded to one decimal and
                       coarsened at the ends of the scale
    standard_error     of that mean, same unit
    target             fixed before the round
    probability_short  chance that the unit lies under its target
    shortfall          expected distance under the target, in scale points
    accord             None where it may not or cannot be told
    """

    mean: float
    standard_error: float
    target: float
    probability_short: float
    shortfall: float
    accord: Accord | None = None


class Verdict(StrEnum):
    """How a unit stands beside the previous round."""

    FORWARD = "duidelijk vooruit"
    SAME = "geen duidelijk verschil"
    BACK = "duidelijk achteruit"


@dataclass(frozen=True)
class Change:
    """How much one dimension changed since the previous round.

    difference      of the two means, on the instrument's scale, one decimal
    standard_error  of that difference; None where it would count people (see `change`)
    verdict         in three steps
    at_end          a mean stands at the end of what is shown ("4,5 of hoger"): the difference can
                    be larger than this and is not told in figures
    """

    difference: float
    standard_error: float | None
    verdict: Verdict
    at_end: bool = False


@dataclass(frozen=True)
class UnitResult:
    """One unit's released result, or the reason why it is withheld.

    unit         key of the unit in its tree (a team's slug, an organisation's, a municipality's)
    answered     how many answered; None where that may not be told
    members      how many were asked
    more         for a pair of dimensions, the chance that the first falls shorter than the second,
                 from the same people's answers to both
    withheld     Dutch sentence; None when the result is shown
    change       beside the previous round, the whole unit; only dimensions shown in both
    same_people  beside the previous round, only who chose to be compared; teams only
    """

    unit: str
    name: str
    kind: UnitKind
    answered: int | None
    members: int | None
    dimensions: dict[Dimension, ScaleResult] = field(default_factory=dict)
    competences: dict[str, ScaleResult] = field(default_factory=dict)
    more: dict[tuple[Dimension, Dimension], float] = field(default_factory=dict)
    withheld: str | None = None
    change: dict[Dimension, Change] = field(default_factory=dict)
    same_people: dict[Dimension, Change] = field(default_factory=dict)

    @property
    def is_shown(self) -> bool:
        return self.withheld is None
