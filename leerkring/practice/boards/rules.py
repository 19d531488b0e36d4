"""Who may do what with a board."""

from typing import Any

from django.db.models import QuerySet

from leerkring.practice.boards.models import (
    Board,
    BoardQuestion,
    meetings_led_by,
    strands_led_by,
)
from leerkring.practice.boards.models.board import LEADING_ALL
from leerkring.practice.gatherings.models import Session
from leerkring.practice.meetings.models import Meeting, Role, Strand


def may_lead(person: Any, about: Meeting | Session) -> bool:
    """Whether this person may make and lead boards of a meeting or a session."""
    if not person.is_authenticated:
        return False
    if isinstance(about, Session):
        return about.facilitator_id == person.pk
    return meetings_led_by(person).filter(pk=about.pk).exists()


def strands_to_lead(person: Any, meeting: Meeting) -> QuerySet[Strand]:
    """Those of the meeting of which this person may make and lead boards, in their order."""
    rows = strands_led_by(person).filter(block__meeting=meeting).select_related("block")
    return rows.order_by("block__position", "position")


def may_move(person: Any, board: Board) -> bool:
    """Whether who leads it may put a board at another strand: before anything was asked; after
    that only who organises or chairs, who read every answer already."""
    if board.meeting is None or not Strand.objects.filter(block__meeting=board.meeting).exists():
        return False
    if not board.questions.filter(phase__gt=0).exists():
        return True
    whole = Role.objects.filter(person=person, kind__in=LEADING_ALL, meeting=board.meeting)
    return whole.exists()


def was_opened(board: Board) -> bool:
    return hasattr(board, "opening")


def may_remove(question: BoardQuestion) -> bool:
    """Only what nobody was asked yet."""
    return question.phase == 0
