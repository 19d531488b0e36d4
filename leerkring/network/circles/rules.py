"""Who may do what in a circle."""

from dataclasses import dataclass
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


@dataclass(frozen=True)
class Standing:
    """What a person may do with what others wrote, where they can read it: react; and keep order,
    as a moderator, or as who guides the circle that it is for."""

    says: bool = False
    orders: bool = False


def standing_in(person: Any, circle: Circle | None) -> Standing:
    """With what is for this circle only, or for more people (None), in one look at who is in it.

    Of what is for a circle a moderator keeps order only after looking in, which is written down.
    """
    if not person.is_authenticated:
        return Standing()
    if circle is None:
        return Standing(says=True, orders=bool(person.moderates))
    role = role_of(person, circle)
    says = role in WRITING and not circle.is_archived
    if role in GUIDING:
        return Standing(says, orders=True)
    return Standing(says, orders=Inspection.objects.of(person).filter(circle=circle).exists())


def may_guide(person: Any, circle: Circle | None) -> bool:
    """Decide about what is put to who guides: of a circle, or of all (None) a moderator, as in a
    circle without guides."""
    if not person.is_authenticated:
        return False
    if circle is None:
        return bool(person.moderates)
    return may_facilitate(person, circle) or bool(person.moderates and has_no_guide(circle))


def may_read_for(person: Any, circle: Circle | None) -> bool:
    """Read what was given to who guides before it is for anybody: of a circle its guides; of what
    is for more people (None) a moderator. Where nobody guides it waits: no moderator reads what is
    for a circle without its seeing so."""
    if circle is not None:
        return may_facilitate(person, circle)
    return bool(person.is_authenticated and person.moderates)


def may_own(person: Any, circle: Circle) -> bool:
    """An owner; in a circle whose last owner is gone, a facilitator stands in."""
    role = role_of(person, circle)
    if role == Role.FACILITATOR:
        return not circle.memberships.running().filter(role=Role.OWNER).exists()
    return role == Role.OWNER


def may_look_in(person: Any, circle: Circle) -> bool:
    """Ask to look into a circle: a moderator who is not in it. Into an open one too: what is for
    the circle only is read by who is in it, however open the circle itself is."""
    return person.is_authenticated and person.moderates and role_of(person, circle) is None


def has_no_guide(circle: Circle | int) -> bool:
    """Neither an owner nor a facilitator with an account is left: moderators stand in."""
    rows = Membership.objects.running().guiding().filter(circle=circle, person__is_active=True)
    return not rows.exists()


def may_take_over(person: Any, circle: Circle) -> bool:
    """Become owner of a circle that nobody can guide any more: a moderator, also one who is in
    it. Where a facilitator is left, they stand in for the owner (`may_own`)."""
    return (
        person.is_authenticated
        and person.moderates
        and not circle.is_archived
        and has_no_guide(circle)
    )
