"""The teams of somebody, each once, with the programmes in which it takes part."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import CharField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast

from leerkring.foundation.moderation.models import Decision, Outcome
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


def _recalled(participation: OuterRef) -> QuerySet[Publication]:
    rows = Publication.objects.filter(recall__isnull=False, edition__participation=participation)
    return rows.order_by()


def _why_recalled(participation: OuterRef) -> QuerySet[Any, Any]:
    """What a moderator wrote to who made it, the last time."""
    papers = _recalled(participation).annotate(key=Cast("pk", CharField())).values("key")
    rows = Decision.objects.filter(about=Publication._meta.label_lower, about_id__in=papers)
    return rows.filter(outcome=Outcome.HIDDEN).order_by("-at", "-pk").values("to_writer")[:1]


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
        is_recalled=Exists(_recalled(OuterRef("pk"))),
        why_recalled=Subquery(_why_recalled(OuterRef(OuterRef("pk")))),
    )
    rows = rows.select_related("programme__municipality", "team__district", "session")
    return rows.order_by("-programme__starts_on", "team__name", "-programme", "pk")[:MOST_ROWS]
