"""Pins that cannot both be: somebody, or a room, in two sessions at once."""

from dataclasses import replace

from leerkring.practice.planning.timetable import Week


def without_clashing_pins(week: Week) -> tuple[Week, dict[str, str]]:
    """The week without the teams whose pin clashes with an earlier pin; and why, of each."""
    taken: dict[tuple[str, int], str] = {}
    clashing: dict[str, str] = {}
    for pin in week.pin.values():
        if pin.half_day is None:
            continue
        wanted = [key for key in (_lead(pin.facilitator), _room(pin.room)) if key]
        other = next((key for key in wanted if (key, pin.half_day) in taken), "")
        if other:
            clashing[pin.team] = _sentence(week, other, pin.half_day, taken[other, pin.half_day])
        else:
            taken.update({(key, pin.half_day): pin.team for key in wanted})
    kept = tuple(team for team in week.teams if team.key not in clashing)
    pins = tuple(pin for pin in week.pins if pin.team not in clashing)
    return replace(week, teams=kept, pins=pins), clashing


def _lead(key: str) -> str:
    return f"facilitator {key}" if key else ""


def _room(key: str) -> str:
    return f"room {key}" if key else ""


def _sentence(week: Week, what: str, half_day: int, other: str) -> str:
    kind, _, key = what.partition(" ")
    named = week.facilitator[key] if kind == "facilitator" else week.room[key]
    return (
        f"Vastgezet op {week.half_days[half_day]}, maar {named} is dan al vastgezet "
        f"voor {week.team[other]}."
    )
