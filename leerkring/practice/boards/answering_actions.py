"""Somebody in the room answers. What is sent twice counts once."""

import uuid
from typing import Any

from django.db import IntegrityError, transaction

from leerkring.practice.boards.models import BoardQuestion, Card, Vote

MOST_CARDS_EACH = 20  # of one device to one question


class TooMany(Exception):
    """So many cards that nobody could read them."""


class NotYours(Exception):
    """A card with this key is there, and it is another one."""


class Counted(Exception):
    """The vote was counted: it stays as it is."""


def give_card(
    question: BoardQuestion, *, card_id: uuid.UUID, text: str, name: str, mark: str
) -> None:
    """Keep a card; with the same `card_id` again nothing changes. Raises TooMany and NotYours."""
    here = Card.objects.filter(question=question)
    if here.filter(mark=mark).count() >= MOST_CARDS_EACH and not here.filter(pk=card_id).exists():
        raise TooMany
    try:
        with transaction.atomic():
            Card.objects.create(pk=card_id, question=question, text=text, name=name, mark=mark)
    except IntegrityError:
        if not here.filter(pk=card_id, mark=mark).exists():
            raise NotYours from None


def cast_vote(question: BoardQuestion, *, phase: int, choice: list[Any], mark: str) -> None:
    """Keep a vote, or change it as long as it was not counted. Raises Counted.

    The update waits for who counts, and then finds the vote counted: what is told of a vote is what
    it was, and who changed it too late hears so.
    """
    try:
        with transaction.atomic():
            Vote.objects.create(question=question, phase=phase, choice=choice, mark=mark)
    except IntegrityError:
        mine = Vote.objects.filter(question=question, phase=phase, mark=mark)
        if mine.uncounted().update(choice=choice):
            return
        counted = mine.first()
        if counted is None or counted.choice != choice:
            raise Counted from None
