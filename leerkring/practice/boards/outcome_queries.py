"""What everybody may see of a question: cards that were shown, and of votes what may be told."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from leerkring.foundation.design.drawing import Drawing
from leerkring.practice.boards.cloud_pictures import draw_cloud
from leerkring.practice.boards.clouds import CloudWord, cloud, with_themes
from leerkring.practice.boards.kinds import AFTER, BEFORE, Kind
from leerkring.practice.boards.models import BoardQuestion, Card, Outcome
from leerkring.practice.boards.outcome_actions import HIGH
from leerkring.practice.boards.wording import (
    Line,
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
