"""The week: which team meets when, in which room, with which facilitator, under which day chair.

What must be known beforehand (`Week`) and what comes out (`Timetable`). Half-days are counted from
0 in the order of time; everything else goes by its key.
"""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class HalfDay:
    """`day` numbers the days, `part` the parts of one: sessions in parts 0 and 1 touch."""

    day: int
    part: int
    name: str = ""

    def __str__(self) -> str:
        return self.name or f"dag {self.day + 1}, deel {self.part + 1}"


@dataclass(frozen=True)
class Team:
    """`needs`: what its facilitator must be at home in; `also`: what would be good besides.

    `size` 0 and `district` "" are unknown; no `prefers` means that any half-day will do.
    """

    key: str
    name: str = ""
    organisation: str = ""
    needs: str = ""
    also: frozenset[str] = frozenset()
    size: int = 0
    district: str = ""
    cannot: frozenset[int] = frozenset()
    prefers: frozenset[int] = frozenset()

    def __str__(self) -> str:
        return self.name or self.key


@dataclass(frozen=True)
class Facilitator:
    """Somebody who leads at most `most` sessions, at half-days of `free`."""

    key: str
    free: frozenset[int]
    skills: frozenset[str] = frozenset()
    most: int = 99
    name: str = ""
    organisation: str = ""

    def __str__(self) -> str:
        return self.name or self.key


@dataclass(frozen=True)
class Room:
    """One session at a time. `seats` 0: any team fits."""

    key: str
    free: frozenset[int]
    seats: int = 0
    district: str = ""
    name: str = ""

    def __str__(self) -> str:
        return self.name or self.key


@dataclass(frozen=True)
class Chair:
    """A day chair; the same key as a facilitator is the same person, in one place at a time."""

    key: str
    free: frozenset[int]
    most: int = 99
    name: str = ""

    def __str__(self) -> str:
        return self.name or self.key


@dataclass(frozen=True)
class Pin:
    """What a person decided about a team; None and "" leave the rest open. It wins from every
    rule but one: nobody, and no room, can be in two sessions at once."""

    team: str
    half_day: int | None = None
    facilitator: str = ""
    room: str = ""


@dataclass(frozen=True)
class Week:
    """Everything that is known beforehand. Without chairs, none is asked for.

    Raises ValueError for a key used twice, and for a pin or half-day that does not exist.
    """

    half_days: tuple[HalfDay, ...]
    teams: tuple[Team, ...]
    facilitators: tuple[Facilitator, ...]
    rooms: tuple[Room, ...]
    chairs: tuple[Chair, ...] = ()
    pins: tuple[Pin, ...] = ()

    def __post_init__(self) -> None:
        for kind in (self.teams, self.facilitators, self.rooms, self.chairs):
            if len({one.key for one in kind}) != len(kind):
                raise ValueError("a key is used twice")
        for pin in self.pins:
            if pin.team not in self.team:
                raise ValueError(f"a pin for a team that is not there: {pin.team}")
            if pin.facilitator and pin.facilitator not in self.facilitator:
                raise ValueError(f"a pin on somebody who is not there: {pin.facilitator}")
            if pin.room and pin.room not in self.room:
                raise ValueError(f"a pin on a room that is not there: {pin.room}")
        if not self._half_days_named() <= set(range(len(self.half_days))):
            raise ValueError("a half-day that is not there")

    def _half_days_named(self) -> set[int]:
        free: list[Facilitator | Room | Chair] = [*self.facilitators, *self.rooms, *self.chairs]
        named = {pin.half_day for pin in self.pins if pin.half_day is not None}
        return named.union(*(one.free for one in free), *(t.cannot | t.prefers for t in self.teams))

    @cached_property
    def team(self) -> dict[str, Team]:
        return {team.key: team for team in self.teams}

    @cached_property
    def facilitator(self) -> dict[str, Facilitator]:
        return {one.key: one for one in self.facilitators}

    @cached_property
    def room(self) -> dict[str, Room]:
        return {room.key: room for room in self.rooms}

    @cached_property
    def pin(self) -> dict[str, Pin]:
        """The pin of each team; of two, the first."""
        first: dict[str, Pin] = {}
        for pin in self.pins:
            first.setdefault(pin.team, pin)
        return first


@dataclass(frozen=True, order=True)
class Placement:
    """A session: this team, then, with that facilitator, in that room."""

    team: str
    half_day: int
    facilitator: str
    room: str


@dataclass(frozen=True)
class Unplaced:
    """A team without a place, and why: a Dutch sentence."""

    team: str
    reason: str


@dataclass(frozen=True)
class Timetable:
    """`placements` in the order of the teams; `chairs` as (half-day, key).

    No timetable costs less than `bound` (`timetable_costs`); at `cost` == `bound` it is proven.
    """

    placements: tuple[Placement, ...]
    chairs: tuple[tuple[int, str], ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    cost: int = 0
    bound: int = 0
    seconds: float = 0.0

    @property
    def is_proven(self) -> bool:
        return self.cost <= self.bound

    @property
    def gap(self) -> float:
        """How much more it may cost than the best there is, as a share of the bound."""
        return max(0, self.cost - self.bound) / max(1, self.bound)

    @cached_property
    def of(self) -> dict[str, Placement]:
        return {placement.team: placement for placement in self.placements}
