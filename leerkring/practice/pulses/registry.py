"""Who leads a session beside its facilitator: rooms above say so, in their `apps.py`.

register_leaders(lambda person: Session.objects.filter(participation__programme__in=…))
"""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from leerkring.practice.gatherings.models import Session

Leaders = Callable[[Any], QuerySet[Session]]

_leaders: list[Leaders] = []


def register_leaders(leaders: Leaders) -> None:
    """`leaders(person)` gives the sessions that this person leads too."""
    if leaders not in _leaders:
        _leaders.append(leaders)


def led_by(person: Any) -> QuerySet[Session]:
    """The sessions that this person leads."""
    if not person.is_authenticated:
        return Session.objects.none()
    found = Session.objects.facilitated_by(person)
    for leaders in _leaders:
        found = found | Session.objects.filter(pk__in=leaders(person).values("pk"))
    return found
