"""Which facilitators, half-days and rooms are open to a team, before anybody else is placed."""

from collections.abc import Iterator
from dataclasses import dataclass

from leerkring.practice.planning.timetable import Facilitator, Pin, Room, Team, Week
from leerkring.practice.planning.timetable_rules import chaired, fits, holds

NO_PIN = Pin("")


@dataclass(frozen=True)
class RoomClass:
    """Rooms between which no team sees a difference; `free[h]`: how many there are at half-day h.

    Planning by class keeps the search from trying every order of equal rooms.
    """

    rooms: tuple[Room, ...]
    free: tuple[int, ...]
    teams: frozenset[str]


def pin_of(week: Week, team: Team) -> Pin:
    return week.pin.get(team.key, NO_PIN)


def leads(week: Week, team: Team) -> Iterator[Facilitator]:
    """Who may lead a team: the pinned one whatever the rules say, else everybody who fits."""
    pin = pin_of(week, team)
    for one in week.facilitators:
        if one.key == pin.facilitator or (not pin.facilitator and fits(team, one)):
            yield one


def times(week: Week, team: Team) -> list[int]:
    """The half-days of a team: the pinned one, else those with a day chair at which it can."""
    pin = pin_of(week, team)
    if pin.half_day is not None:
        return [pin.half_day]
    return sorted(chaired(week) - team.cannot)


def rooms_at(week: Week, team: Team, half_day: int) -> list[Room]:
    pin = pin_of(week, team)
    if pin.room:
        room = week.room[pin.room]
        return [room] if half_day in room.free or pin.half_day == half_day else []
    return [room for room in week.rooms if half_day in room.free and holds(room, team)]


def options(week: Week) -> list[tuple[str, str, int]]:
    """Every (team, facilitator, half-day) that could be, in the order of the week."""
    rooms = {
        team.key: {h for h in times(week, team) if rooms_at(week, team, h)} for team in week.teams
    }
    return [
        (team.key, one.key, half_day)
        for team in week.teams
        for one in leads(week, team)
        for half_day in sorted(rooms[team.key])
        if half_day in one.free or _decided(pin_of(week, team), one, half_day)
    ]


def _decided(pin: Pin, one: Facilitator, half_day: int) -> bool:
    """Somebody was put at a time at which they said not to be free."""
    return pin.facilitator == one.key and pin.half_day == half_day


def room_classes(week: Week) -> list[RoomClass]:
    """The rooms by who fits in them, where they are, and whether somebody is pinned on them."""
    pinned = {pin.room for pin in week.pin.values() if pin.room}
    groups: dict[tuple[str, str, frozenset[str]], list[Room]] = {}
    for room in week.rooms:
        teams = frozenset(
            team.key
            for team in week.teams
            if pin_of(week, team).room == room.key
            or (not pin_of(week, team).room and holds(room, team))
        )
        own = room.key if room.key in pinned else ""
        groups.setdefault((room.district, own, teams), []).append(room)
    halves = range(len(week.half_days))
    return [
        RoomClass(tuple(rooms), tuple(_free(week, rooms, h) for h in halves), teams)
        for (_, _, teams), rooms in groups.items()
    ]


def _free(week: Week, rooms: list[Room], half_day: int) -> int:
    """A pin on a room at a time opens it, for one session."""
    keys = {room.key for room in rooms}
    forced = any(p.room in keys and p.half_day == half_day for p in week.pin.values())
    return max(int(forced), sum(half_day in room.free for room in rooms))


def most_sessions(week: Week, one: Facilitator) -> int:
    """A maximum that pins may stretch."""
    return max(one.most, sum(pin.facilitator == one.key for pin in week.pin.values()))
