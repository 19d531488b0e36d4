"""Reads over circles and who is in them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q, QuerySet

from leerkring.foundation.search.registry import PUBLIC, SIGNED_IN
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, Inspection, Membership, Role, Visibility
from leerkring.network.circles.rules import WRITING
from leerkring.network.people.models import Organisation, Team
from leerkring.network.people.queries import moderators
from leerkring.network.profiles.models import Profile


def circle_ids_of(person: Any) -> set[int]:
    """The circles in which this person is now, in whatever role."""
    return set(_circle_ids(person))


@made_once
def _circle_ids(person: Any) -> QuerySet[Membership, int]:
    return Membership.objects.of(person).order_by().values_list("circle_id", flat=True)


def members_of(circle: Circle | int) -> set[int]:
    """Everybody in the circle now, in whatever role, as ids of persons."""
    return _people(circle, *Role)


def owners_of(circle: Circle | int) -> set[int]:
    """The owners; where the last one is gone, the facilitators, who stand in."""
    return _people(circle, Role.OWNER) or _people(circle, Role.FACILITATOR)


def guides_of(circle: Circle | int) -> set[int]:
    """Owners and facilitators."""
    return _people(circle, Role.OWNER, Role.FACILITATOR)


def keepers_of(circle: Circle | int | None) -> set[int]:
    """Who keeps order over what is for a circle: its guides; over all else the moderators, and
    over a circle without guides: else a flag there would reach nobody.

    As `rules.may_guide`, for everybody at once.
    """
    guides = guides_of(circle) if circle is not None else set()
    return guides or moderators()


def readers_for(circle: Circle | int | None) -> set[int]:
    """Who is given what only who guides may read: of a circle its guides, and nobody where there
    are none; of all else the moderators. As `rules.may_read_for`, for everybody at once."""
    return guides_of(circle) if circle is not None else moderators()


def guided_circles() -> QuerySet[Membership, int]:
    """Numbers of the circles in which somebody with an account guides, for the database."""
    rows = Membership.objects.running().guiding().filter(person__is_active=True)
    return rows.values_list("circle", flat=True)


def without_guides() -> QuerySet[Circle]:
    """Living circles in which no owner and no facilitator with an account is left."""
    return Circle.objects.living().exclude(pk__in=guided_circles())


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
    looked_into = _looked_into(person)
    return {f"circle:{pk}" for pk in circle_ids_of(person) | set(looked_into)}


def tokens_of_ties(person: Any) -> set[str]:
    """What everybody in a circle with this person holds."""
    return {f"circle:{pk}" for pk in circle_ids_of(person)}


@made_once
def _looked_into(person: Any) -> QuerySet[Inspection, int]:
    return Inspection.objects.of(person).values_list("circle_id", flat=True)


def tokens_of_existence(circle: Circle) -> frozenset[str]:
    """Who may find that this circle exists."""
    if circle.visibility == Visibility.PUBLIC:
        return frozenset({"public"})
    if circle.visibility == Visibility.HIDDEN:
        return frozenset({f"circle:{circle.pk}"})
    return frozenset({"signed-in"})


def tokens_of_reading(audience: str, circle: int | None) -> frozenset[str]:
    """Who may find what is written for an audience: the same as `models.meant_for`."""
    if audience == Audience.PUBLIC:
        return frozenset({PUBLIC})
    if audience == Audience.SIGNED_IN:
        return frozenset({SIGNED_IN})
    return frozenset({f"circle:{circle}"})


def readers_among(people: Iterable[int | None], audience: str, circle: int | None) -> set[int]:
    """Of these people (None is nobody) who is to hear of what is for this audience: not who went
    out of its circle."""
    some = {person for person in people if person is not None}
    return some & members_of(circle) if audience == Audience.CIRCLE and circle and some else some


def headcounts(circle_ids: Iterable[int]) -> dict[int, int]:
    """How many are in each of these circles now, guests not counted."""
    rows = Membership.objects.running().filter(circle__in=list(circle_ids))
    counted = rows.exclude(role=Role.GUEST).order_by().values_list("circle")
    return dict(counted.annotate(Count("pk")))


def organisations_in(circle: Circle) -> list[tuple[str, int]]:
    """(organisation, how many) of who is in it now, the most first; "" for who has none."""
    rows = circle.memberships.running().exclude(role=Role.GUEST).order_by()
    counted = rows.values_list("organisation__name").annotate(people=Count("pk"))
    found = [(name or "", people) for name, people in counted]
    return sorted(found, key=lambda row: (-row[1], row[0].casefold()))


def next_page(circles: QuerySet[Circle], after: str, size: int) -> tuple[list[Circle], str]:
    """By name, from beyond the circle with number `after`; and where the page after begins."""
    last = Circle.objects.filter(pk=int(after)).first() if after.isdecimal() else None
    if last is not None:
        beyond = Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk)
        circles = circles.filter(beyond)
    rows = list(circles.order_by("name", "pk")[: size + 1])
    return rows[:size], str(rows[size - 1].pk) if len(rows) > size else ""


def circles_to_write_in(person: Any) -> QuerySet[Circle]:
    """The living circles in which this person may write now."""
    writing = Membership.objects.of(person).filter(role__in=WRITING)
    return Circle.objects.living().filter(memberships__in=writing)
