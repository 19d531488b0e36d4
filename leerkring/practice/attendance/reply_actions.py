"""Somebody says whether they come; places are given, and given on.

The row of the meeting is locked before places are counted: of two who take the last one at the
same moment the second stands on the waiting list.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerkring.practice.attendance.models import Letter, Need, Reply, StrandChoice
from leerkring.practice.attendance.notices import tell_moved_up
from leerkring.practice.attendance.places import moved_up
from leerkring.practice.meetings.models import Invitation, Meeting, Strand
from leerkring.practice.meetings.queries import length_of


@dataclass(frozen=True)
class Answer:
    """What somebody says; `names` of guests, `strands` as ids of the sessions they choose."""

    says: str
    guests: int = 0
    need: str = ""
    names: tuple[str, ...] = ()
    strands: frozenset[int] = field(default_factory=frozenset)


@transaction.atomic
def reply_to(invitation: Invitation, answer: Answer) -> Reply:
    """Keep the newest answer, with a place, or on the waiting list where there is none.

    Raises ValidationError: too late, more guests than fit or may come, a session that is full.
    """
    meeting = locked(invitation.meeting_id)
    _refuse_late(meeting)
    comes = answer.says == Reply.Says.YES
    guests = answer.guests if comes else 0
    if guests > meeting.guests_each:
        raise ValidationError(f"Je mag hoogstens {in_guests(meeting.guests_each)} meebrengen.")
    reply = Reply.objects.filter(invitation=invitation).first() or Reply(invitation=invitation)
    had_place = reply.pk is not None and reply.has_place
    if comes and had_place and guests > reply.guests:
        _refuse_full(meeting, guests - reply.guests)
    reply.says, reply.guests = answer.says, guests
    reply.guest_names = "\n".join(answer.names[:guests])
    if not comes:
        reply.waits_since = None
    elif not had_place and reply.waits_since is None:
        reply.waits_since = timezone.now()
    reply.save()
    _keep_need(reply, answer.need if answer.says != Reply.Says.NO else "")
    _choose(reply, answer.strands if comes else frozenset())
    fill(meeting, fresh=reply)
    reply.refresh_from_db()
    return reply


def locked(meeting_id: int) -> Meeting:
    return Meeting.objects.select_for_update().get(pk=meeting_id)


def is_over(meeting: Meeting) -> bool:
    return timezone.now() > meeting.starts_at + length_of(meeting)


def fill(meeting: Meeting, *, fresh: Reply | None = None) -> int:
    """Give the places that are free to who waits, and tell them; how many. The meeting is locked.

    `fresh` only just answered: they read it on the page in front of them.
    """
    replies = Reply.objects.of_meeting(meeting)
    line = list(replies.in_line().select_related("invitation"))
    if not line:
        return 0
    free = None if meeting.places is None else max(meeting.places - replies.placed().people(), 0)
    chosen = moved_up(free, [reply.party for reply in line])
    for position in chosen:
        reply = line[position]
        reply.waits_since = None
        if reply != fresh:
            reply.times_moved_up += 1
            _tell(meeting, reply)
        reply.save()
    return len(chosen)


@transaction.atomic
def fill_free_places(meeting: Meeting) -> int:
    """After more places came, or somebody went."""
    return fill(locked(meeting.pk))


def in_guests(number: int) -> str:
    return "1 gast" if number == 1 else f"{number or 'geen'} gasten"


def _tell(meeting: Meeting, reply: Reply) -> None:
    invitation = reply.invitation
    Letter.objects.get_or_create(
        invitation=invitation.pk,
        kind=Letter.Kind.MOVED_UP,
        sequence=meeting.sequence,
        turn=reply.times_moved_up,
        defaults={"meeting": meeting, "name": invitation.name, "email": invitation.email},
    )
    tell_moved_up(meeting, reply)


def _refuse_late(meeting: Meeting) -> None:
    if meeting.is_cancelled:
        raise ValidationError("Deze bijeenkomst gaat niet door.")
    if is_over(meeting):
        raise ValidationError("Deze bijeenkomst is al geweest.")


def _refuse_full(meeting: Meeting, more: int) -> None:
    """Who has a place keeps it; guests who come on top must fit beside everybody else."""
    if meeting.places is None:
        return
    left = meeting.places - Reply.objects.of_meeting(meeting).placed().people()
    if more > left:
        raise ValidationError(
            "Voor je extra gasten is geen plaats meer. Je eigen plaats houd je."
            if left <= 0
            else f"Er is nog plaats voor {in_guests(left)} erbij, niet voor {more}."
        )


def _keep_need(reply: Reply, text: str) -> None:
    if text:
        Need.objects.update_or_create(reply=reply, defaults={"text": text})
    else:
        Need.objects.filter(reply=reply).delete()


def _choose(reply: Reply, wanted: frozenset[int]) -> None:
    """One session in each block; the last one that was named, where there are two."""
    mine = {choice.block_id: choice.strand_id for choice in reply.choices.all()}
    strands = Strand.objects.filter(pk__in=wanted, block__meeting=reply.invitation.meeting_id)
    chosen = {strand.block_id: strand for strand in strands.order_by("pk")}
    reply.choices.exclude(block__in=chosen).delete()
    for block, strand in chosen.items():
        if mine.get(block) != strand.pk:
            _refuse_full_strand(strand, reply)
        StrandChoice.objects.update_or_create(
            reply=reply, block_id=block, defaults={"strand": strand}
        )


def _refuse_full_strand(strand: Strand, reply: Reply) -> None:
    if strand.places is None:
        return
    there = Reply.objects.filter(choices__strand=strand).exclude(pk=reply.pk).people()
    if there + reply.party > strand.places:
        raise ValidationError(f"«{strand}» is vol. Kies een andere sessie.")
