"""What came in is counted and shown; see `counting` and `shifting` for what may be told."""

from typing import Any

from django.conf import settings

from leerkring.practice.boards.counting import (
    Told,
    is_batch,
    tell_choices,
    tell_ranking,
    tell_scale,
)
from leerkring.practice.boards.kinds import AFTER, BEFORE, Kind
from leerkring.practice.boards.models import Board, BoardQuestion, Card, Outcome, Vote
from leerkring.practice.boards.shifting import is_safe

HIGH = 5  # steps of a scale


def count_in(question: BoardQuestion, phase: int) -> bool:
    """Count votes that were not counted yet, if enough of them may be counted together.

    Call it while the board is held. False when nothing changed. After the second vote on a dilemma
    was counted, neither of its tables changes: their difference was looked at once.
    """
    outcomes = {row.phase: row for row in question.outcomes.all()}
    if AFTER in outcomes:
        return False
    if phase == AFTER:
        count_in(question, BEFORE)
    votes = question.votes.filter(phase=phase)
    fresh = list(votes.select_for_update().uncounted())
    typed = sum(vote.is_typed for vote in fresh)
    if not is_batch(len(fresh) - typed, typed, settings.K_TEAM):
        return False
    if phase == AFTER and not _may_tell_shift(question, fresh):
        Outcome.objects.create(question=question, phase=AFTER, is_withheld=True)
        return True
    votes.filter(pk__in=[vote.pk for vote in fresh]).update(is_counted=True)
    _keep(question, phase, [vote.choice for vote in votes.filter(is_counted=True)])
    return True


def settle_votes(question: BoardQuestion) -> None:
    """At closing: what may be told of the votes is counted, and the votes go."""
    if question.as_kind.takes_cards:
        return
    for phase in range(BEFORE, question.as_kind.last_phase + 1):
        count_in(question, phase)
    question.votes.all().delete()


def forget_marks(board: Board) -> None:
    cards = Card.objects.filter(question__board=board, mark__isnull=False)
    cards.update(mark=None)


def _may_tell_shift(question: BoardQuestion, fresh: list[Vote]) -> bool:
    """Always when nothing is told of the first vote: then there is no difference to look at."""
    told = question.votes.filter(phase=BEFORE, is_counted=True)
    before = {vote.mark or str(vote.pk): int(vote.choice[0]) for vote in told}
    after = {vote.mark or str(vote.pk): int(vote.choice[0]) for vote in fresh}
    options = len(question.options)
    return not before or is_safe(before, after, options=options, k=settings.K_TEAM)


def _keep(question: BoardQuestion, phase: int, choices: list[list[Any]]) -> None:
    labels = _labels(question)
    told = _told(question.as_kind, choices, labels)
    Outcome.objects.update_or_create(
        question=question, phase=phase, defaults={"content": told.as_json(), "labels": labels}
    )


def _labels(question: BoardQuestion) -> list[str]:
    """The words beside the figures; of voting on cards their keys: one may still be hidden."""
    if question.as_kind is Kind.SCALE:
        return [str(step) for step in range(1, HIGH + 1)]
    if question.as_kind is Kind.UPVOTE:
        cards = Card.objects.in_sight().filter(question=question.about, is_shown=True)
        return [str(pk) for pk in cards.values_list("pk", flat=True)]
    return list(question.options)


def _told(kind: Kind, choices: list[list[Any]], labels: list[str]) -> Told:
    k = settings.K_TEAM
    if kind is Kind.SCALE:
        return tell_scale([choice[0] for choice in choices], HIGH, k)
    if kind is Kind.RANKING:
        return tell_ranking(choices, len(labels), k)
    if kind is Kind.UPVOTE:
        places = {label: place for place, label in enumerate(labels)}
        choices = [[places[key] for key in choice if key in places] for choice in choices]
    return tell_choices(choices, len(labels), k)
