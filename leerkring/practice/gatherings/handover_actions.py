"""What profiles ask of sessions: which are still to be led when somebody leaves for another job."""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.gatherings.actions import arrange
from leerkring.practice.gatherings.models import Session

HANDOVER = "Sessies die je leidt"


def led_by(person: Any) -> QuerySet[Session]:
    """Still to come, or without a moment as yet."""
    coming = Q(starts_at=None) | Q(starts_at__gte=timezone.now())
    return Session.objects.filter(coming, facilitator=person).select_related("team")


@transaction.atomic
def hand_to(session: Session, person: Any) -> None:
    before = session.facilitator
    arrange(session, facilitator=person, starts_at=session.starts_at, place=session.place)
    sentence = "Een sessie kreeg een andere gespreksleider."
    record("gatherings.handed_over", by=before, about=session, sentence=sentence)
