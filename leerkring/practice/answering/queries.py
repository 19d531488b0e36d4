"""Reads over who was asked."""

from typing import Any

from django.db.models import Count

from leerkring.network.people.models import Team
from leerkring.practice.answering.headcounts import UNTOLD, headcount, together
from leerkring.practice.answering.models import FrozenCoverage, PausedAddress, Sending
from leerkring.practice.scans.coverage import Coverage
from leerkring.practice.scans.models import Response, Round


def turnout(round: Round, *, k: int) -> dict[str, Any]:
    """How many were asked and answered, per team and together, as far as that may be told.

    `teams`: (name, asked, answered in words or None); `answered`: together, in words or None; see
    `headcounts`. Also `mails`: of the announcement alone. Reminders go to those who have not
    answered, so counting them would tell what the counts above hold back; of those only
    `reminders_fail`, a yes or no.
    """
    names = dict(
        round.invitations.order_by("team__name", "team_id").values_list("team_id", "team__name")
    )
    asked = dict(round.invitees.values_list("team").annotate(n=Count("pk")).order_by())
    responses = Response.objects.filter(round=round).order_by()
    answered = dict(responses.values_list("team").annotate(n=Count("pk")))
    counts = {team: headcount(asked.get(team, 0), answered.get(team, 0), k=k) for team in names}
    everyone = together(counts)
    return {
        "teams": [
            (name, asked.get(team, 0), None if counts[team] == UNTOLD else str(counts[team]))
            for team, name in names.items()
        ],
        "asked": sum(asked.values()),
        "answered": None if everyone == UNTOLD else str(everyone),
        "mails": _mails(round),
        "reminders_fail": _reminders(round).waiting().failing().exists(),
        "paused": _paused(round),
        "k": k,
    }


def coverage_of(round: Round, team: Team) -> dict[str, Coverage | None] | None:
    """By code of a domain what is told of a team; None for a round in which nobody was asked."""
    frozen = FrozenCoverage.objects.filter(round=round, team=team).first()
    if frozen is None:
        return None
    return {code: step and Coverage(step) for code, step in frozen.steps.items()}


def _mails(round: Round) -> dict[str, int]:
    first = Sending.objects.of_round(round).filter(kind=Sending.Kind.ANNOUNCEMENT)
    return {
        "sent": first.exclude(sent_at=None).count(),
        "waiting": first.waiting().count(),
        "failed": first.failing().count(),
    }


def _reminders(round: Round) -> Any:
    return Sending.objects.of_round(round).exclude(kind=Sending.Kind.ANNOUNCEMENT)


def _paused(round: Round) -> list[str]:
    """Addresses of this round whose mail came back, for the coordinator to mend."""
    emails = round.invitees.values("email")
    paused = PausedAddress.objects.filter(email__in=emails).order_by("email")
    return list(paused.values_list("email", flat=True))
