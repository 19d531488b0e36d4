"""The programme is run: tried out beforehand, or held on the day; and what is learnt from it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.meetings.actions import length_changed
from leerkring.practice.meetings.models import Block, HeldBlock, Meeting, Run
from leerkring.practice.meetings.script import rescaled
from leerkring.practice.meetings.simulation import Planned, expected


@transaction.atomic
def simulate(meeting: Meeting, *, people: int, by: Any) -> Run:
    """What each block will take with so many people and why, worked out; the same every time."""
    run = Run.objects.create(meeting=meeting, kind=Run.Kind.SIMULATED, people=people, by=by)
    blocks = list(meeting.blocks.all())
    found = expected([Planned(b.kind, b.minutes) for b in blocks], people, seed=meeting.pk)
    HeldBlock.objects.bulk_create(
        HeldBlock(
            run=run, block=block, minutes=one.minutes, low=one.low, high=one.high, remark=one.why
        )
        for block, one in zip(blocks, found, strict=True)
    )
    return run


@transaction.atomic
def begin_try_out(meeting: Meeting, *, people: int, by: Any) -> Run:
    """With a small group: what each block took is written in while it goes on, or afterwards."""
    run = Run.objects.create(meeting=meeting, kind=Run.Kind.SMALL_GROUP, people=people, by=by)
    HeldBlock.objects.bulk_create(
        HeldBlock(run=run, block=block, minutes=block.minutes) for block in meeting.blocks.all()
    )
    return run


@transaction.atomic
def write_in(run: Run, found: Mapping[int, tuple[int | None, str]]) -> None:
    """By number of the row: the minutes that a block took, None to leave them as they are, and what
    was noticed."""
    for held in run.held.filter(pk__in=list(found)):
        minutes, held.remark = found[held.pk]
        held.minutes = held.minutes if minutes is None else minutes
        held.save(update_fields=["minutes", "remark"])


@transaction.atomic
def take_over(run: Run, *, by: Any) -> int:
    """The script takes the timings of this run; its steps share in it. Returns how many moved."""
    moved = 0
    for held in run.held.select_related("block"):
        block = held.block
        if block.minutes != held.minutes:
            block.steps = list(rescaled(block.steps, held.minutes))
            block.minutes = held.minutes
            block.save(update_fields=["minutes", "steps"])
            moved += 1
    run.taken_over_at = timezone.now()
    run.save(update_fields=["taken_over_at"])
    if moved:
        length_changed(run.meeting)
        words = "De tijden van een try-out staan in het draaiboek."
        record("meetings.timings_taken_over", by=by, about=run.meeting, sentence=words)
    return moved


@transaction.atomic
def run_over(block: Block, by_minutes: int, *, by: Any, now: datetime | None = None) -> HeldBlock:
    """On the day: this block takes longer or shorter, and all that follows moves.

    The script itself stays: what was planned and what was held can be compared afterwards.
    """
    Meeting.objects.select_for_update().get(pk=block.meeting_id)
    run, _ = Run.objects.get_or_create(
        meeting_id=block.meeting_id, kind=Run.Kind.DAY, defaults={"by": by}
    )
    held, _ = HeldBlock.objects.get_or_create(
        run=run, block=block, defaults={"minutes": block.minutes}
    )
    held.minutes = min(max(held.minutes + by_minutes, 0), 24 * 60)
    held.save(update_fields=["minutes"])
    return held
