"""What profiles ask of circles: who knows whom, and what stays when somebody leaves."""

from typing import Any

from django.db.models import QuerySet

from leerkring.network.circles.membership_actions import hand_over
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.circles.queries import members_of

HANDOVER = "Groepen waarvan je eigenaar bent"


def people_around(person: Any) -> QuerySet[Any]:
    """Ids of everybody who is in a circle with this person now, as a question for the database."""
    own = Membership.objects.of(person).values("circle")
    return Membership.objects.running().filter(circle__in=own).values_list("person", flat=True)


def owned_by(person: Any) -> QuerySet[Circle]:
    owned = Membership.objects.of(person).filter(role=Role.OWNER)
    return Circle.objects.filter(pk__in=owned.values("circle"))


def heirs_of(circle: Circle) -> set[int]:
    """Whoever is in the circle may take it over."""
    return members_of(circle)


def hand_to(circle: Circle, person: Any) -> None:
    """Every owner there is now becomes a facilitator; this person owns the circle."""
    owners = circle.memberships.running().filter(role=Role.OWNER).exclude(person=person)
    for membership in owners.select_related("person"):
        hand_over(circle, owner=membership.person, to=person, by=membership.person)
