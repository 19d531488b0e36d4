"""What who leads does with cards: hide, bring together, type in from paper, take over."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.network.people.models import Organisation
from leerkring.practice.boards.actions import change, hold
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import BoardQuestion, Card, Group, Hiding, TakenOver, Vote
from leerkring.practice.commitments.actions import make_commitment


@transaction.atomic
def hide_card(card: Card, *, reason: str, by: Any) -> None:
    """Out of sight at once, also where it was shown already."""
    board = hold(card.question.board)
    Hiding.objects.get_or_create(
        card=card, defaults={"reason": reason, "by": by, "at": timezone.now()}
    )
    change(board, by=by, did=f"verborg een kaart bij vraag {card.question.position}")


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
def type_in(question: BoardQuestion, lines: Sequence[Any], *, typing: uuid.UUID, by: Any) -> None:
    """Answers from paper, one a line: texts for cards, choices for votes.

    `typing` is one of the page: sent twice it counts once.
    """
    board = hold(question.board)
    keyed = [(uuid.uuid5(typing, str(number)), line) for number, line in enumerate(lines)]
    if question.as_kind.takes_cards:
        Card.objects.bulk_create(
            [Card(pk=key, question=question, text=line, is_typed=True) for key, line in keyed],
            ignore_conflicts=True,
        )
    else:
        phase = max(question.phase, 1)
        Vote.objects.bulk_create(
            [
                Vote(pk=key, question=question, phase=phase, choice=line, is_typed=True)
                for key, line in keyed
            ],
            ignore_conflicts=True,
        )
    change(board, by=by, did=f"typte kaarten over bij vraag {question.position}")


@transaction.atomic
def take_over(question: BoardQuestion, *, by: Any, organisation: Organisation | None = None) -> int:
    """Make commitments of the cards «vanaf morgen …» that are in sight, once each.

    They are the team's, whose session it is; of a meeting they are an organisation's. Returns how
    many there are new. Raises ValueError where nobody would own them.
    """
    board = hold(question.board)
    team = board.session.team if board.session else None
    if question.as_kind is not Kind.TOMORROW or (team is None) == (organisation is None):
        raise ValueError("these cards become nobody's commitment")
    cards = list(question.cards.in_sight().filter(takenover__isnull=True))
    for card in cards:
        commitment = make_commitment(
            text=card.text,
            team=team,
            organisation=organisation,
            who=card.name,
            meeting=board.meeting_id,
            companion=by if team else None,
            by=by,
        )
        TakenOver.objects.create(card=card, commitment=commitment)
    return len(cards)
