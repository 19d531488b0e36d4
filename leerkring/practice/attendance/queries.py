"""Reads over who comes. Names are for organisers; numbers are for who is invited."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Sum
from django.utils import timezone

from leerkring.practice.attendance.door_letters import door_letters
from leerkring.practice.attendance.head_queries import Head, heads_here, party_of, present
from leerkring.practice.attendance.models import NO_ADDRESS, Letter, Reply
from leerkring.practice.meetings.models import Block, Invitation, Meeting, Strand


@dataclass(frozen=True)
class Standing:
    """How it stands with a meeting, in heads; who waits, said no or later, in replies.

    free  places left; None: no end to them
    """

    asked: int
    coming: int
    guests: int
    waiting: int
    no: int
    later: int
    free: int | None

    @property
    def silent(self) -> int:
        """Asked, and nothing heard yet."""
        return self.asked - (self.coming - self.guests) - self.waiting - self.no - self.later


def standing_of(meeting: Meeting) -> Standing:
    """Two queries, however many people."""
    rows = Reply.objects.of_meeting(meeting).values_list("says", "guests", "waits_since")
    said: Counter[Any] = Counter()
    coming = guests = 0
    for says, with_them, waits_since in rows:
        said["line" if waits_since else says] += 1
        if says == Reply.Says.YES and waits_since is None:
            coming, guests = coming + 1 + with_them, guests + with_them
    return Standing(
        asked=Invitation.objects.filter(meeting=meeting).count(),
        coming=coming,
        guests=guests,
        waiting=said["line"],
        no=said[Reply.Says.NO],
        later=said[Reply.Says.LATER],
        free=None if meeting.places is None else max(meeting.places - coming, 0),
    )


@dataclass(frozen=True)
class Entry:
    """Somebody on the list of an organiser."""

    invitation: Invitation
    reply: Reply | None
    need: str
    strands: tuple[str, ...]
    heads: tuple[Head, ...]
    letter: Letter | None

    @property
    def is_here(self) -> bool:
        return any(head.is_here for head in self.heads)

    @property
    def state(self) -> str:
        """ja, wacht, nee, later, or "" for who did not answer."""
        if self.reply is None:
            return ""
        return "wacht" if self.reply.is_waiting else self.reply.says

    @property
    def letters(self) -> str:
        return door_letters(self.invitation.pk)

    @property
    def email(self) -> str:
        email = self.invitation.email
        return "" if email.endswith(NO_ADDRESS) else email

    @property
    def trouble(self) -> str:
        """What is wrong with the mail to this address."""
        return self.letter.fault if self.letter and self.letter.sent_at is None else ""


def guest_list(meeting: Meeting) -> list[Entry]:
    """Everybody who is asked, by name; for organisers. Five queries."""
    rows = Invitation.objects.filter(meeting=meeting).select_related(
        "organisation", "reply", "reply__need"
    )
    rows = rows.prefetch_related("reply__choices__strand")
    here = heads_here(meeting)
    newest = {letter.invitation: letter for letter in Letter.objects.filter(meeting=meeting)}
    return [_entry(row, here, newest.get(row.pk)) for row in rows]


def _entry(row: Invitation, here: set[tuple[Any, int]], letter: Letter | None) -> Entry:
    reply = getattr(row, "reply", None)
    need = getattr(reply, "need", None)
    chosen = reply.choices.all() if reply else ()
    return Entry(
        invitation=row,
        reply=reply,
        need=need.text if need else "",
        strands=tuple(str(choice.strand) for choice in chosen),
        heads=party_of(row, here),
        letter=letter,
    )


def stayed_away(meeting: Meeting) -> set[int]:
    """Ids of who said no, and of who was not tapped in where that was kept at the door; never of
    who does something there."""
    rows = Invitation.objects.filter(meeting=meeting).exclude(person=None)
    away = rows.filter(reply__says=Reply.Says.NO)
    if here := present(meeting):
        away |= rows.exclude(pk__in=here)
    doing = meeting.roles.values("person")
    return set(away.exclude(person__in=doing).values_list("person_id", flat=True))


def strand_blocks(meeting: Meeting) -> list[tuple[Block, list[Strand]]]:
    """Blocks in which people choose: those with a strand that has places."""
    rows = Strand.objects.filter(block__meeting=meeting).select_related("block")
    by_block: dict[Block, list[Strand]] = {}
    for strand in rows.order_by("block__position", "position"):
        by_block.setdefault(strand.block, []).append(strand)
    return [
        (block, strands)
        for block, strands in by_block.items()
        if len(strands) > 1 and any(strand.places is not None for strand in strands)
    ]


def heads_in_strands(strands: Sequence[Strand]) -> dict[int, int]:
    """Strand → how many people chose it, guests too."""
    rows = Reply.objects.filter(choices__strand__in=strands).values_list("choices__strand")
    counted = rows.annotate(people=Count("pk"), guests=Sum("guests")).order_by()
    return {pk: people + guests for pk, people, guests in counted}


def position_in_line(reply: Reply) -> int:
    """1 for who is first on the waiting list."""
    line = Reply.objects.of_meeting(reply.invitation.meeting).in_line()
    return list(line.values_list("pk", flat=True)).index(reply.pk) + 1


def waits_after_yes(
    meeting: Meeting, reply: Reply | None = None, *, standing: Standing | None = None
) -> bool:
    """Whether a yes now would come on the waiting list: all places are given, to others. Without
    `standing` the heads are counted: a query."""
    if meeting.places is None or (reply is not None and reply.has_place):
        return False
    placed = Reply.objects.of_meeting(meeting).placed()
    return (standing.coming if standing else placed.people()) >= meeting.places


def own_invitation(meeting: Meeting, person: Any) -> Invitation | None:
    if not person.is_authenticated:
        return None
    rows = Invitation.objects.select_related("reply__need", "meeting")
    return rows.filter(meeting=meeting, person=person).first()


def has_begun(meeting: Meeting) -> bool:
    return timezone.now() >= meeting.starts_at
