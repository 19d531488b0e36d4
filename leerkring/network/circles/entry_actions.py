"""Ways into a circle: joining freely, asking, being invited, a link."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.network.circles.membership_actions import (
    let_in,
    locked,
    refuse_archived,
    refuse_guests,
)
from leerkring.network.circles.models import (
    Circle,
    Doorway,
    Invitation,
    Joining,
    JoinRequest,
    Membership,
    Role,
)
from leerkring.network.circles.notices import (
    tell_of_decision,
    tell_of_invitation,
    tell_of_request,
)
from leerkring.network.entrance.actions import invite as let_new_people_in
from leerkring.network.entrance.actions import revoke
from leerkring.network.entrance.rules import may_admit

DOORWAY_LASTS = timedelta(days=30)
NEW_BY_A_LINK = 50  # new accounts by one link of who guides and does not moderate


@transaction.atomic
def join(circle: Circle, *, person: Any, agreed: bool = False) -> Membership:
    """Into a circle that is free to join. Raises ValidationError, NoSeat."""
    circle = locked(circle)
    refuse_archived(circle)
    if circle.joining != Joining.FREE:
        raise ValidationError("In deze groep kun je niet zomaar meedoen.")
    return _let_in(circle, person, Role.MEMBER, _agreement(circle, agreed))


@transaction.atomic
def ask_to_join(
    circle: Circle, *, person: Any, motivation: str = "", agreed: bool = False
) -> JoinRequest:
    """A request for who guides the circle; one that waits already stays as it is."""
    circle = locked(circle)
    refuse_archived(circle)
    if circle.joining != Joining.REQUEST:
        raise ValidationError("In deze groep kun je niet vragen om mee te doen.")
    if circle.memberships.running().filter(person=person).exists():
        raise ValidationError("Je doet al mee.")
    agreed_at, now = _agreement(circle, agreed), timezone.now()
    request, is_new = JoinRequest.objects.get_or_create(
        circle=circle,
        person=person,
        decided_at=None,
        defaults={"motivation": motivation, "agreed_at": agreed_at, "at": now},
    )
    if is_new:
        sentence = "Iemand vroeg om mee te doen."
        record("circles.asked", by=person, about=circle, sentence=sentence)
        tell_of_request(request)
    return request


@transaction.atomic
def decide(request: JoinRequest, *, granted: bool, by: Any, answer: str = "") -> JoinRequest:
    """Once: a second decision, also at the same moment, is refused. Raises NoSeat."""
    circle = locked(request.circle_id)
    waiting = JoinRequest.objects.waiting().filter(pk=request.pk)
    found = waiting.select_related("person").first()
    if found is None:
        raise ValidationError("Over dit verzoek is al besloten.")
    if granted:
        refuse_archived(circle)
        let_in(circle, person=found.person, agreed_at=found.agreed_at)
        _settle_invitations(circle, found.person, granted=True)
    found.granted, found.answer, found.decided_by = granted, answer, by
    found.decided_at = timezone.now()
    found.save()
    sentence = f"Een verzoek om mee te doen is {'ingewilligd' if granted else 'afgewezen'}."
    record("circles.decided", by=by, about=circle, sentence=sentence)
    tell_of_decision(found)
    return found


@transaction.atomic
def invite(circle: Circle, *, person: Any, role: str = Role.MEMBER, by: Any) -> Invitation:
    """One invitation waits at a time; asking again changes its role."""
    circle = locked(circle)
    refuse_archived(circle)
    refuse_guests(circle, role)
    if circle.memberships.running().filter(person=person).exists():
        raise ValidationError(f"{person} doet al mee.")
    invitation, _ = Invitation.objects.update_or_create(
        circle=circle,
        person=person,
        decided_at=None,
        defaults={"role": role},
        create_defaults={"role": role, "by": by, "at": timezone.now()},
    )
    record("circles.invited", by=by, about=circle, sentence="Er is iemand uitgenodigd.")
    tell_of_invitation(invitation)
    return invitation


@transaction.atomic
def accept(invitation: Invitation, *, agreed: bool = False) -> Membership:
    """Raises ValidationError when it was withdrawn meanwhile; NoSeat."""
    circle = locked(invitation.circle_id)
    refuse_archived(circle)
    found = Invitation.objects.waiting().filter(pk=invitation.pk).select_related("person").first()
    if found is None:
        raise ValidationError("Deze uitnodiging is ingetrokken.")
    return _let_in(circle, found.person, found.role, _agreement(circle, agreed))


def settle(invitation: Invitation, *, granted: bool = False) -> None:
    """An invitation is declined by who got it, or withdrawn by the circle."""
    waiting = Invitation.objects.waiting().filter(pk=invitation.pk)
    waiting.update(granted=granted, decided_at=timezone.now())


@transaction.atomic
def open_doorway(circle: Circle, *, by: Any) -> Doorway:
    """A link for who has an account and for who is new: it is one link for both.

    Who guides a circle lets new people in with it, a limited number; moderators see such links
    among all others and can revoke them.
    """
    circle = locked(circle)
    refuse_archived(circle)
    now = timezone.now()
    doorway = Doorway(circle=circle, by=by, at=now, until=now + DOORWAY_LASTS)
    doorway.entrance = let_new_people_in(
        by=by,
        name="Naar een groep",
        welcome=f"Doe je mee in «{circle.name}»?",
        next=doorway.get_absolute_url(),
        most=None if may_admit(by) else NEW_BY_A_LINK,
        until=timezone.localdate(doorway.until),
    )
    doorway.save()
    record("circles.doorway_opened", by=by, about=circle, sentence="Er is een link gemaakt.")
    return doorway


@transaction.atomic
def withdraw(doorway: Doorway, *, by: Any) -> None:
    Doorway.objects.open().filter(pk=doorway.pk).update(withdrawn_at=timezone.now())
    if doorway.entrance is not None:
        revoke(doorway.entrance, by=by)


@transaction.atomic
def enter_by(doorway: Doorway, *, person: Any, agreed: bool = False) -> Membership:
    """Whoever has the link comes in as a member. Raises ValidationError, NoSeat."""
    circle = locked(doorway.circle_id)
    refuse_archived(circle)
    if not Doorway.objects.open().filter(pk=doorway.pk).exists():
        raise ValidationError("Deze link werkt niet meer. Vraag om een nieuwe.")
    return _let_in(circle, person, Role.MEMBER, _agreement(circle, agreed))


def _let_in(circle: Circle, person: Any, role: str, agreed_at: datetime | None) -> Membership:
    """In, and nothing of this person waits any more."""
    membership = let_in(circle, person=person, role=role, agreed_at=agreed_at)
    _settle_invitations(circle, person, granted=True)
    waiting = JoinRequest.objects.waiting().filter(circle=circle, person=person)
    waiting.update(granted=True, decided_at=timezone.now())
    return membership


def _settle_invitations(circle: Circle, person: Any, *, granted: bool) -> None:
    waiting = Invitation.objects.waiting().filter(circle=circle, person=person)
    waiting.update(granted=granted, decided_at=timezone.now())


def _agreement(circle: Circle, agreed: bool) -> datetime | None:
    if not circle.house_rules:
        return None
    if not agreed:
        raise ValidationError("Lees de huisregels, en vink aan dat je je eraan houdt.")
    return timezone.now()
