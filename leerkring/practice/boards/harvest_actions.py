"""What was written on the board of a session goes to what the session keeps, and to its paper."""

import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction

from leerkring.practice.boards.models import BoardQuestion
from leerkring.practice.gatherings.actions import add_quote, save_note

QUOTES = "citaten"


@transaction.atomic
def keep_words(question: BoardQuestion, cards: Collection[uuid.UUID], *, to: str, by: Any) -> int:
    """Cards in sight become quotes, or lines of the note on one of the eight questions (`to`).

    What is there already is not written again. Returns how many there are new. Raises ValueError
    for a board that is not of a session.
    """
    session = question.board.session
    if session is None:
        raise ValueError("only a session keeps words")
    chosen = list(question.cards.in_sight().filter(pk__in=list(cards)).order_by("text", "pk"))
    if to == QUOTES:
        known = session.quotes.count()
        for card in chosen:
            add_quote(session, entry_id=card.pk, text=card.text, speaker=card.name)
        return session.quotes.count() - known
    note = session.notes.filter(question=to).first()
    written = note.text.splitlines() if note else []
    fresh = [text for text in dict.fromkeys(card.text for card in chosen) if text not in written]
    if fresh:
        text, base = "\n".join([*written, *fresh]), note.revision if note else 0
        save_note(session, question=to, text=text, base=base, save_id=uuid.uuid4(), by=by)
    return len(fresh)
