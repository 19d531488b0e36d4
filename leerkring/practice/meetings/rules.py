"""Who may do what with a meeting."""

from typing import Any

from leerkring.network.circles.models import Circle, Membership
from leerkring.network.circles.rules import role_of
from leerkring.practice.meetings.models import Audience, Meeting, Role

LEADING = (Role.Kind.ORGANISER, Role.Kind.CHAIR)


def guided_circles(person: Any) -> Any:
    """The circles for which this person may make a meeting."""
    guiding = Membership.objects.of(person).guiding()
    return Circle.objects.filter(pk__in=guiding.values("circle")).living()


def may_make_for_everyone(person: Any) -> bool:
    """Also a meeting that belongs to no circle."""
    return bool(person.is_authenticated and (person.starts_programmes or person.moderates))


def may_make(person: Any) -> bool:
    if not person.is_authenticated:
        return False
    return may_make_for_everyone(person) or guided_circles(person).exists()


def has_role(person: Any, meeting: Meeting, *kinds: Any) -> bool:
    """Whether this person has one of these roles in it; any role, when none is named."""
    if not person.is_authenticated:
        return False
    roles = Role.objects.filter(meeting=meeting, person=person)
    return (roles.filter(kind__in=kinds) if kinds else roles).exists()


def may_organise(person: Any, meeting: Meeting) -> bool:
    return has_role(person, meeting, Role.Kind.ORGANISER)


def may_lead(person: Any, meeting: Meeting) -> bool:
    """Stand by the clock: an organiser or the chair of the day."""
    return has_role(person, meeting, *LEADING)


def may_take_part(person: Any, meeting: Meeting) -> bool:
    """React and bring questions: who has an account; within a circle who is in it, and who is
    asked to come or does something there."""
    if not person.is_authenticated or meeting.is_cancelled:
        return False
    if meeting.audience in (Audience.PUBLIC, Audience.SIGNED_IN):
        return True
    if meeting.circle is not None and role_of(person, meeting.circle) is not None:
        return True
    return has_role(person, meeting) or meeting.invitations.filter(person=person).exists()
