"""What an advice is made of: released results, wishes from the sessions, the catalogue."""

from leerkring.loop.advice.composing import compose_advice
from leerkring.loop.advice.models import CatalogueOffer, TrainingAdvice
from leerkring.loop.advice.plans import Terms
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.programmes.models import Programme
from leerkring.loop.programmes.queries import city_results, team_results
from leerkring.practice.scans.results import UnitKind
from leerkring.practice.scans.trees import organisation_key


def newest_advice(programme: Programme) -> TrainingAdvice | None:
    return programme.advices.first()


def report_for(programme: Programme, terms: Terms) -> TrainingAdviceReport:
    """The advice as it would be given now."""
    assert programme.round is not None  # without a closed round there is nothing to advise on
    organisations = city_results(programme)
    return compose_advice(
        municipality=str(programme.municipality),
        on=programme.ends_on,
        instrument=programme.round.instrument.instrument,
        teams=team_results(programme),
        organisations=[unit for unit in organisations if unit.kind is UnitKind.ORGANISATION],
        organisation_of=_organisation_of(programme),
        offers=[row.offer for row in CatalogueOffer.objects.filter(programme=programme)],
        terms=terms,
        wishes=_wishes(programme),
    )


def _organisation_of(programme: Programme) -> dict[str, str]:
    """The unit of the organisation of each team, by the team's own."""
    rows = programme.participations.values_list(
        "team__slug", "team__municipality__slug", "team__organisation__slug"
    )
    return {team: organisation_key(city, organisation) for team, city, organisation in rows}


def _wishes(programme: Programme) -> dict[str, list[str]]:
    """What each team asked for, by its slug."""
    wishes: dict[str, list[str]] = {}
    rows = programme.participations.filter(session__wishes__isnull=False)
    for slug, competence in rows.values_list("team__slug", "session__wishes__competence"):
        wishes.setdefault(slug, []).append(competence)
    return wishes
