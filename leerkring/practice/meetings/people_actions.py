"""Who does what in a meeting, and who is asked to come."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import index
from leerkring.network.circles.queries import organisation_of
from leerkring.practice.meetings.models import Invitation, Meeting, Role
from leerkring.practice.meetings.telling_actions import tell_role


@transaction.atomic
def give_role(meeting: Meeting, *, person: Any, kind: str, by: Any) -> Role:
    """From now on they see the draft and the script. Having it already is fine."""
    role, is_new = Role.objects.get_or_create(meeting=meeting, person=person, kind=kind)
    if is_new:
        words = f"Er is een {role.get_kind_display()} bij gekomen."
        record("meetings.role_given", by=by, about=meeting, sentence=words)
        index(meeting)
        tell_role(role, by=by)
    return role


@transaction.atomic
def end_role(role: Role, *, by: Any) -> None:
    """Raises ValidationError for the last organiser: somebody has it in hand."""
    meeting = Meeting.objects.select_for_update().get(pk=role.meeting_id)
    organisers = meeting.roles.filter(kind=Role.Kind.ORGANISER)
    if role.kind == Role.Kind.ORGANISER and organisers.count() == 1:
        raise ValidationError("Een bijeenkomst heeft ten minste één organisator.")
    words = f"Een {role.get_kind_display()} is gestopt."
    role.delete()
    index(meeting)
    record("meetings.role_ended", by=by, about=meeting, sentence=words)


@transaction.atomic
def invite(
    meeting: Meeting,
    *,
    person: Any | None = None,
    name: str = "",
    email: str = "",
    organisation: Any | None = None,
) -> Invitation:
    """One row per address, whoever asks twice; the mail is sent by who knows who comes.

    A person of the platform, or a name with an address. Raises ValueError for neither.
    """
    if person is not None:
        name, email = name or str(person), person.email
        organisation = organisation or organisation_of(person)
    if not email:
        raise ValueError("an invitation goes to a person or to an address")
    invitation, is_new = Invitation.objects.get_or_create(
        meeting=meeting,
        email=email.lower(),
        defaults={"person": person, "name": name or email, "organisation": organisation},
    )
    if is_new and person is not None:
        index(meeting)
    return invitation


def organised_by(person: Any) -> Any:
    """What must be handed over by who leaves: what they organise alone and is not over."""
    own = Meeting.objects.organised_by(person).filter(cancellation=None)
    shared = Role.objects.filter(kind=Role.Kind.ORGANISER).exclude(person=person)
    return own.exclude(pk__in=shared.values("meeting"))


def hand_to(meeting: Meeting, person: Any) -> None:
    give_role(meeting, person=person, kind=Role.Kind.ORGANISER, by=None)
