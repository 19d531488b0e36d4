"""The programme as people see it: blocks with their times, and what belongs to each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Prefetch

from leerkring.practice.meetings.clashes import Part, Side, clashes
from leerkring.practice.meetings.models import (
    Block,
    BroughtQuestion,
    HeldBlock,
    Material,
    Meeting,
    Run,
    Strand,
)
from leerkring.practice.meetings.programme import in_words, minutes_between, timetable
from leerkring.practice.meetings.registry import doors_at
from leerkring.practice.meetings.script import clock_of


@dataclass(frozen=True)
class Timed:
    """A block from `start` up to `end`, at the clock of the place; `moved` minutes on the day;
    for who has a role `remarks` of people from try-outs, and `computed`, what was worked out last.
    """

    block: Block
    start: datetime
    end: datetime
    strands: list[Strand] = field(default_factory=list)
    questions: list[BroughtQuestion] = field(default_factory=list)
    materials: list[Material] = field(default_factory=list)
    moved: int = 0
    remarks: list[str] = field(default_factory=list)
    computed: str = ""

    @property
    def minutes(self) -> int:
        return minutes_between(self.start, self.end)

    @property
    def steps(self) -> list[tuple[int | None, str]]:
        return clock_of(self.block.steps)


@dataclass(frozen=True)
class Programme:
    """All blocks in order; `clashes` are Dutch sentences, `length` is in words."""

    blocks: list[Timed]
    clashes: tuple[str, ...] = ()

    @property
    def length(self) -> str:
        return in_words(sum(timed.minutes for timed in self.blocks))

    @property
    def end(self) -> datetime | None:
        return self.blocks[-1].end if self.blocks else None


def programme_of(meeting: Meeting, held: Mapping[int, int] | None = None) -> Programme:
    """In four queries. `held`: minutes on the day, by number of the block, where they differ."""
    held = held or {}
    strands = Strand.objects.select_related("leader", "organisation")
    seen = BroughtQuestion.objects.filter(hidden_at=None)
    seen = seen.select_related("organisation", "circle", "answer")
    remarked = HeldBlock.objects.exclude(remark="").select_related("run").order_by("run_id")
    blocks = list(
        meeting.blocks.prefetch_related(
            Prefetch("strands", strands),
            Prefetch("questions", seen),
            Prefetch("held", remarked, "remarked"),
            *("materials__file", "materials__strand"),
        ).select_related("leader")
    )
    minutes = [held.get(block.pk, block.minutes) for block in blocks]
    slots = timetable(meeting.starts_at, minutes, meeting.zone)
    timed = [
        Timed(
            block=block,
            start=slot.start,
            end=slot.end,
            strands=list(block.strands.all()),
            questions=list(block.questions.all()),
            materials=list(block.materials.all()),
            moved=length - block.minutes,
            remarks=_remarks(block.remarked),
            computed=next(reversed(_remarks(block.remarked, is_sum=True)), ""),
        )
        for block, slot, length in zip(blocks, slots, minutes, strict=True)
    ]
    return Programme(timed, clashes_in(meeting, timed))


def programme_for(
    person: Any, meeting: Meeting, held: Mapping[int, int] | None = None
) -> Programme:
    """With what other rooms have for this person in the rows of strands; None: an invited guest."""
    programme = programme_of(meeting, held)
    strands = [strand for timed in programme.blocks for strand in timed.strands]
    doors = doors_at(person, meeting) if strands else {}
    for strand in strands:
        strand.doors = doors.get(strand.pk, ())
    return programme


def _remarks(held: Sequence[HeldBlock], *, is_sum: bool = False) -> list[str]:
    """What people noticed, or what came out of calculations; the oldest first."""
    return [one.remark for one in held if (one.run.kind == Run.Kind.SIMULATED) is is_sum]


def clashes_in(meeting: Meeting, blocks: Sequence[Timed]) -> tuple[str, ...]:
    available = minutes_between(meeting.starts_at, meeting.ends_by) if meeting.ends_by else None
    parts = [
        Part(timed.block.title, timed.minutes, tuple(_side(strand) for strand in timed.strands))
        for timed in blocks
    ]
    return clashes(parts, available)


def _side(strand: Strand) -> Side:
    """Two people without an account are the same when their names are."""
    name = str(strand.leader) if strand.leader else strand.leader_name
    key = f"person {strand.leader_id}" if strand.leader_id else " ".join(name.casefold().split())
    return Side(strand.title, key, name, strand.room)


def held_on_the_day(meeting: Meeting) -> dict[int, int]:
    rows = HeldBlock.objects.filter(run__meeting=meeting, run__kind=Run.Kind.DAY)
    return dict(rows.values_list("block", "minutes"))


def places_in(meeting: Meeting) -> dict[str, tuple[str, Block, Strand | None]]:
    """Every part of the programme and every session in it, by a key for forms, with its name."""
    found: dict[str, tuple[str, Block, Strand | None]] = {}
    for block in meeting.blocks.prefetch_related("strands"):
        found[f"{block.pk}"] = (block.title, block, None)
        for strand in block.strands.all():
            found[f"{block.pk}-{strand.pk}"] = (f"{block.title}: {strand.title}", block, strand)
    return found


def roles_by_kind(meeting: Meeting) -> list[tuple[str, list[Any]]]:
    """(«dagvoorzitter», their roles), in the order of the kinds."""
    found: dict[str, list[Any]] = {}
    rows = list(meeting.roles.select_related("person").order_by("pk"))
    for kind, label in rows[0].Kind.choices if rows else ():
        own = [role for role in rows if role.kind == kind]
        if own:
            found[label] = own
    return list(found.items())


def runs_of(meeting: Meeting) -> Any:
    """Every try-out and the day itself, the newest first."""
    held = HeldBlock.objects.select_related("block")
    return meeting.runs.prefetch_related(Prefetch("held", held))
