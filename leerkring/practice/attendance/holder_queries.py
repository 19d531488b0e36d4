"""Who does something in a meeting: who they are, and what and when that is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5

from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Block, Invitation, Meeting, Role, Strand
from leerkring.practice.meetings.programme import Slot, timetable

HOLDING = (Role.Kind.CHAIR, Role.Kind.FACILITATOR, Role.Kind.SPEAKER)
LETTERS = UUID("5f0c9a3e-3a5b-4c0f-9d25-6a1a6d0c7f11")
Lines = dict[int, dict[int, list[str]]]  # by meeting, by person


@dataclass(frozen=True)
class Holder:
    """As a letter takes somebody; `pk` is made of the meeting and the person, always the same;
    `doing` is what they do there, a line each."""

    pk: UUID
    name: str
    email: str
    doing: str = ""


def key_of(meeting: int, person: int) -> UUID:
    return uuid5(LETTERS, f"{meeting}-{person}")


def holders_of(meetings: Iterable[Meeting]) -> dict[int, list[Holder]]:
    """By meeting: who has a role, or leads a part of it, and was not asked to come; who was, hears
    it with their invitation. Five queries, however many."""
    lines = lines_at(meetings)
    pairs = {(meeting, pk) for meeting, own in lines.items() for pk in own}
    asked = Invitation.objects.filter(meeting__in=lines).values_list("meeting", "person", "email")
    by_person, by_email = {row[:2] for row in asked}, {(row[0], row[2]) for row in asked}
    people = Person.objects.filter(pk__in={pk for _, pk in pairs}, is_active=True).in_bulk()
    found: dict[int, list[Holder]] = {}
    for meeting, pk in sorted(pairs - by_person):
        one = people.get(pk)
        if one is not None and (meeting, one.email.lower()) not in by_email:
            doing = "\n".join(lines[meeting][pk])
            holder = Holder(key_of(meeting, pk), str(one), one.email, doing)
            found.setdefault(meeting, []).append(holder)
    return found


def lines_at(meetings: Iterable[Meeting]) -> Lines:
    """What everybody does there, a line each: «dagvoorzitter», «14.00–14.30 Opening, Zaal 3».
    Three queries, however many."""
    found: Lines = {}
    rows = list(meetings)
    roles = Role.objects.filter(meeting__in=rows, kind__in=HOLDING).order_by("pk")
    for role in roles:
        own = found.setdefault(role.meeting_id, {}).setdefault(role.person_id, [])
        own.append(role.get_kind_display())
    for meeting, slot, part in _parts(rows):
        if part.leader_id is not None:
            where = f", {part.room}" if part.room else ""
            line = f"{slot.start:%H.%M}–{slot.end:%H.%M} {part.title}{where}"
            found.setdefault(meeting, {}).setdefault(part.leader_id, []).append(line)
    return found


def person_behind(meeting: Meeting, key: UUID) -> Person | None:
    """Whose letters these are: asked to come, or doing something there."""
    asked = Invitation.objects.select_related("person").filter(pk=key).first()
    if asked is not None:
        return asked.person
    people = lines_at([meeting]).get(meeting.pk, {})
    pk = next((pk for pk in people if key_of(meeting.pk, pk) == key), None)
    return Person.objects.filter(pk=pk, is_active=True).first()


def doing(meeting: Meeting, person: Person | None) -> list[str]:
    """What somebody does there, a line each."""
    return lines_at([meeting]).get(meeting.pk, {}).get(person.pk, []) if person else []


def _parts(meetings: Iterable[Meeting]) -> Iterator[tuple[int, Slot, Block | Strand]]:
    """The parts of each programme when they are, and those beside each other in them."""
    by_pk = {meeting.pk: meeting for meeting in meetings}
    blocks: dict[int, list[Block]] = {}
    rows = Block.objects.filter(meeting__in=by_pk).prefetch_related("strands")
    for block in rows.order_by("meeting", "position"):
        blocks.setdefault(block.meeting_id, []).append(block)
    for pk, own in blocks.items():
        slots = timetable(by_pk[pk].starts_at, [one.minutes for one in own], by_pk[pk].zone)
        for block, slot in zip(own, slots, strict=True):
            yield pk, slot, block
            yield from ((pk, slot, strand) for strand in block.strands.all())
