"""A moderator asks to look into a closed circle."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.network.circles.membership_actions import locked
from leerkring.network.circles.models import HOW_LONG, Circle, Inspection
from leerkring.network.circles.notices import tell_of_inspection
from leerkring.network.circles.rules import may_look_in


@transaction.atomic
def look_in(circle: Circle, *, person: Any, reason: str) -> Inspection:
    """For 24 hours, with a reason that the circle reads; one that runs already is given back."""
    circle = locked(circle)
    if not may_look_in(person, circle):
        raise ValidationError("Je kunt deze groep niet inzien.")
    if not reason.strip():
        raise ValidationError("Schrijf op waarom je wilt meekijken.")
    running = Inspection.objects.of(person).filter(circle=circle).first()
    if running is not None:
        return running
    now = timezone.now()
    inspection = Inspection.objects.create(
        circle=circle, person=person, reason=reason.strip(), at=now, until=now + HOW_LONG
    )
    sentence = "Een moderator kijkt 24 uur mee in een besloten groep."
    record("circles.inspected", by=person, about=inspection, sentence=sentence)
    tell_of_inspection(inspection)
    return inspection
