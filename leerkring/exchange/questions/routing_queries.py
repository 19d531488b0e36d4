"""Of whom somebody who passes may think."""

from typing import Any

from leerkring.exchange.questions.models import Appeal
from leerkring.exchange.questions.routing_actions import candidates_for
from leerkring.network.profiles.models import Profile

MOST = 30


def whom_to_think_of(appeal: Appeal, person: Any, now: Any) -> list[tuple[int, str]]:
    """(id, name) of those who tell this person that they know of it; not whether they have room."""
    ids = {candidate.person for candidate in candidates_for(appeal.question, now=now)}
    asked = set(appeal.question.appeals.values_list("person_id", flat=True))
    seen = Profile.objects.seen_by(person).showing("expertise").filter(person__in=ids - asked)
    rows = seen.select_related("person").order_by("sort_name", "person_id")[:MOST]
    return [(row.person_id, row.person.name) for row in rows]
