"""Reads over circles and who is in them."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from leerkring.network.circles.models import Circle, Inspection, Membership, Role, Visibility
from leerkring.network.people.models import Organisation, Team
from leerkring.network.profiles.models import Profile


def circle_ids_of(person: Any) -> set[int]:
    """The circles in which this person is now, in whatever role."""
    return set(Membership.objects.of(person).values_list("circle_id", flat=True))


def members_of(circle: Circle | int) -> set[int]:
    """Everybody in the circle now, in whatever role, as ids of persons."""
    return _people(circle, *Role)


def owners_of(circle: Circle | int) -> set[int]:
    """The owners; where the last one is gone, the facilitators, who stand in."""
    return _people(circle, Role.OWNER) or _people(circle, Role.FACILITATOR)


def guides_of(circle: Circle | int) -> set[int]:
    """Owners and facilitators."""
    return _people(circle, Role.OWNER, Role.FACILITATOR)


def _people(circle: Circle | int, *roles: str) -> set[int]:
    pk = circle if isinstance(circle, int) else circle.pk
    rows = Membership.objects.running().filter(circle=pk, role__in=roles, person__is_active=True)
    return set(rows.values_list("person_id", flat=True))


def organisation_of(person: Any) -> Organisation | None:
    """For which organisation a person sits: what the profile says, or that of their team now."""
    profile = Profile.objects.filter(person=person).select_related("organisation").first()
    if profile is not None and profile.organisation is not None:
        return profile.organisation
    team = Team.objects.of(person).select_related("organisation").order_by("-pk").first()
    return team.organisation if team else None


def tokens_held_by(person: Any) -> set[str]:
    """What opens circles for a person in the search index: membership, or a running inspection."""
    if not person.is_authenticated:
        return set()
    looked_into = Inspection.objects.of(person).values_list("circle_id", flat=True)
    return {f"circle:{pk}" for pk in circle_ids_of(person) | set(looked_into)}


def tokens_of_existence(circle: Circle) -> frozenset[str]:
    """Who may find that this circle exists."""
    if circle.visibility == Visibility.PUBLIC:
        return frozenset({"public"})
    if circle.visibility == Visibility.HIDDEN:
        return frozenset({f"circle:{circle.pk}"})
    return frozenset({"signed-in"})


def tokens_of_content(circle: Circle) -> frozenset[str]:
    """Who may find what is in this circle; whatever is in a circle is indexed with these."""
    if circle.visibility == Visibility.PUBLIC:
        return frozenset({"public"})
    if circle.visibility == Visibility.SIGNED_IN:
        return frozenset({"signed-in"})
    return frozenset({f"circle:{circle.pk}"})


def with_headcount(circles: QuerySet[Circle]) -> QuerySet[Circle]:
    """With `headcount`: how many are in it now, guests not counted."""
    inside = Q(memberships__until=None) & ~Q(memberships__role=Role.GUEST)
    return circles.annotate(headcount=Count("memberships", filter=inside))
