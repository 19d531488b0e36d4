"""What a week costs: teams without a place first, then wishes that do not come true."""

from collections import Counter
from collections.abc import Iterable, Sequence

from leerkring.practice.planning.timetable import Facilitator, Placement, Room, Team, Week

# A team without a place outweighs all wishes of a team and the changes around it.
PINNED_UNPLACED, UNPLACED = 5000, 1000
NOT_PREFERRED = 4  # another half-day than the team would like
IN_A_ROW = 2  # a facilitator with two sessions right after each other
LESS_APT = 1  # for each other thing that a facilitator should have been at home in
TRAVEL = 1  # a room in another district
CROWDED = 1  # a session more than an even share on a half-day
ANOTHER_CHAIR = 1  # a day chair who comes for a day
NO_CHAIR = 20  # a half-day with pinned sessions and no day chair


def wish_cost(team: Team, facilitator: Facilitator, half_day: int) -> int:
    later = NOT_PREFERRED if team.prefers and half_day not in team.prefers else 0
    return later + LESS_APT * len(team.also - facilitator.skills)


def travel_cost(team: Team, room: Room) -> int:
    return TRAVEL if team.district and room.district and team.district != room.district else 0


def even_share(week: Week) -> int:
    """Sessions on a half-day when all teams are spread evenly, rounded up."""
    return -(-len(week.teams) // max(1, len(week.half_days)))


def unplaced_cost(week: Week, team: str) -> int:
    return PINNED_UNPLACED if team in week.pin else UNPLACED


def neighbours(week: Week) -> list[tuple[int, int]]:
    """Pairs of half-days right after each other on a day."""
    at = {(half.day, half.part): h for h, half in enumerate(week.half_days)}
    return [(h, at[day, part + 1]) for (day, part), h in at.items() if (day, part + 1) in at]


def cost_of(
    week: Week, placements: Sequence[Placement], chairs: Iterable[tuple[int, str]] = ()
) -> int:
    """The cost of a timetable, counted from what is in it; its unit is that of the weights."""
    total = 0
    for p in placements:
        team = week.team[p.team]
        total += wish_cost(team, week.facilitator[p.facilitator], p.half_day)
        total += travel_cost(team, week.room[p.room])
    placed = {p.team for p in placements}
    total += sum(unplaced_cost(week, team.key) for team in week.teams if team.key not in placed)
    busy = Counter((p.facilitator, p.half_day) for p in placements)
    for one in week.facilitators:
        for first, second in neighbours(week):
            total += IN_A_ROW * (busy[one.key, first] + busy[one.key, second] > 1)
    sessions = Counter(p.half_day for p in placements)
    total += CROWDED * sum(max(0, n - even_share(week)) for n in sessions.values())
    return total + chairs_cost(week, sessions, list(chairs))


def chairs_cost(week: Week, sessions: Counter[int], chairs: list[tuple[int, str]]) -> int:
    if not week.chairs:
        return 0
    led = {half_day for half_day, _ in chairs}
    days = {(key, week.half_days[half_day].day) for half_day, key in chairs}
    return ANOTHER_CHAIR * len(days) + NO_CHAIR * sum(h not in led for h in sessions)
