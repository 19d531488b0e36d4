"""What came back of a plan: who can, who cannot, who is silent, and who was not asked yet."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Duty:
    """What one person has to do at a half-day of a plan: `what` says it, `says` is their answer.

    `half_day` is its row. `unasked` is why nobody could ask them about it yet; "" when they were
    asked.
    """

    half_day: Any
    what: str
    says: str
    unasked: str = ""


@dataclass(frozen=True)
class PersonLine:
    """A facilitator or chair, with what they cannot do or did not answer.

    `person` is their row in the week. `is_solved`: in the proposal that waits they need not come
    there any more.
    """

    person: Any
    duties: tuple[Duty, ...]
    is_solved: bool = False


@dataclass(frozen=True)
class TeamLine:
    participation: int
    name: str
    yes: int
    no: int
    silent: int


@dataclass(frozen=True)
class Unasked:
    """People of whom nothing was asked yet, for one and the same reason."""

    why: str
    people: tuple[PersonLine, ...]


@dataclass(frozen=True)
class Answers:
    """What came back of the plan in force, about moments that are still to come.

    `can` are the people who said yes to something. Nobody in any of the four: there is no one to
    answer, which is not the same as everybody having answered.
    """

    can: tuple[PersonLine, ...]
    cannot: tuple[PersonLine, ...]
    silent: tuple[PersonLine, ...]
    unasked: tuple[Unasked, ...]
    teams: tuple[TeamLine, ...]

    @property
    def concern_nobody(self) -> bool:
        return not (self.can or self.cannot or self.silent or self.unasked)

    @property
    def are_all_yes(self) -> bool:
        """Of whoever was asked: others may still have to be."""
        return bool(self.can) and not self.cannot and not self.silent

    @property
    def are_complete(self) -> bool:
        return self.are_all_yes and not self.unasked
