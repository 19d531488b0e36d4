"""The teams of somebody, each once, with the programmes in which it takes part."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from leerkring.foundation.statements.made_once import made_once
from leerkring.loop.newspapers.models import Edition, Publication
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


def own_teams(person: Any, rows: Iterable[Participation] | None = None) -> list[OwnTeam]:
    """The team with the newest programme first, then by name; `rows` if they are at hand."""
    by_team: dict[int, list[Participation]] = {}
    for row in participations_of(person) if rows is None else rows:
        by_team.setdefault(row.team_id, []).append(row)
    return [OwnTeam(own[0].team, tuple(own)) for own in islice(by_team.values(), MOST_TEAMS)]


@made_once
def participations_of(person: Any) -> QuerySet[Participation]:
    """Where this person takes part, the newest programme first; with how far its paper is."""
    editions = Edition.objects.filter(participation=OuterRef("pk"))
    papers = Publication.objects.standing().filter(edition__participation=OuterRef("pk"))
    rows = Participation.objects.involving(person).annotate(
        is_out=Exists(papers),
        was_agreed=Exists(editions.filter(approvals__isnull=False)),
        is_agreed=Exists(editions.filter(approvals__held=True)),
        is_begun=Exists(editions),
    )
    rows = rows.select_related("programme__municipality", "team__district", "session")
    return rows.order_by("-programme__starts_on", "team__name", "-programme", "pk")[:MOST_ROWS]
