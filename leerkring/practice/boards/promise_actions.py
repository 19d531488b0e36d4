"""Cards «vanaf morgen …» become commitments: of a team, an organisation, or who wrote them."""

import uuid
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import transaction

from leerkring.network.people.models import Organisation
from leerkring.practice.boards.actions import hold
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import BoardQuestion, Card, TakenOver
from leerkring.practice.boards.promise_queries import cards_to_take, speaking_for
from leerkring.practice.commitments.actions import make_commitment
from leerkring.practice.commitments.models import Commitment, Sight
from leerkring.practice.gatherings.actions import add_commitment


class TakenAlready(Exception):
    """The card is a commitment already, of whoever was first."""


@transaction.atomic
def take_over(
    question: BoardQuestion,
    cards: Collection[uuid.UUID],
    *,
    by: Any,
    organisation: Organisation | None = None,
    who: str = "",
    look_back_on: date | None = None,
    sight: str = Sight.OWN,
) -> int:
    """Make commitments of these cards «vanaf morgen …», as far as they are in sight; once each.

    They are the team's, whose session it is, and stand among what the session keeps; of a meeting
    they are an organisation's, and whom it sent is asked how it went. `who`: of cards without a
    name. Returns how many there are new. Raises ValueError where nobody would own them.
    """
    board = hold(question.board)
    if question.as_kind is not Kind.TOMORROW or (board.session is None) == (organisation is None):
        raise ValueError("these cards become nobody's commitment")
    chosen = cards_to_take(question).filter(pk__in=list(cards))
    contacts = speaking_for(board.meeting_id, organisation) if organisation else set()
    circle = board.meeting.circle if board.meeting and sight == Sight.CIRCLE else None
    taken = list(chosen)
    for card in taken:
        said: dict[str, Any] = {
            "text": card.text, "who": card.name or who, "look_back_on": look_back_on,
        }  # fmt: skip
        if board.session:
            commitment = add_commitment(board.session, entry_id=card.pk, **said).commitment
        else:
            commitment = make_commitment(
                **said,
                organisation=organisation,
                sight=sight,
                circle=circle,
                meeting=board.meeting_id,
                contacts=contacts,
                by=by,
            )
        TakenOver.objects.create(card=card, commitment=commitment)
    return len(taken)


@transaction.atomic
def claim(card: Card, *, by: Any, **said: Any) -> Commitment:
    """Who wrote the card says: this is mine, or of those for whom I speak. `said` is as
    `make_commitment` takes it. Raises TakenAlready."""
    board = hold(card.question.board)
    if TakenOver.objects.filter(card=card).exists():
        raise TakenAlready
    commitment = make_commitment(**said, meeting=board.meeting_id, by=by)
    TakenOver.objects.create(card=card, commitment=commitment)
    return commitment
