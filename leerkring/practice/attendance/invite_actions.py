"""People are asked to come: from a circle, by name, from a list; and taken off again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import index, index_many
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.people.actions import organisation_named
from leerkring.network.people.models import Organisation, Person
from leerkring.practice.attendance.models import Letter
from leerkring.practice.attendance.people_lines import Asked
from leerkring.practice.attendance.person_queries import organisations_of
from leerkring.practice.attendance.reply_actions import fill, locked
from leerkring.practice.meetings.models import Invitation, Meeting


@dataclass(frozen=True)
class Invited:
    """How many are new, and the names of who was asked already."""

    new: int
    already: tuple[str, ...] = ()


@transaction.atomic
def invite(meeting: Meeting, people: Sequence[Asked], *, by: Any) -> Invited:
    """Ask everybody on a list, each once; an address of somebody with an account is theirs."""
    accounts = Person.objects.filter(email__in=[one.email for one in people], is_active=True)
    by_email = {person.email.lower(): person for person in accounts}
    work = _organisations(people)
    own = organisations_of(by_email.values())
    rows = []
    for one in people:
        person = by_email.get(one.email)
        organisation = work.get(one.organisation.casefold())
        if organisation is None and person is not None:
            organisation = own.get(person.pk)
        rows.append(
            Invitation(
                meeting=meeting,
                person=person,
                name=one.name,
                email=one.email,
                organisation=organisation,
            )
        )
    return _ask(meeting, rows, by=by)


@transaction.atomic
def invite_people(meeting: Meeting, people: Sequence[Person], *, by: Any) -> Invited:
    """Ask people of the platform."""
    work = organisations_of(people)
    rows = [
        Invitation(
            meeting=meeting,
            person=person,
            name=(person.name or "Iemand zonder naam"),
            email=person.email.lower(),
            organisation=work.get(person.pk),
        )
        for person in people
    ]
    return _ask(meeting, rows, by=by)


def invite_circle(meeting: Meeting, circle: Circle, *, by: Any) -> Invited:
    """Everybody who is in it now, guests too."""
    inside = Membership.objects.running().filter(circle=circle).values("person")
    people = Person.objects.filter(pk__in=inside, is_active=True).order_by("name", "pk")
    return invite_people(meeting, list(people), by=by)


@transaction.atomic
def take_off(invitation: Invitation, *, by: Any) -> None:
    """Not asked after all. Who had a mail gets another one, that takes it out of the calendar."""
    meeting = locked(invitation.meeting_id)
    letters = Letter.objects.filter(invitation=invitation.pk)
    letters.waiting().filter(tries=0).delete()
    heard = letters.filter(Q(sent_at__isnull=False) | Q(tries__gt=0))
    if heard.exists() and not meeting.is_cancelled:
        call_off(meeting, [invitation], now=timezone.now())
    record("attendance.taken_off", by=by, about=meeting, sentence="Iemand ging van de lijst.")
    invitation.delete()
    fill(meeting)
    _index(meeting)


def call_off(meeting: Meeting, invitations: Sequence[Any], *, now: datetime) -> None:
    """A mail to each that says: not any more. Each once, however often this is done."""
    kind, sequence = Letter.Kind.CALLED_OFF, meeting.sequence
    Letter.objects.put_in_line(meeting, invitations, kind, sequence, now)


def _ask(meeting: Meeting, rows: Sequence[Invitation], *, by: Any) -> Invited:
    meeting = locked(meeting.pk)
    there = Invitation.objects.filter(meeting=meeting)
    asked = {(one.email.lower(), one.person_id) for one in there}
    emails, persons = {email for email, _ in asked}, {pk for _, pk in asked if pk}
    known = [row for row in rows if row.email in emails or row.person_id in persons]
    new = [row for row in rows if row not in set(known)]
    Invitation.objects.bulk_create(new)
    if new:
        count = "1 persoon" if len(new) == 1 else f"{len(new)} mensen"
        record("attendance.invited", by=by, about=meeting, sentence=f"{count} uitgenodigd.")
        _index(meeting)
    return Invited(len(new), tuple(row.name for row in known))


def _index(meeting: Meeting) -> None:
    """Who is asked may find it, and who is taken off may not."""
    index(meeting)
    index_many(meeting.questions.all())


def _organisations(people: Sequence[Asked]) -> dict[str, Organisation]:
    """By their name in small letters; what is not there yet is added."""
    names = {one.organisation.casefold(): one.organisation for one in people if one.organisation}
    return {key: organisation_named(name) for key, name in names.items()}
