"""Who may do what in a circle."""

from typing import Any

from leerkring.network.circles.models import (
    CLOSED,
    Circle,
    Inspection,
    Membership,
    Role,
    Visibility,
)

WRITING = (Role.OWNER, Role.FACILITATOR, Role.MEMBER)
GUIDING = (Role.OWNER, Role.FACILITATOR)


def role_of(person: Any, circle: Circle) -> str | None:
    """The role that this person has in the circle now."""
    found = Membership.objects.of(person).filter(circle=circle)
    return found.values_list("role", flat=True).first()


def may_read(person: Any, circle: Circle) -> bool:
    """What is in it; the same answer as `Circle.objects.readable_by`."""
    if circle.visibility == Visibility.PUBLIC:
        return True
    if circle.visibility not in CLOSED:
        return bool(person.is_authenticated)
    if role_of(person, circle) is not None:
        return True
    return Inspection.objects.of(person).filter(circle=circle).exists()


def may_write(person: Any, circle: Circle) -> bool:
    """Guests and who looks in read along; in an archived circle everybody only reads."""
    return not circle.is_archived and role_of(person, circle) in WRITING


def may_facilitate(person: Any, circle: Circle) -> bool:
    return role_of(person, circle) in GUIDING


def may_own(person: Any, circle: Circle) -> bool:
    """An owner; in a circle whose last owner is gone, a facilitator stands in."""
    role = role_of(person, circle)
    if role == Role.FACILITATOR:
        return not circle.memberships.running().filter(role=Role.OWNER).exists()
    return role == Role.OWNER


def may_look_in(person: Any, circle: Circle) -> bool:
    """Ask to look into a closed circle: a moderator who is not in it."""
    return (
        person.is_authenticated
        and person.moderates
        and circle.is_closed_to_outsiders
        and role_of(person, circle) is None
    )
