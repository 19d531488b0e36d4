"""What came in is shown to everybody: what was there, and afterwards what came later."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from leerkring.practice.boards.actions import change, hold
from leerkring.practice.boards.kinds import AFTER, BEFORE
from leerkring.practice.boards.models import BoardQuestion, Card, Reveal
from leerkring.practice.boards.outcome_actions import count_in


@transaction.atomic
def reveal(question: BoardQuestion, *, by: Any) -> None:
    """Show what came in, once per phase. The second vote on a dilemma shows the first one too."""
    board = hold(question.board)
    question.refresh_from_db(fields=["phase"])
    now = timezone.now()
    for phase in range(BEFORE, max(question.phase, BEFORE) + 1):
        Reveal.objects.get_or_create(question=question, phase=phase, defaults={"by": by, "at": now})
    _show(question)
    words = f"toonde de uitkomst van vraag {question.position}"
    change(board, by=by, did=words)


@transaction.atomic
def show_later(question: BoardQuestion, *, by: Any) -> bool:
    """Show what came in after the reveal. False when there is nothing, or too little, to show."""
    board = hold(question.board)
    question.refresh_from_db(fields=["phase"])
    if not question.reveals.filter(phase=question.phase).exists() or not _show(question):
        return False
    change(board, by=by, did=f"toonde nieuwe antwoorden op vraag {question.position}")
    return True


def _show(question: BoardQuestion) -> bool:
    if question.as_kind.takes_cards:
        return _show_cards(question)
    return count_in(question, AFTER if question.phase == AFTER else BEFORE)


def _show_cards(question: BoardQuestion) -> bool:
    """Each with a number that stays, so that who votes on paper can name it; in the order of the
    alphabet, which says nothing of who was first."""
    fresh = list(question.cards.in_sight().filter(is_shown=False).order_by("text", "pk"))
    last = question.cards.aggregate(last=Max("number"))["last"] or 0
    for number, card in enumerate(fresh, last + 1):
        card.is_shown, card.number = True, card.number or number
    Card.objects.bulk_update(fresh, ["is_shown", "number"], batch_size=500)
    return bool(fresh)
