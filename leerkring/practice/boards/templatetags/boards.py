"""`{% boards_of meeting %}`, also of a session: the boards, for who leads them; and for whoever
else is there, the way to an open one, as far as it does not stand in the row of its strand."""

from typing import Any

from django import template

from leerkring.practice.boards.figure_queries import figures_shown_at
from leerkring.practice.boards.models import Board
from leerkring.practice.boards.rules import may_lead, was_opened
from leerkring.practice.boards.strand_queries import state_of
from leerkring.practice.gatherings.models import Session
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.rules import may_take_part

register = template.Library()


@register.inclusion_tag("boards/_boards.html", takes_context=True)
def boards_of(context: dict[str, Any], about: Meeting | Session) -> dict[str, Any]:
    """Put this on a page of who may see the meeting or the session."""
    person = context["request"].user
    leads = may_lead(person, about)
    boards = list(about.boards.select_related("opening", "closing", "strand"))
    opened = [board for board in boards if board.is_open]
    aside = {board.pk for board in opened if board.strand_id is not None}
    if aside and not may_take_part(person, about):  # their rows tell them nothing
        aside = set()
    return {
        "about": about,
        "kind": "sessie" if isinstance(about, Session) else "bijeenkomst",
        "leads": leads,
        "boards": [(board, state_of(board)) for board in _led(person, boards)] if leads else [],
        "is_open": any(board.pk not in aside for board in opened),
        "figures": figures_shown_at(about) if any(map(was_opened, boards)) else [],
    }


def _led(person: Any, boards: list[Board]) -> list[Board]:
    """Of a board for all it is known that they lead it."""
    aside = [board.pk for board in boards if board.strand_id is not None]
    led = Board.objects.led_by(person).filter(pk__in=aside) if aside else ()
    own = {board.pk for board in led}
    return [board for board in boards if board.strand_id is None or board.pk in own]
