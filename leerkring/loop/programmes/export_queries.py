"""What may leave a programme, and for whom."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from leerkring.foundation.activity.models import Activity
from leerkring.loop.programmes.export_files import CONDITIONS
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.queries import city_results, team_results
from leerkring.loop.programmes.rules import sees_every_team
from leerkring.practice.scans.formats.ddi import RoundFacts
from leerkring.practice.scans.formats.microdata import Microdata, microdata, standing
from leerkring.practice.scans.models import FrozenResult
from leerkring.practice.scans.queries import answers_of, tree_of
from leerkring.practice.scans.results import Audience, UnitKind, UnitResult

EXPORTED = "programmes.exported"
MOST_LISTED = 20


def figures_for(programme: Programme, person: Any) -> list[UnitResult]:
    """Released results, as far as this person sees them on pages too.

    The coordinator and the analyst: every unit, as released to the teams. A training adviser:
    organisations and municipality, as released to everyone.
    """
    if not sees_every_team(person, programme):
        return city_results(programme, Audience.PUBLIC)
    return [*city_results(programme), *team_results(programme)]


def releasable_answers(programme: Programme) -> Microdata:
    """The rows of a closed round that may go to an analyst."""
    assert programme.round is not None
    answers, units = answers_of(programme.round), tree_of(programme.round)
    frozen = FrozenResult.objects.filter(round=programme.round_id, audience=Audience.TEAM)
    shown, covered = standing(units, [row.result for row in frozen])
    names = {unit.key: unit.name for unit in units if unit.kind is UnitKind.TEAM}
    return microdata(answers, names=names, shown=shown, covered=covered, k=settings.K_TEAM)


def facts_of(programme: Programme, rows: Microdata | None) -> RoundFacts:
    """What is told of a programme's round beside a file; of rows only to whom may have them."""
    assert programme.round is not None
    return RoundFacts(
        title=programme.round.name,
        place=programme.municipality.name,
        opened_on=programme.round.opened_on,
        closed_on=timezone.localdate(programme.round.closing.at),
        k=settings.K_TEAM,
        teams=rows.answers.teams if rows else (),
        rows=len(rows.answers) if rows else None,
        conditions=CONDITIONS if rows else (),
    )


def exports_of(programme: Programme) -> QuerySet[Activity]:
    """Who took what, the newest first."""
    taken = Activity.objects.filter(
        about=programme._meta.label_lower, about_id=str(programme.pk), verb=EXPORTED
    )
    return taken.select_related("by").order_by("-at", "-pk")[:MOST_LISTED]
