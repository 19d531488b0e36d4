"""Reads over programmes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now

from leerkring.loop.programmes.models import Overruling, Participation, Programme, Role
from leerkring.network.figures.models import Figure
from leerkring.practice.gatherings.models import Block, Note, Session
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.models import FrozenResult, InstrumentVersion, Round
from leerkring.practice.scans.results import Audience, UnitKind, UnitResult
from leerkring.practice.scans.trees import ROOT


def result_of(participation: Participation, audience: str = Audience.TEAM) -> UnitResult:
    """A team's frozen result for an audience."""
    frozen = FrozenResult.objects.for_team(participation.team, audience)
    return frozen.get(round=participation.programme.round_id).result


def instrument_of(programme: Programme) -> Instrument:
    """What was asked in the programme's round: with it goes the scale of every figure."""
    return InstrumentVersion.objects.get(round=programme.round_id).instrument


def city_results(programme: Programme, audience: str = Audience.TEAM) -> list[UnitResult]:
    """The results of organisations and municipality, largest unit first."""
    frozen = FrozenResult.objects.filter(round=programme.round_id, audience=audience)
    results = [row.result for row in frozen.exclude(kind=UnitKind.TEAM).order_by("unit")]
    return sorted(
        results, key=lambda unit: (unit.unit != ROOT, unit.kind != UnitKind.MUNICIPALITY, unit.name)
    )


def team_results(programme: Programme, audience: str = Audience.TEAM) -> list[UnitResult]:
    """Every team's result, by name."""
    frozen = FrozenResult.objects.filter(
        round=programme.round_id, audience=audience, kind=UnitKind.TEAM
    )
    return sorted((row.result for row in frozen), key=lambda result: result.name)


def may_be_followed(person: Any) -> QuerySet[Programme]:
    """Programmes that a new one of this person may follow: theirs, with a closed round."""
    closed = Programme.objects.coordinated_by(person).filter(round__closing__isnull=False)
    return closed.order_by("-starts_on", "name")


def previous_round(programme: Programme) -> Round | None:
    """The round that came before a programme's: the nearest closed one of those it follows."""
    before, seen = programme.follows, {programme.pk}
    while before is not None and before.pk not in seen:
        if before.round is not None and before.round.is_closed:
            return before.round
        seen.add(before.pk)
        before = before.follows
    return None


def chosen_weights(participation: Participation) -> dict[Dimension, float] | None:
    """The mix that the team chose for itself, if it did."""
    overruling = participation.overrulings.first()
    return None if overruling is None else weights_in(overruling)


def weights_in(overruling: Overruling) -> dict[Dimension, float]:
    return {Dimension(name): weight for name, weight in overruling.weights.items()}


@dataclass(frozen=True)
class ListedTeam:
    """One line of a programme's list; `pk` is that of the participation."""

    pk: int
    name: str
    slug: str
    organisation: str
    district: str
    starts_at: datetime | None
    is_held: bool


def participations_listed(programme: Programme) -> list[ListedTeam]:
    """The teams of a programme with how far each is, by name.

    One query for just what a list shows: making whole rows of five tables of it takes longer than
    asking for them.
    """
    held = Note.objects.filter(session=OuterRef("session"), session__starts_at__lt=Now()).exclude(
        text=""
    )
    rows = (
        programme.participations.annotate(is_held=Exists(held))
        .order_by("team__name")
        .values_list(
            *("pk", "team__name", "team__slug", "team__organisation__name"),
            *("team__district__name", "session__starts_at", "is_held"),
        )
    )
    return [
        ListedTeam(pk, name, slug, organisation, district or "", starts_at, is_held)
        for pk, name, slug, organisation, district, starts_at, is_held in rows
    ]


def district_figures(participation: Participation) -> list[Figure]:
    """What is known of the team's district, newest period of each figure first seen."""
    district = participation.team.district
    if district is None or not district.code:
        return []
    newest: dict[str, Figure] = {}
    for figure in Figure.objects.filter(area_code=district.code).order_by("-period", "key"):
        newest.setdefault(figure.key, figure)
    return list(newest.values())


def timed_blocks(session: Session) -> list[tuple[datetime | None, Block]]:
    """A session's script with the time at which each block begins, when the start is known."""
    start = session.starts_at
    return [
        (start and start + timedelta(minutes=block.start_minute), block)
        for block in session.blocks.all()
    ]


def release_limits() -> dict[str, int]:
    return {"k_team": settings.K_TEAM, "k_public": settings.K_PUBLIC}


def sessions_coordinated_by(person: Any) -> QuerySet[Session]:
    """The sessions of the programmes that this person coordinates."""
    roles = Role.objects.filter(person=person.pk, kind=Role.Kind.COORDINATOR)
    return Session.objects.filter(participation__programme__in=roles.values("programme"))
