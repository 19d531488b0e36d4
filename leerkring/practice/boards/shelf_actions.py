"""Dilemmas go from the room to the shelf, and come from the shelf back into a room."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.network.circles.audience import Audience
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.dilemmas.actions import Put, came_back, put_dilemma
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.comeback_actions import raised_at


@transaction.atomic
def put_on_shelf(question: BoardQuestion, put: Put, *, by: Any) -> Dilemma:
    """Once: a question that is on the shelf stays the one it is."""
    held = BoardQuestion.objects.select_for_update(of=("self",)).get(pk=question.pk)
    if held.dilemma is not None:
        return held.dilemma
    held.dilemma = put_dilemma(put, by=by)
    held.save(update_fields=["dilemma"])
    if question.board.meeting is not None:
        raised_at(question.board.meeting, held.dilemma)
    return held.dilemma


def tell_shelf(question: BoardQuestion, *, by: Any) -> None:
    """It is asked in a room: written down at the dilemma, once a day, in words that tell its
    readers no more of the meeting than they may know."""
    dilemma, today = question.dilemma, timezone.localdate()
    if dilemma is None:
        return
    note = _where(question.board, dilemma)
    if not dilemma.outings.filter(at=today, note=note).exists():
        came_back(dilemma, note=note, by=by, at=today)
    if question.board.meeting is not None:
        raised_at(question.board.meeting, dilemma)


def _where(board: Board, dilemma: Dilemma) -> str:
    if board.meeting is None:
        return "Op het bord van een teamsessie."
    theirs = board.meeting.circle_id is not None and board.meeting.circle_id == dilemma.circle_id
    if theirs and dilemma.audience == Audience.CIRCLE:
        return f"Op het bord van «{board.meeting}»."
    return "Op het bord van een bijeenkomst."
