"""People come into a circle, change role, and leave it. Each locks the circle first."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.notifications.actions import settle_unseen
from leerkring.foundation.notifications.frequency import Loudness
from leerkring.foundation.notifications.preference_actions import set_loudness
from leerkring.network.circles.models import Circle, Membership, Role
from leerkring.network.circles.queries import organisation_of
from leerkring.network.circles.seating import lowest_free
from leerkring.network.profiles.actions import find_by_ties


class NoSeat(ValidationError):
    """All seats of this organisation are taken, or there is no organisation to sit for."""


class LastOwner(ValidationError):
    """Without an owner nobody could ever settle anything again."""


def locked(circle: Circle | int) -> Circle:
    """The circle as it is now; whoever else changes it waits. Inside a transaction."""
    pk = circle if isinstance(circle, int) else circle.pk
    return Circle.objects.select_for_update().get(pk=pk)


def refuse_archived(circle: Circle) -> None:
    if circle.is_archived:
        raise ValidationError("Deze groep is afgesloten. Je kunt er alleen nog lezen.")


def let_in(
    circle: Circle, *, person: Any, role: str = Role.MEMBER, agreed_at: datetime | None = None
) -> Membership:
    """A membership in a locked circle; who is in already keeps the one there is.

    Raises NoSeat.
    """
    running = circle.memberships.running().filter(person=person).first()
    if running is not None:
        return running
    membership = Membership(circle=circle, person=person, role=role, agreed_at=agreed_at)
    membership.since = timezone.now()
    membership.organisation = organisation_of(person)
    take_seat(membership)
    membership.save()
    find_by_ties(person)
    record("circles.joined", by=person, about=circle, sentence="Er kwam iemand bij in de groep.")
    return membership


def take_seat(membership: Membership) -> None:
    """Give a member the lowest free seat of the organisation; others sit on none. Not saved."""
    membership.seats = membership.circle.seats_per_organisation
    membership.seat = None
    if membership.role != Role.MEMBER or membership.seats is None:
        return
    if membership.organisation is None:
        raise NoSeat(
            "In deze groep zijn plekken verdeeld per organisatie. "
            "Vul eerst in je profiel in waar je werkt."
        )
    beside = membership.circle.memberships.running().filter(organisation=membership.organisation)
    taken = set(beside.exclude(seat=None).values_list("seat", flat=True))
    membership.seat = lowest_free(taken, membership.seats)
    if membership.seat is None:
        raise NoSeat(f"Alle plekken van {membership.organisation} zijn bezet.")


@transaction.atomic
def change_role(membership: Membership, *, role: str, by: Any) -> Membership:
    """Raises LastOwner, NoSeat, or ValidationError where the kind has no guests."""
    circle = locked(membership.circle_id)
    membership = circle.memberships.running().select_related("organisation").get(pk=membership.pk)
    if membership.role == role:
        return membership
    refuse_guests(circle, role)
    if membership.role == Role.OWNER:
        _keep_an_owner(circle, membership)
    membership.circle, membership.role = circle, role
    take_seat(membership)
    membership.save(update_fields=["role", "seat", "seats"])
    sentence = f"Iemand is nu {Role(role).label} in de groep."
    record("circles.role_changed", by=by, about=circle, sentence=sentence)
    return membership


@transaction.atomic
def end_membership(membership: Membership, *, by: Any) -> None:
    """Somebody leaves, or is taken out. What they wrote stays. Raises LastOwner."""
    circle = locked(membership.circle_id)
    running = circle.memberships.running().filter(pk=membership.pk)
    found = running.select_related("person").first()
    if found is None:
        return
    if found.role == Role.OWNER:
        _keep_an_owner(circle, found)
    running.update(until=timezone.now())
    find_by_ties(found.person)
    # Who is in it no longer has no place to choose how loud it is.
    set_loudness(found.person, circle.pk, Loudness.NORMAL)
    settle_unseen(found.person, circle=circle.pk)
    sentence = "Iemand ging uit de groep."
    record("circles.left", by=by, about=circle, sentence=sentence)


@transaction.atomic
def hand_over(circle: Circle, *, owner: Any, to: Any, by: Any) -> None:
    """Another person in the circle becomes owner, and the owner becomes a facilitator."""
    memberships = {m.person_id: m for m in locked(circle).memberships.running()}
    if to.pk not in memberships or owner.pk not in memberships:
        raise ValidationError("Kies iemand die in de groep zit.")
    change_role(memberships[to.pk], role=Role.OWNER, by=by)
    change_role(memberships[owner.pk], role=Role.FACILITATOR, by=by)


def refuse_guests(circle: Circle, role: str) -> None:
    if role == Role.GUEST and not circle.words.guests:
        raise ValidationError(f"Een {circle.words.label.lower()} kent geen gasten.")


def _keep_an_owner(circle: Circle, leaving: Membership) -> None:
    owners = circle.memberships.running().filter(role=Role.OWNER, person__is_active=True)
    if not owners.exclude(pk=leaving.pk).exists():
        raise LastOwner("Draag de groep eerst over: maak iemand anders eigenaar.")
