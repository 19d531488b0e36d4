"""What keeps a team, a facilitator, a room and a half-day apart."""

from collections.abc import Iterable

from leerkring.practice.planning.timetable import Facilitator, Room, Team, Week


def fits(team: Team, facilitator: Facilitator) -> bool:
    """Whether a rule keeps the two apart: the skill that it needs, and not their own colleagues."""
    return has_skill(team, facilitator) and not is_own(team, facilitator)


def has_skill(team: Team, facilitator: Facilitator) -> bool:
    return not team.needs or team.needs in facilitator.skills


def is_own(team: Team, facilitator: Facilitator) -> bool:
    return bool(team.organisation) and team.organisation == facilitator.organisation


def holds(room: Room, team: Team) -> bool:
    return not room.seats or team.size <= room.seats


def chaired(week: Week) -> frozenset[int]:
    """The half-days at which there can be a day chair."""
    if not week.chairs:
        return frozenset(range(len(week.half_days)))
    return frozenset().union(*(chair.free for chair in week.chairs))


def listed(names: Iterable[object]) -> str:
    """«A, B en C»."""
    words = [str(name) for name in names]
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
