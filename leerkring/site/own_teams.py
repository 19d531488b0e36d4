"""The teams of somebody, each once, with the programmes in which it takes part."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from leerkring.loop.programmes.models import Participation
from leerkring.network.people.models import Team

MOST_ROWS, MOST_TEAMS = 60, 6


@dataclass(frozen=True)
class OwnTeam:
    """`rows` are its participations, that in the newest programme first; never empty."""

    team: Team
    rows: tuple[Participation, ...]

    @property
    def newest(self) -> Participation:
        return self.rows[0]

    @property
    def earlier(self) -> tuple[Participation, ...]:
        return self.rows[1:]


def own_teams(person: Any) -> list[OwnTeam]:
    """In one query; the team with the newest programme first, then by name."""
    rows = (
        Participation.objects.involving(person)
        .select_related("programme", "team__district", "session")
        .order_by("-programme__starts_on", "team__name", "-programme", "pk")
    )
    by_team: dict[int, list[Participation]] = {}
    for row in rows[:MOST_ROWS]:
        by_team.setdefault(row.team_id, []).append(row)
    return [OwnTeam(own[0].team, tuple(own)) for own in islice(by_team.values(), MOST_TEAMS)]
