"""What is different between two timetables, and who must hear of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from leerkring.practice.planning.timetable import Placement


@dataclass(frozen=True)
class Change:
    """What happens to the session of a team; None where it has no place."""

    team: str
    before: Placement | None
    after: Placement | None

    @property
    def moves_in_time(self) -> bool:
        """Whether the team itself must come at another time, or not at all."""
        return (self.before and self.before.half_day) != (self.after and self.after.half_day)

    @property
    def changes_facilitator(self) -> bool:
        return (self.before and self.before.facilitator) != (self.after and self.after.facilitator)


def changes(before: Mapping[str, Placement], after: Mapping[str, Placement]) -> tuple[Change, ...]:
    """The sessions that differ, by team."""
    teams = sorted(before.keys() | after.keys())
    return tuple(
        Change(team, before.get(team), after.get(team))
        for team in teams
        if before.get(team) != after.get(team)
    )


@dataclass(frozen=True)
class Call:
    """Somebody to be called: a facilitator with sessions won and lost, or a team."""

    who: str
    is_team: bool
    won: tuple[Placement, ...] = ()
    lost: tuple[Placement, ...] = ()


def calls(changed: tuple[Change, ...], *, ill: str = "") -> tuple[Call, ...]:
    """Facilitators who get, lose or move a session, then teams that come at another time.

    Who is ill is not called; another room is told by a notice.
    """
    won: dict[str, list[Placement]] = {}
    lost: dict[str, list[Placement]] = {}
    for change in changed:
        if not (change.moves_in_time or change.changes_facilitator):
            continue
        if change.after:
            won.setdefault(change.after.facilitator, []).append(change.after)
        if change.before:
            lost.setdefault(change.before.facilitator, []).append(change.before)
    people = [
        Call(who, False, tuple(won.get(who, ())), tuple(lost.get(who, ())))
        for who in sorted((won.keys() | lost.keys()) - {ill})
    ]
    teams = [
        Call(c.team, True, (c.after,) if c.after else (), (c.before,) if c.before else ())
        for c in changed
        if c.moves_in_time
    ]
    return (*people, *teams)
