"""What is wrong with a session at a place, whoever put it there: the same for hand and machine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from leerkring.practice.planning.timetable import Placement, Week
from leerkring.practice.planning.timetable_rules import chaired, has_skill, holds, is_own


class ClashKind(StrEnum):
    """A letter each, so that a whole grid fits in a line. The first two cannot be."""

    ROOM_TAKEN = "z"
    LEAD_BUSY = "g"
    LEAD_AWAY = "a"
    TEAM_CANNOT = "t"
    OWN_ORGANISATION = "o"
    NO_SKILL = "k"
    OVER_MAXIMUM = "m"
    ROOM_CLOSED = "d"
    ROOM_SMALL = "p"
    NO_CHAIR = "v"

    @property
    def is_impossible(self) -> bool:
        return self in (ClashKind.ROOM_TAKEN, ClashKind.LEAD_BUSY)


@dataclass(frozen=True)
class Clash:
    """One thing wrong with the session of a team, as a Dutch sentence."""

    team: str
    kind: ClashKind
    sentence: str


def clashes_at(week: Week, others: Mapping[str, Placement], wanted: Placement) -> tuple[Clash, ...]:
    """What would be wrong with `wanted`, beside the sessions of the other teams in `others`."""
    team, lead = week.team[wanted.team], week.facilitator[wanted.facilitator]
    room, half_day = week.room[wanted.room], week.half_days[wanted.half_day]
    rest = [p for p in others.values() if p.team != wanted.team]
    same_time = [p for p in rest if p.half_day == wanted.half_day]
    found: list[tuple[ClashKind, str]] = []
    for p in same_time:
        if p.room == wanted.room:
            found.append((ClashKind.ROOM_TAKEN, f"{room} is dan voor {week.team[p.team]}."))
        if p.facilitator == wanted.facilitator:
            found.append((ClashKind.LEAD_BUSY, f"{lead} begeleidt dan {week.team[p.team]}."))
    if wanted.half_day not in lead.free:
        found.append((ClashKind.LEAD_AWAY, f"{lead} is er niet op {half_day}."))
    if wanted.half_day in team.cannot:
        found.append((ClashKind.TEAM_CANNOT, f"{team} kan niet op {half_day}."))
    if is_own(team, lead):
        found.append((ClashKind.OWN_ORGANISATION, f"{lead} werkt bij dezelfde organisatie."))
    if not has_skill(team, lead):
        words = f"{lead} is niet thuis in «{team.needs.capitalize()}»."
        found.append((ClashKind.NO_SKILL, words))
    if sum(p.facilitator == lead.key for p in rest) >= lead.most:
        found.append((ClashKind.OVER_MAXIMUM, f"{lead} zit al aan het maximum van {lead.most}."))
    if wanted.half_day not in room.free:
        found.append((ClashKind.ROOM_CLOSED, f"{room} is niet vrij op {half_day}."))
    if not holds(room, team):
        words = f"{room} heeft {room.seats} plaatsen; het team telt {team.size} mensen."
        found.append((ClashKind.ROOM_SMALL, words))
    if wanted.half_day not in chaired(week):
        found.append((ClashKind.NO_CHAIR, f"Er is geen dagvoorzitter op {half_day}."))
    return tuple(Clash(wanted.team, kind, words) for kind, words in found)


def all_clashes(week: Week, placements: Sequence[Placement]) -> tuple[Clash, ...]:
    """Everything that is wrong with a timetable; a clash of two is told of both."""
    others = {p.team: p for p in placements}
    return tuple(clash for p in placements for clash in clashes_at(week, others, p))
