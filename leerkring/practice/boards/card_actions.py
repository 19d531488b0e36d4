"""What who leads does with cards: hide, bring together, type in from paper."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.practice.boards.actions import change, hold
from leerkring.practice.boards.clouds import holds
from leerkring.practice.boards.kinds import AFTER
from leerkring.practice.boards.models import BoardQuestion, Card, Group, Hiding, Vote
from leerkring.practice.commitments.registry import taken_back


class Settled(Exception):
    """Both votes on the dilemma were counted: no vote changes anything any more."""


@transaction.atomic
def hide_card(card: Card, *, reason: str, by: Any) -> None:
    """Out of sight at once, also where it was shown already."""
    board = hold(card.question.board)
    Hiding.objects.get_or_create(
        card=card, defaults={"reason": reason, "by": by, "at": timezone.now()}
    )
    change(board, by=by, did=f"verborg een kaart bij vraag {card.question.position}")
    taken_back(board.meeting_id)


@transaction.atomic
def hide_cards_with(question: BoardQuestion, *, word: str, reason: str, by: Any) -> int:
    """Every card with this word, in whichever form, out of sight at once; returns how many."""
    board = hold(question.board)
    found = [card for card in question.cards.in_sight() if holds(card.text, word)]
    now = timezone.now()
    Hiding.objects.bulk_create(Hiding(card=card, reason=reason, by=by, at=now) for card in found)
    change(board, by=by, did=f"verborg een woord bij vraag {question.position}")
    taken_back(board.meeting_id)
    return len(found)


@transaction.atomic
def unhide_card(card: Card, *, by: Any) -> None:
    board = hold(card.question.board)
    Hiding.objects.filter(card=card).delete()
    change(board, by=by, did=f"zette een kaart terug bij vraag {card.question.position}")


@transaction.atomic
def bring_together(
    question: BoardQuestion, cards: Iterable[uuid.UUID], *, name: str, by: Any
) -> int:
    """Put cards under a theme; without a name they stand loose again. Returns how many moved.

    A theme without cards goes.
    """
    board = hold(question.board)
    group = Group.objects.get_or_create(question=question, name=name)[0] if name else None
    moved = question.cards.filter(pk__in=list(cards)).update(group=group)
    question.groups.filter(cards__isnull=True).delete()
    change(board, by=by, did=f"bracht kaarten bij elkaar bij vraag {question.position}")
    return moved


@transaction.atomic
def type_in(
    question: BoardQuestion,
    lines: Sequence[Any],
    *,
    typing: uuid.UUID,
    by: Any,
    phase: int | None = None,
) -> None:
    """Answers from paper, one a line: texts for cards, choices for votes.

    `typing` is one of the page: sent twice it counts once. `phase`: of a dilemma what is ticked on
    the cards; as it is now, unless given. Raises Settled.
    """
    board = hold(question.board)
    if question.outcomes.filter(phase=AFTER).exists():
        raise Settled
    keyed = [(uuid.uuid5(typing, str(number)), line) for number, line in enumerate(lines)]
    if question.as_kind.takes_cards:
        Card.objects.bulk_create(
            [Card(pk=key, question=question, text=line, is_typed=True) for key, line in keyed],
            ignore_conflicts=True,
        )
    else:
        phase = phase or max(question.phase, 1)
        Vote.objects.bulk_create(
            [
                Vote(pk=key, question=question, phase=phase, choice=line, is_typed=True)
                for key, line in keyed
            ],
            ignore_conflicts=True,
        )
    change(board, by=by, did=f"typte kaarten over bij vraag {question.position}")
