"""Reads over rounds."""

import numpy as np

from leerkring.practice.scans.answers import Answers
from leerkring.practice.scans.ledger_queries import releases_of
from leerkring.practice.scans.models import Response, Round
from leerkring.practice.scans.results import THE_GROUP, UnitKind
from leerkring.practice.scans.snapshot import RoundUnit
from leerkring.practice.scans.trees import TeamPlace, tree

__all__ = ["answers_of", "releases_of", "respondents_of", "tree_of"]


def answers_of(round: Round) -> Answers:
    """All answers of a round: one query, one byte an answer, no row objects."""
    asked = round.invitations.order_by("team__slug").values_list("team_id", "team__slug")
    slugs = {team_id: slug or THE_GROUP for team_id, slug in asked}
    number = {team_id: index for index, team_id in enumerate(slugs)}
    rows = list(Response.objects.filter(round=round).values_list("team_id", "answers"))
    items = len(round.instrument.instrument.items)
    joined = b"".join(bytes(answers) for _, answers in rows)
    return Answers(
        teams=tuple(slugs.values()),
        team=np.fromiter((number[team] for team, _ in rows), dtype=np.intp, count=len(rows)),
        values=np.frombuffer(joined, dtype=np.uint8).reshape(len(rows), items),
    )


def tree_of(round: Round) -> tuple[RoundUnit, ...]:
    """The round's teams under their organisations under their municipalities; or its one group."""
    invitations = round.invitations.select_related("team__organisation", "team__municipality")
    if group := invitations.filter(team=None).first():
        return (RoundUnit(THE_GROUP, round.name, UnitKind.TEAM, None, group.members),)
    return tree(
        [
            TeamPlace(
                key=invitation.team.slug,
                name=invitation.team.name,
                organisation=invitation.team.organisation.slug,
                organisation_name=invitation.team.organisation.name,
                municipality=invitation.team.municipality.slug,
                municipality_name=invitation.team.municipality.name,
                members=invitation.members,
            )
            for invitation in invitations
            if invitation.team is not None
        ]
    )


def respondents_of(round: Round) -> int | None:
    """How many answered in a closed round; None when that may not be told.

    With a withheld team in it, a total less what is known of the others would tell how many
    answered there: nobody, for instance. Such a total is not even kept (`snapshot`).
    """
    closing = getattr(round, "closing", None)
    return closing.respondents if closing else None
