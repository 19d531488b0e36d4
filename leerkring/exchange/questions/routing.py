"""Whom to ask about a question: fairly, within what they allow, and nobody twice."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

MOST_EXPERTS = 2  # then it is up to those who guide
PATIENCE = 3  # working days that one has before another is asked


@dataclass(frozen=True)
class Candidate:
    """Somebody who knows about the subject and may read the question.

    asked  how often they were asked this month, about whatever question
    limit  how often they want to be asked in a month
    last   when they were asked last; None: never
    """

    person: int
    asked: int
    limit: int
    last: datetime | None = None

    @property
    def has_room(self) -> bool:
        return self.asked < self.limit


def who_is_next(
    candidates: Iterable[Candidate],
    *,
    question: int,
    asked: Collection[int],
    barred: Collection[int] = (),
    suggested: int | None = None,
) -> int | None:
    """The person to ask now; None when it is up to those who guide.

    asked      who was asked about this question before, with or without an answer
    barred     who is never asked: the asker, and who answered already
    suggested  whom the last one thought of: they go first, if they are a candidate with room

    The one who was asked least this month goes first; of those the one who was not asked for the
    longest time; of those one by lot, and the same one every time for the same question.
    """
    if len(asked) >= MOST_EXPERTS:
        return None
    free = [c for c in candidates if c.has_room and c.person not in {*asked, *barred}]
    if any(candidate.person == suggested for candidate in free):
        return suggested
    best = min(free, key=lambda candidate: _order(candidate, question), default=None)
    return best.person if best else None


def _order(candidate: Candidate, question: int) -> tuple[int, bool, float, str]:
    lot = hashlib.sha256(f"{question}:{candidate.person}".encode()).hexdigest()
    last = candidate.last.timestamp() if candidate.last else 0.0
    return candidate.asked, candidate.last is not None, last, lot
