"""Blocks and strands: put in, changed, moved, taken out. The times follow by themselves.

Each holds the meeting before it touches a part of it, so that two at once never wait for each
other.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import F, Max, Q

from leerkring.practice.meetings.actions import length_changed
from leerkring.practice.meetings.models import Block, Meeting, Strand
from leerkring.practice.meetings.script import rescaled

LONGEST = 24 * 60
ASIDE = 10_000  # beyond every position in use


@dataclass(frozen=True)
class BlockText:
    """What somebody writes about a block."""

    title: str
    minutes: int
    kind: str = str(Block.Kind.TOGETHER)
    purpose: str = ""
    steps: Sequence[str] = ()
    material: str = ""
    capture: str = ""
    room: str = ""
    leader: Any | None = None
    leader_name: str = ""


@dataclass(frozen=True)
class StrandText:
    """What somebody writes about one of the sessions beside each other."""

    title: str
    room: str = ""
    leader: Any | None = None
    leader_name: str = ""
    places: int | None = None
    organisation: Any | None = field(default=None)


@transaction.atomic
def add_block(meeting: Meeting, text: BlockText) -> Block:
    """At the end of the programme."""
    _locked(meeting.pk)
    block = Block(meeting=meeting, position=_next(meeting.blocks))
    _write(block, text)
    if text.minutes:
        length_changed(meeting)
    return block


@transaction.atomic
def change_block(block: Block, text: BlockText) -> None:
    _locked(block.meeting_id)
    before, minutes = (block.room, block.leader_id), block.minutes
    _write(block, text)
    if block.minutes != minutes:
        length_changed(block.meeting)
    elif before != (block.room, block.leader_id):
        _part_moved(block.meeting_id)


@transaction.atomic
def resize(block: Block, by_minutes: int) -> Block:
    """Longer or shorter; its steps share in it, and what follows moves along."""
    _locked(block.meeting_id)
    block = Block.objects.select_related("meeting").get(pk=block.pk)
    minutes = min(max(block.minutes + by_minutes, 0), LONGEST)
    if minutes != block.minutes:
        block.minutes, block.steps = minutes, list(rescaled(block.steps, minutes))
        block.save(update_fields=["minutes", "steps"])
        length_changed(block.meeting)
    return block


@transaction.atomic
def move(block: Block, *, up: bool) -> None:
    """One place earlier or later; at the edge it stays where it is."""
    _locked(block.meeting_id)
    block.refresh_from_db(fields=["position"])
    others = Block.objects.filter(meeting=block.meeting_id)
    if up:
        other = others.filter(position__lt=block.position).order_by("-position").first()
    else:
        other = others.filter(position__gt=block.position).order_by("position").first()
    if other is None:
        return
    here, there = block.position, other.position
    for row, position in ((block, ASIDE), (other, here), (block, there)):
        row.position = position
        row.save(update_fields=["position"])
    _part_moved(block.meeting_id)


@transaction.atomic
def remove_block(block: Block) -> None:
    """Questions that were attached to it stay with the meeting."""
    _locked(block.meeting_id)
    block.delete()
    length_changed(block.meeting)


@transaction.atomic
def add_strand(block: Block, text: StrandText) -> Strand:
    _locked(block.meeting_id)
    strand = Strand(block=block, position=_next(block.strands))
    change_strand(strand, text)
    return strand


@transaction.atomic
def change_strand(strand: Strand, text: StrandText) -> None:
    _locked(strand.block.meeting_id)
    before = (strand.room, strand.leader_id)
    for name in ("title", "room", "leader", "leader_name", "places", "organisation"):
        setattr(strand, name, getattr(text, name))
    strand.save()
    if before != (strand.room, strand.leader_id):
        _part_moved(strand.block.meeting_id)


@transaction.atomic
def remove_strand(strand: Strand) -> None:
    """What was brought to it, and its boards, stay with the meeting."""
    _locked(strand.block.meeting_id)
    strand.delete()
    _part_moved(strand.block.meeting_id)


def copy_programme(source: Meeting, target: Meeting) -> dict[int, Block]:
    """The same blocks and strands, without dilemmas that are no more; gives the new block for the
    number of the old one."""
    found: dict[int, Block] = {}
    gone = Q(dilemma__closing__isnull=False) | Q(dilemma__retraction__isnull=False)
    for block in source.blocks.exclude(gone).prefetch_related("strands"):
        strands = list(block.strands.all())
        old, block.pk, block._state.adding = block.pk, None, True
        block.meeting = target
        block.save()
        found[old] = block
        for strand in strands:
            strand.pk, strand._state.adding, strand.block = None, True, block
        Strand.objects.bulk_create(strands)
    return found


def _part_moved(meeting_id: int) -> None:
    """Another time, room or leader of one part: who does something there hears of it, and nobody
    else, as the meeting begins and ends when it did."""
    meeting = _locked(meeting_id)
    meeting.parts_moved += meeting.is_announced
    meeting.save(update_fields=["parts_moved", "changed_at"])


def _locked(meeting_id: int) -> Meeting:
    return Meeting.objects.select_for_update().get(pk=meeting_id)


def _next(rows: Any) -> int:
    last = rows.aggregate(last=Max(F("position")))["last"]
    return 0 if last is None else last + 1


def _write(block: Block, text: BlockText) -> None:
    block.title, block.kind, block.minutes = text.title, text.kind, text.minutes
    block.purpose, block.material, block.steps = text.purpose, text.material, list(text.steps)
    block.capture, block.room = text.capture, text.room
    block.leader, block.leader_name = text.leader, text.leader_name
    block.save()
