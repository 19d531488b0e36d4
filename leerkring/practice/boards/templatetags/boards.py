"""`{% boards_of meeting %}`, also of a session: the boards, for who leads them; and for whoever
else is there, the way to an open one."""

from typing import Any

from django import template

from leerkring.practice.boards.figure_queries import figures_shown_at
from leerkring.practice.boards.rules import may_lead, was_opened
from leerkring.practice.gatherings.models import Session
from leerkring.practice.meetings.models import Meeting

register = template.Library()


@register.inclusion_tag("boards/_boards.html", takes_context=True)
def boards_of(context: dict[str, Any], about: Meeting | Session) -> dict[str, Any]:
    """Put this on a page of who may see the meeting or the session."""
    leads = may_lead(context["request"].user, about)
    boards = list(about.boards.select_related("opening", "closing"))
    return {
        "about": about,
        "kind": "sessie" if isinstance(about, Session) else "bijeenkomst",
        "leads": leads,
        "boards": boards if leads else [],
        "is_open": any(board.is_open for board in boards),
        "figures": figures_shown_at(about) if any(map(was_opened, boards)) else [],
    }
