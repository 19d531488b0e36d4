"""Answers that came in on paper: a response like any other, without a person or a time."""

from django.db import transaction
from django.db.models import F

from leerkring.network.people.models import Team
from leerkring.practice.answering.models import PaperStack
from leerkring.practice.scans.actions import take_in_answer
from leerkring.practice.scans.models import Round


class StackIsFull(Exception):
    """As many forms of this team were typed over as it has members."""


def paper_limit(round: Round, team: Team) -> int | None:
    """How many paper forms a team can hand in: its members; None when nobody said how many."""
    invitation = round.invitations.filter(team=team).first()
    return (invitation and invitation.members) or round.invitees.filter(team=team).count() or None


def papers_taken(round: Round, team: Team) -> int:
    stack = PaperStack.objects.filter(round=round, team=team).first()
    return stack.sheets if stack else 0


@transaction.atomic
def take_in_paper(round: Round, team: Team, sheet: bytes) -> int:
    """One form of a team; returns how many there are now. `sheet`: one byte an item.

    The limit counts paper alone: one that counted every answer of the team would tell who types how
    many answered online. Raises StackIsFull, RoundIsClosed, ValueError.
    """
    PaperStack.objects.get_or_create(round=round, team=team)
    stack = PaperStack.objects.filter(round=round, team=team)
    most = paper_limit(round, team)
    with_room = stack if most is None else stack.filter(sheets__lt=most)
    if not with_room.update(sheets=F("sheets") + 1):
        raise StackIsFull
    take_in_answer(round=round, team=team, answers=sheet)
    return papers_taken(round, team)
