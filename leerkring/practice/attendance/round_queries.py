"""The rounds in which people sit at tables: when each is, and which runs now."""

from dataclasses import dataclass
from datetime import datetime

from leerkring.practice.attendance.models import GroupRound
from leerkring.practice.meetings.models import Block, Meeting
from leerkring.practice.meetings.programme import minutes_between
from leerkring.practice.meetings.programme_queries import Timed, held_on_the_day, programme_of


@dataclass(frozen=True)
class TalkRound:
    """A round from `start` up to `end`, at the clock of the place. `timed`: its block, with steps
    and questions; rounds of one block follow each other in it."""

    number: int
    start: datetime
    end: datetime
    timed: Timed

    @property
    def title(self) -> str:
        return self.timed.block.title

    def step_at(self, now: datetime) -> int | None:
        """The position of the step that runs, as far as the script says when."""
        if not self.start <= now < self.end:
            return None
        gone = minutes_between(self.start, now)
        begun = [
            place
            for place, (minute, _) in enumerate(self.timed.steps)
            if minute is not None and minute <= gone
        ]
        return begun[-1] if begun else None


def rounds_of(meeting: Meeting) -> list[TalkRound]:
    """As the groups were made; without groups each block that is in groups; without those each
    block but the breaks. On the day by the clock of the chair."""
    blocks = programme_of(meeting, held_on_the_day(meeting)).blocks
    seated = GroupRound.objects.filter(grouping__meeting=meeting).order_by("number")
    chosen = [row.block_id for row in seated if row.block_id is not None]
    groups = [timed for timed in blocks if timed.block.kind == Block.Kind.GROUPS]
    others = [timed for timed in blocks if timed.block.kind != Block.Kind.BREAK]
    by_number = {timed.block.pk: timed for timed in blocks}
    parts = [by_number[pk] for pk in chosen] or groups or others
    found: list[TalkRound] = []
    for number, timed in enumerate(parts, 1):
        same = [other for other in parts if other is timed]
        turn = sum(one.timed is timed for one in found)
        length = (timed.end - timed.start) / len(same)
        start = timed.start + turn * length
        found.append(TalkRound(number, start, start + length, timed))
    return found


def begun(rounds: list[TalkRound], now: datetime) -> int:
    """How many rounds have begun."""
    return sum(one.start <= now for one in rounds)


def running(rounds: list[TalkRound], now: datetime) -> TalkRound | None:
    """The one that runs, or else the next; after the last the last."""
    coming = [one for one in rounds if now < one.end]
    return coming[0] if coming else (rounds[-1] if rounds else None)
