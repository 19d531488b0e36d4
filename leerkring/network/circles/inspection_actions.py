"""A moderator asks to look into a circle, or takes one over that nobody guides any more."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.network.circles.membership_actions import locked
from leerkring.network.circles.models import HOW_LONG, Circle, Inspection, Membership, Role
from leerkring.network.circles.notices import tell_of_inspection, tell_of_takeover
from leerkring.network.circles.rules import may_look_in, may_take_over
from leerkring.network.circles.vacancy_actions import fill_vacancy
from leerkring.network.profiles.actions import find_by_ties


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
    sentence = "Een moderator kijkt 24 uur mee in een groep."
    record("circles.inspected", by=person, about=inspection, sentence=sentence)
    tell_of_inspection(inspection)
    return inspection


def note_down(rows: Iterable[Any], person: Any, why: str) -> bool:
    """A moderator read one flagged thing in a circle, and may read nothing more: kept beside those
    who looked in, where everybody in it sees it. False for what is in no circle."""
    circles = (
        row.pk if isinstance(row, Circle) else getattr(row, "circle_id", None) for row in rows
    )
    circle = next(filter(None, circles), None)
    if circle is None:
        return False
    now = timezone.now()
    Inspection.objects.create(circle_id=circle, person=person, reason=why[:300], at=now, until=now)
    return True


@transaction.atomic
def take_over(circle: Circle, *, person: Any, reason: str) -> Membership:
    """Become its owner, with a reason that everybody in it reads. Raises ValidationError."""
    circle = locked(circle)
    if not may_take_over(person, circle):
        raise ValidationError("Deze groep heeft iemand die haar begeleidt, of is afgesloten.")
    if not reason.strip():
        raise ValidationError("Schrijf op waarom je de groep overneemt.")
    now = timezone.now()
    # Kept beside those who only looked in: who owns the circle later sees why, and who it was.
    inspection = Inspection.objects.create(
        circle=circle, person=person, reason=f"Nam de groep over: {reason.strip()}"[:300],
        at=now, until=now,
    )  # fmt: skip
    circle.memberships.running().filter(person=person).update(until=now)
    membership = Membership.objects.create(
        circle=circle, person=person, role=Role.OWNER, since=now, agreed_at=now
    )
    find_by_ties(person)
    sentence = "Een moderator nam een groep over die niemand meer begeleidde."
    record("circles.taken_over", by=person, about=inspection, sentence=sentence)
    fill_vacancy(circle)
    tell_of_takeover(circle, person=person, reason=reason.strip())
    return membership
