"""Reads over the ledger: what was told before, and to whom."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from leerkring.practice.scans.change import Pair
from leerkring.practice.scans.comparing import Earlier
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.ledger.kept import Kept
from leerkring.practice.scans.models import FrozenResult, ReleasedFigure, Round
from leerkring.practice.scans.results import Audience, UnitKind


@dataclass(frozen=True)
class Release:
    """What was told at one moment, in counts only.

    to          «het team» or «iedereen»
    teams       teams with a result of their own; `larger`: organisations and municipalities
    figures     how many figures those are
    same_people of these, about how much the same people changed
    """

    to: str
    at: datetime
    teams: int
    larger: int
    figures: int
    same_people: int


def line_of(round: Round) -> set[int]:
    """The rounds that are compared with each other, this one among them."""
    found, new = set[int](), {round.pk}
    while new:
        found |= new
        before = Round.objects.filter(pk__in=new).exclude(previous=None).values_list("previous")
        after = Round.objects.filter(previous__in=new).values_list("pk")
        new = {pk for (pk,) in (*before, *after)} - found
    return found


def hold_line(round: Round) -> None:
    """Lock all rounds that are compared with each other: asking the ledger and recording in it are
    one step."""
    line = Round.objects.select_for_update(no_key=True).filter(pk__in=line_of(round))
    list(line.order_by("pk").values_list("pk"))


def known_figures(round: Round, audience: Audience) -> list[Kept]:
    """All that this audience could see of the rounds on this line; a team sees what everyone sees.

    Figures of rounds that are not compared with each other never hang together.
    """
    rows = ReleasedFigure.objects.filter(round__in=line_of(round))
    if audience is Audience.PUBLIC:
        rows = rows.filter(audience=audience)
    return [
        Kept(scale, str(row.round_id), row.people, str(row.since_id) if row.since_id else None)
        for row in rows.order_by("pk")
        for scale in row.scales
    ]


def earlier_round(round: Round, audience: Audience) -> Earlier | None:
    """What the previous round told this audience; None when there is none, or it is still open."""
    previous = round.previous
    if previous is None or not previous.is_closed:
        return None
    frozen = FrozenResult.objects.filter(round=previous, audience=audience)
    rows = ReleasedFigure.objects.filter(round=previous, audience=audience, since=None)
    return Earlier(
        round=str(previous.pk),
        instrument=previous.instrument.instrument,
        results={(UnitKind(row.kind), row.unit): row.result for row in frozen},
        teams={(UnitKind(row.kind), row.unit): frozenset(row.people) for row in rows},
    )


def pairs_of(round: Round) -> list[Pair]:
    """Who chose to be compared, in an order that tells nothing."""
    rows = round.compared.select_related("team").order_by("person")
    return [
        Pair(row.team.slug, {Dimension(d): float(x) for d, x in row.change.items()}) for row in rows
    ]


def releases_of(round: Round) -> list[Release]:
    """What was told of a round, to whom and when: counts only, the newest first."""
    groups: dict[tuple[str, datetime], list[ReleasedFigure]] = defaultdict(list)
    for row in ReleasedFigure.objects.filter(round=round).order_by("pk"):
        groups[row.audience, row.at.replace(microsecond=0)].append(row)
    found = []
    for (audience, at), rows in groups.items():
        units = {(row.kind, row.unit) for row in rows}
        teams = sum(kind == UnitKind.TEAM for kind, _ in units)
        found.append(
            Release(
                to=Audience(audience).label,
                at=at,
                teams=teams,
                larger=len(units) - teams,
                figures=sum(len(row.scales) for row in rows),
                same_people=sum(len(row.scales) for row in rows if row.since_id),
            )
        )
    return sorted(found, key=lambda release: (release.at, release.to), reverse=True)
