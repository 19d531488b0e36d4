"""The teams of somebody, each once, with the programmes in which it takes part."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from leerkring.foundation.statements.made_once import made_once
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
    by_team: dict[int, list[Participation]] = {}
    for row in _participations(person):
        by_team.setdefault(row.team_id, []).append(row)
    return [OwnTeam(own[0].team, tuple(own)) for own in islice(by_team.values(), MOST_TEAMS)]


@made_once
def _participations(person: Any) -> QuerySet[Participation]:
    rows = Participation.objects.involving(person)
    rows = rows.select_related("programme", "team__district", "session")
    return rows.order_by("-programme__starts_on", "team__name", "-programme", "pk")[:MOST_ROWS]
