"""Why a team has no place, in a Dutch sentence: what never could be first, then what is full."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from leerkring.practice.planning.timetable import Facilitator, Placement, Team, Week
from leerkring.practice.planning.timetable_options import (
    leads,
    most_sessions,
    options,
    pin_of,
    rooms_at,
    times,
)
from leerkring.practice.planning.timetable_rules import chaired, has_skill, holds, is_own, listed

MOST_NAMED = 4


def reasons(week: Week, placements: Sequence[Placement]) -> dict[str, str]:
    """For each team without a place, the first thing that stands in its way."""
    week = _with_who_lead(week)
    placed = {placement.team for placement in placements}
    possible: dict[str, list[tuple[str, int]]] = {}
    for team, lead, half_day in options(week):
        if team not in placed:
            possible.setdefault(team, []).append((lead, half_day))
    return {
        team.key: _never(week, team)
        if team.key not in possible
        else _full(week, team, possible[team.key], placements)
        for team in week.teams
        if team.key not in placed
    }


def _with_who_lead(week: Week) -> Week:
    """Without those who lead nothing, such as who only chairs: they are in nobody's way."""
    lead = tuple(one for one in week.facilitators if most_sessions(week, one))
    return replace(week, facilitators=lead)


def _never(week: Week, team: Team) -> str:
    """What would stand in the way in an empty week."""
    people = list(leads(week, team))
    if not people:
        return _nobody(week, team)
    halves = times(week, team)
    if not halves:
        return _no_time(week, team)
    with_room = [h for h in halves if rooms_at(week, team, h)]
    if not with_room:
        return _no_room(week, team, halves)
    if not any(h in one.free for one in people for h in with_room):
        return f"{_who(people)} kan niet op een dagdeel waarop het team en een zaal kunnen."
    return "Er is geen dagdeel waarop team, zaal en gespreksleider samen kunnen."


def _nobody(week: Week, team: Team) -> str:
    if not week.facilitators:
        return "Er zijn nog geen gespreksleiders."
    able = [one for one in week.facilitators if has_skill(team, one)]
    if not able:
        return f"Geen gespreksleider is thuis in {_skill(team)}."
    assert all(is_own(team, one) for one in able)
    which = f"die thuis is in {_skill(team)}" if team.needs else "die er is"
    return f"Elke gespreksleider {which} ({_names(able)}) werkt bij de eigen organisatie."


def _no_time(week: Week, team: Team) -> str:
    if not week.half_days:
        return "Er zijn nog geen dagdelen."
    if not chaired(week):
        return "Geen dagvoorzitter is op een van de dagdelen beschikbaar."
    return "Het team kan op geen van de dagdelen met een dagvoorzitter."


def _no_room(week: Week, team: Team, halves: list[int]) -> str:
    if not week.rooms:
        return "Er zijn nog geen zalen."
    if not any(holds(room, team) for room in week.rooms):
        return f"Geen zaal heeft plaats voor {team.size} mensen."
    when = f"op {week.half_days[halves[0]]}" if len(halves) == 1 else "als het team kan"
    return f"Geen zaal die groot genoeg is, is vrij {when}."


def _full(
    week: Week, team: Team, possible: list[tuple[str, int]], placements: Sequence[Placement]
) -> str:
    """What the other teams took."""
    led = Counter(placement.facilitator for placement in placements)
    busy = {(placement.facilitator, placement.half_day) for placement in placements}
    used = {(placement.room, placement.half_day) for placement in placements}
    people = [week.facilitator[key] for key in dict.fromkeys(lead for lead, _ in possible)]
    spare = {one.key for one in people if led[one.key] < most_sessions(week, one)}
    if not spare:
        return f"{_who(people, team)} zit aan het maximum."
    free = [(lead, h) for lead, h in possible if lead in spare and (lead, h) not in busy]
    if not free:
        return f"{_who(people, team)} is bezet op de dagdelen waarop het team kan."
    if all((room.key, h) in used for _, h in free for room in rooms_at(week, team, h)):
        return "Er is geen zaal vrij als een gespreksleider en het team kunnen."
    if week.chairs and pin_of(week, team).half_day is None:
        return "Er is geen dagvoorzitter over voor een dagdeel waarop het nog zou kunnen."
    return "Het kan net niet samen met wat vaststaat."


def _who(people: Sequence[Facilitator], team: Team | None = None) -> str:
    if len(people) == 1:
        return str(people[0])
    which = f" die thuis is in {_skill(team)}" if team and team.needs else " die zou kunnen"
    return f"Elke gespreksleider{which} ({_names(people)})"


def _names(people: Sequence[Facilitator]) -> str:
    if len(people) <= MOST_NAMED:
        return listed(people)
    return f"{', '.join(map(str, people[:MOST_NAMED]))} en nog {len(people) - MOST_NAMED}"


def _skill(team: Team) -> str:
    return f"«{team.needs.capitalize()}»"
