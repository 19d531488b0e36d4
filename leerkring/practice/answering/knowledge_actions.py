"""What people say they know about comes in, once each, and is frozen per team at closing."""

from collections import defaultdict

from django.conf import settings
from django.db import transaction

from leerkring.network.people.models import Team
from leerkring.practice.answering.actions import NoSuchDoor, TooLate
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import (
    Draft,
    FrozenCoverage,
    KnowledgeSheet,
    Launch,
    Link,
)
from leerkring.practice.scans.actions import RoundIsClosed
from leerkring.practice.scans.coverage import DOMAINS, as_rows, coverage
from leerkring.practice.scans.models import FrozenResult, Round
from leerkring.practice.scans.results import Audience


@transaction.atomic
def tell_knowledge(secret: Secret, said: bytes) -> bool:
    """Keep what somebody says they know about; False when this link told it before.

    `said`: a byte per domain, as in `scans.coverage`. Raises NoSuchDoor; and TooLate before handing
    in and after closing.
    """
    doors = Link.objects.filter(pk=secret.name("link"))
    list(Round.objects.select_for_update(no_key=True).filter(pk__in=doors.values("round")))
    link = Link.objects.of(secret).first()
    if link is None:
        raise NoSuchDoor
    handed_in = Draft.objects.filter(pk=secret.name("draft"), is_in=True)
    if link.round.is_closed or not handed_in.exists():
        raise TooLate
    if not handed_in.filter(has_told=False).update(has_told=True):
        return False
    take_in_knowledge(round=link.round, team=link.team, said=[said])
    return True


@transaction.atomic
def take_in_knowledge(*, round: Round, team: Team, said: list[bytes]) -> None:
    """Store sheets of a team. All of the team's are written anew and in order of what they say, so
    that neither their place nor the transaction tells which of them came last.

    Raises RoundIsClosed, and ValueError for a sheet of another length.
    """
    if Round.objects.select_for_update(no_key=True).get(pk=round.pk).is_closed:
        raise RoundIsClosed
    if any(len(sheet) != len(DOMAINS) for sheet in said):
        raise ValueError(f"a sheet has {len(DOMAINS)} bytes")
    here = KnowledgeSheet.objects.filter(round=round, team=team)
    sheets = sorted([*said, *(bytes(sheet) for sheet in here.values_list("said", flat=True))])
    here.delete()
    KnowledgeSheet.objects.bulk_create(
        KnowledgeSheet(round=round, team=team, said=sheet) for sheet in sheets
    )


@transaction.atomic
def freeze_coverage(round: Round) -> None:
    """What may be told of each team, once the round is closed; after that no sheet is left.

    Only of teams whose own result is shown: otherwise coverage would tell that enough people
    answered in a team of which nothing may be told. Where nobody was asked, nothing is frozen.
    """
    sheets: dict[int, list[bytes]] = defaultdict(list)
    for team, said in round.knowledge.values_list("team_id", "said"):
        sheets[team].append(bytes(said))
    if not sheets and not Launch.objects.filter(round=round).exists():
        return
    shown = _shown_teams(round)
    FrozenCoverage.objects.bulk_create(
        FrozenCoverage(
            round=round,
            team_id=team,
            steps=_steps(sheets[team] if slug in shown else []),
        )
        for team, slug in round.invitations.values_list("team_id", "team__slug")
    )
    round.knowledge.all().delete()


def _steps(sheets: list[bytes]) -> dict[str, str | None]:
    steps = coverage(as_rows(sheets), settings.K_TEAM)
    return {d.code: step and step.value for d, step in zip(DOMAINS, steps, strict=True)}


def _shown_teams(round: Round) -> set[str]:
    frozen = FrozenResult.objects.filter(round=round, audience=Audience.TEAM, kind="team")
    return {row.unit for row in frozen if row.result.is_shown}
