"""Of whom somebody who passes, or who guides, may think."""

from typing import Any

from leerkring.exchange.questions.models import Appeal, Question
from leerkring.exchange.questions.routing_actions import candidates_for
from leerkring.network.profiles.models import Profile

MOST = 30


def whom_to_think_of(appeal: Appeal, person: Any, now: Any) -> list[tuple[int, str]]:
    """(id, name) of those who tell this person that they know of it; not whether they have room."""
    ids = {candidate.person for candidate in candidates_for(appeal.question, now=now)}
    return _named(ids, appeal.question, person)


def who_may_be_asked(question: Question, person: Any, now: Any) -> list[tuple[int, str]]:
    """(id, name) of those who tell who guides that they know of it, and have room this month."""
    free = {found.person for found in candidates_for(question, now=now) if found.has_room}
    return _named(free, question, person)


def _named(ids: set[int], question: Question, person: Any) -> list[tuple[int, str]]:
    """Of these, whom this person sees, without who was asked before."""
    asked = set(question.appeals.values_list("person_id", flat=True))
    seen = Profile.objects.seen_by(person).showing("expertise").filter(person__in=ids - asked)
    rows = seen.select_related("person").order_by("sort_name", "person_id")[:MOST]
    return [(row.person_id, row.person.name) for row in rows]
