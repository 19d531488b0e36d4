"""Who does something in a meeting: who they are, and what and when that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Block, Invitation, Meeting, Role, Strand
from leerkring.practice.meetings.programme_queries import Timed, programme_of

HOLDING = (Role.Kind.CHAIR, Role.Kind.FACILITATOR, Role.Kind.SPEAKER)
LETTERS = UUID("5f0c9a3e-3a5b-4c0f-9d25-6a1a6d0c7f11")


@dataclass(frozen=True)
class Holder:
    """As a letter takes somebody; `pk` is made of the meeting and the person, always the same."""

    pk: UUID
    name: str
    email: str


def key_of(meeting: int, person: int) -> UUID:
    return uuid5(LETTERS, f"{meeting}-{person}")


def holders_of(meetings: Iterable[int]) -> dict[int, list[Holder]]:
    """By meeting: who has a role, or leads a part of it, and was not asked to come; who was, hears
    it with their invitation. Six queries, however many."""
    pks = list(meetings)
    pairs = set(
        Role.objects.filter(meeting__in=pks, kind__in=HOLDING).values_list("meeting", "person")
    )
    pairs |= set(_leading(Block.objects.filter(meeting__in=pks), "meeting"))
    pairs |= set(_leading(Strand.objects.filter(block__meeting__in=pks), "block__meeting"))
    asked = Invitation.objects.filter(meeting__in=pks).values_list("meeting", "person", "email")
    by_person, by_email = {row[:2] for row in asked}, {(row[0], row[2]) for row in asked}
    people = Person.objects.filter(pk__in={pk for _, pk in pairs}, is_active=True).in_bulk()
    found: dict[int, list[Holder]] = {}
    for meeting, pk in sorted(pairs - by_person):
        one = people.get(pk)
        if one is not None and (meeting, one.email.lower()) not in by_email:
            found.setdefault(meeting, []).append(Holder(key_of(meeting, pk), str(one), one.email))
    return found


def _leading(rows: Any, meeting: str) -> Any:
    return rows.filter(leader__isnull=False).values_list(meeting, "leader")


def person_behind(meeting: Meeting, key: UUID) -> Person | None:
    """Whose letters these are: asked to come, or doing something there."""
    asked = Invitation.objects.select_related("person").filter(pk=key).first()
    if asked is not None:
        return asked.person
    leading = {part.leader_id for _, part in _parts(meeting)} - {None}
    roles = meeting.roles.filter(kind__in=HOLDING).values_list("person", flat=True)
    pk = next((pk for pk in {*leading, *roles} if key_of(meeting.pk, pk) == key), None)
    return Person.objects.filter(pk=pk, is_active=True).first()


def doing(meeting: Meeting, person: Person | None) -> list[str]:
    """What somebody does there, a line each: «dagvoorzitter», «14.00–14.30 Opening, Zaal 3»."""
    if person is None:
        return []
    roles = meeting.roles.filter(person=person, kind__in=HOLDING)
    lines = [role.get_kind_display() for role in roles.order_by("pk")]
    for timed, part in _parts(meeting):
        if part.leader_id == person.pk:
            where = f", {part.room}" if part.room else ""
            lines.append(f"{timed.start:%H.%M}–{timed.end:%H.%M} {part.title}{where}")
    return lines


def _parts(meeting: Meeting) -> list[tuple[Timed, Block | Strand]]:
    """The parts of the programme, and those beside each other in them."""
    parts: list[tuple[Timed, Block | Strand]] = []
    for timed in programme_of(meeting).blocks:
        parts += [(timed, timed.block), *((timed, strand) for strand in timed.strands)]
    return parts
