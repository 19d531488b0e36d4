"""Who reads what is written for everyone, for who has an account, or for one circle."""

from typing import Any

from django.db.models import Q

from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models.inspection import Inspection
from leerkring.network.circles.models.membership import Membership


def meant_for(person: Any) -> Q:
    """The one rule of who reads what, for rows with an `audience` and a `circle`.

    What is for a circle is for who is in it, however open the circle itself is; and for a
    moderator who looks in, which is written down. Not for who wrote it and went: below it stands
    what the others said since. What is theirs they find among their own.
    """
    if not person.is_authenticated:
        return Q(audience=Audience.PUBLIC)
    may = ~Q(audience=Audience.CIRCLE)
    may |= Q(circle__in=Membership.objects.of(person).values("circle"))
    if person.moderates:
        may |= Q(circle__in=Inspection.objects.of(person).values("circle"))
    return may
