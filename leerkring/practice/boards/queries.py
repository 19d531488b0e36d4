"""What a board is asked while it is on: by phones what is new, by who leads what came in."""

from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q

from leerkring.practice.boards.kinds import AFTER, BEFORE
from leerkring.practice.boards.models import Board, BoardQuestion, Card, Outcome
from leerkring.practice.boards.wording import how_many, how_many_cards


def count_of(question: BoardQuestion) -> str:
    """How many answers there are in this phase, as far as that is told."""
    if question.as_kind.takes_cards:
        return how_many_cards(question.cards.in_sight().count())
    phase = max(question.phase, BEFORE)
    return how_many(question.votes.filter(phase=phase).count(), settings.K_TEAM)


def later_of(question: BoardQuestion) -> int:
    """Answers since the reveal that may be shown now; votes rounded down to a multiple of k."""
    if question.as_kind.takes_cards:
        return question.cards.in_sight().filter(is_shown=False).count()
    fresh = question.votes.uncounted().filter(phase=max(question.phase, BEFORE))
    return fresh.count() // settings.K_TEAM * settings.K_TEAM


def is_out(question: BoardQuestion) -> bool:
    """Whether it was revealed, as it was asked last."""
    return question.reveals.filter(phase=max(question.phase, BEFORE)).exists()


def question_asked(code: str, number: int) -> BoardQuestion | None:
    """A question of an open board that was asked, in one query.

    `is_settled`: both votes on a dilemma were counted, and no vote changes anything any more.
    """
    settled = Outcome.objects.filter(question=OuterRef("pk"), phase=AFTER)
    rows = BoardQuestion.objects.filter(
        pk=number,
        phase__gt=0,
        board__code=code,
        board__opening__isnull=False,
        board__closing__isnull=True,
    )
    return rows.annotate(is_settled=Exists(settled)).first()


def revision_of(code: str) -> int | None:
    """Of an open board; what a thousand phones ask every few seconds."""
    rows = Board.objects.open().filter(code=code).order_by().values_list("revision", flat=True)
    return next(iter(rows[:1]), None)


def questions_of(board: Board) -> list[Any]:
    """All questions for who leads, each with whether it was revealed and, of a dilemma, settled."""
    now = Q(reveals__phase=BEFORE), Q(reveals__phase=AFTER)
    settled = Outcome.objects.filter(question=OuterRef("pk"), phase=AFTER)
    return list(
        board.questions.annotate(
            shown_before=Count("reveals", filter=now[0], distinct=True),
            shown_after=Count("reveals", filter=now[1], distinct=True),
            is_settled=Exists(settled),
        )
    )


def cards_of(question: BoardQuestion) -> list[Card]:
    """All cards, for who leads; grouped ones by theme, those out of sight last."""
    cards = list(question.cards.with_its_state())
    return sorted(
        cards,
        key=lambda card: (
            hasattr(card, "hiding"),
            card.group is None,
            card.group_id or 0,
            card.text.casefold(),
        ),
    )
