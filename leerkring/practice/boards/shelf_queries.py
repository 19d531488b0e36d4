"""What a board and the shelf of dilemmas have for each other."""

from typing import Any

from django.db.models import QuerySet

from leerkring.network.circles.audience import Audience
from leerkring.network.circles.queries import circles_to_write_in
from leerkring.practice.boards.models import Board, BoardQuestion
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.dilemmas.models.dilemma import LONGEST_TITLE
from leerkring.practice.meetings.models import Audience as Seeing


def waiting_for(board: Board, person: Any) -> QuerySet[Dilemma]:
    """On the programme of the meeting, for who may read them, and not on this board yet."""
    if board.meeting is None:
        return Dilemma.objects.none()
    planned = board.meeting.blocks.filter(dilemma__isnull=False).values("dilemma")
    here = board.questions.filter(dilemma__isnull=False).values("dilemma")
    rows = Dilemma.objects.visible_to(person).open()
    return rows.filter(pk__in=planned).exclude(pk__in=here)


def as_dilemma(question: BoardQuestion, person: Any) -> dict[str, Any]:
    """A dilemma that was voted on, as the form of the shelf takes it.

    For the circle of the meeting, if this person writes there. Of a meeting that everybody with an
    account may see it is for them. Otherwise `audience` is empty: that is for a person to choose.
    """
    one, *others = question.options
    found: dict[str, Any] = {
        "title": question.text[:LONGEST_TITLE],
        "one_side": one,
        "other_side": " / ".join(others)[:300],
        "text": question.text if len(question.text) > LONGEST_TITLE else "",
        "audience": "",
    }
    meeting = question.board.meeting
    if meeting and meeting.circle_id:
        if circles_to_write_in(person).filter(pk=meeting.circle_id).exists():
            found |= {"audience": Audience.CIRCLE.value, "circle": meeting.circle_id}
    elif meeting and meeting.audience in (Seeing.SIGNED_IN, Seeing.PUBLIC):
        found["audience"] = Audience.SIGNED_IN.value
    return found
