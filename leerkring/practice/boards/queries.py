"""What of a board is there to be seen, by whom it is asked, phones, the screen and who leads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q

from leerkring.foundation.design.drawing import Drawing
from leerkring.practice.boards.cloud_pictures import draw_cloud
from leerkring.practice.boards.clouds import CloudWord, cloud, with_themes
from leerkring.practice.boards.kinds import AFTER, BEFORE, Kind
from leerkring.practice.boards.models import Board, BoardQuestion, Card, Outcome
from leerkring.practice.boards.outcome_actions import HIGH
from leerkring.practice.boards.wording import (
    Line,
    how_many,
    how_many_cards,
    mean_words,
    most_first,
    place_lines,
    share_lines,
)


@dataclass(frozen=True)
class Shown:
    """What everybody may see of a question that is on.

    is_revealed   what came in is shown
    lines         of votes; empty when too few may be told of
    mean          of a scale, in words
    is_withheld   the second vote on a dilemma is not told, only the first
    themes        (name, cards); loose cards last, under ""
    words         of a word cloud
    hidden        how many cards are out of sight
    """

    question: BoardQuestion
    is_revealed: bool
    lines: Sequence[Line] = ()
    mean: str = ""
    is_withheld: bool = False
    themes: Sequence[tuple[str, list[Card]]] = ()
    words: Sequence[CloudWord] = ()
    picture: Drawing | None = None
    hidden: int = 0
    candidates: Sequence[Card] = field(default=())

    @property
    def kind(self) -> Kind:
        return self.question.as_kind

    @property
    def is_shift(self) -> bool:
        return any(line.before for line in self.lines)

    @property
    def is_too_few(self) -> bool:
        """Shown, and yet there is nothing that may be told."""
        return self.is_revealed and not self.kind.takes_cards and not (self.lines or self.mean)


def shown(question: BoardQuestion, *, phase: int | None = None, reveal: bool = False) -> Shown:
    """`phase`: as it is now, unless given; `reveal`: as if it were revealed (for who leads, once
    the board is closed)."""
    phase = phase or max(question.phase, BEFORE)
    is_revealed = reveal or question.reveals.filter(phase=phase).exists()
    candidates = candidates_of(question) if question.as_kind is Kind.UPVOTE else ()
    if not is_revealed:
        return Shown(question, False, candidates=candidates)
    if question.as_kind.takes_cards:
        return _shown_cards(question)
    outcomes = {row.phase: row for row in question.outcomes.all()}
    return _shown_votes(question, outcomes, phase, candidates)


def candidates_of(question: BoardQuestion) -> list[Card]:
    """Cards that may be voted on: of the question it is about, as far as they were shown."""
    cards = Card.objects.in_sight().filter(question=question.about_id, is_shown=True)
    return list(cards.order_by("text", "pk"))


def numbered(questions: Iterable[BoardQuestion]) -> dict[int, list[Card]]:
    """Cards to vote on that have a number on paper, by the question that is voted in."""
    voting = [each for each in questions if each.as_kind is Kind.UPVOTE]
    found: dict[int | None, list[Card]] = {}
    about = [each.about_id for each in voting]
    cards = Card.objects.in_sight().filter(question__in=about, is_shown=True, number__isnull=False)
    for card in cards.order_by("number") if voting else ():
        found.setdefault(card.question_id, []).append(card)
    return {each.pk: found.get(each.about_id, []) for each in voting}


def _shown_cards(question: BoardQuestion) -> Shown:
    cards = list(question.cards.in_sight().filter(is_shown=True).select_related("group"))
    hidden = question.cards.filter(hiding__isnull=False).count()
    if question.as_kind is Kind.CLOUD:
        words = cloud(card.text for card in cards if card.group is None)
        themes_of = Counter(card.group.name for card in cards if card.group)
        words = with_themes(words, themes_of.items()) if themes_of else words
        picture = draw_cloud(words, question.text) if words else None
        return Shown(question, True, words=words, picture=picture, hidden=hidden)
    themes: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda each: (each.group is None, each.group_id or 0)):
        themes.setdefault(card.group.name if card.group else "", []).append(card)
    return Shown(question, True, themes=list(themes.items()), hidden=hidden)


def _shown_votes(
    question: BoardQuestion, outcomes: dict[int, Outcome], phase: int, candidates: Sequence[Card]
) -> Shown:
    first, last = outcomes.get(BEFORE), outcomes.get(phase)
    told = last.told if last else None
    is_withheld = bool(last and last.is_withheld)
    if told is None and phase == AFTER:
        last, told, first = first, first.told if first else None, None
    if last is None or told is None:
        return Shown(question, True, is_withheld=is_withheld, candidates=candidates)
    kind = question.as_kind
    if kind is Kind.SCALE:
        lines = share_lines(told, last.labels) if told.shares else []
        return Shown(question, True, lines=lines, mean=mean_words(told, HIGH))
    if kind is Kind.RANKING:
        return Shown(question, True, lines=place_lines(told, last.labels))
    if kind is Kind.UPVOTE:
        texts = {str(card.pk): card.text for card in candidates}
        every = share_lines(told, [texts.get(key, "") for key in last.labels])
        lines = most_first([line for line in every if line.label])
        return Shown(question, True, lines=lines, candidates=candidates)
    before = first.told if first and phase == AFTER else None
    lines = share_lines(told, last.labels, before)
    return Shown(question, True, lines=lines, is_withheld=is_withheld)


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
