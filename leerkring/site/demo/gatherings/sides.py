"""Sessions beside each other at the coming meeting of the demo, each with a board that is open."""

from typing import Any

from leerkring.network.people.models import Person
from leerkring.practice.boards.actions import add_question, make_board, open_board
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.meetings.models import Block, Meeting
from leerkring.practice.meetings.programme_actions import StrandText, add_strand


def put_beside(meeting: Meeting, texts: dict[str, Any], cast: dict[str, Person]) -> None:
    """One block becomes three: a subject, a room, who leads it, and what is asked there."""
    Block.objects.filter(meeting=meeting, title=texts["naast_elkaar"]).update(
        kind=Block.Kind.PARALLEL
    )
    block = meeting.blocks.get(kind=Block.Kind.PARALLEL)
    for side in texts["zaal"]:
        leader = cast.get(side.get("wie", ""))
        text = StrandText(
            title=side["titel"],
            room=side["zaal"],
            leader=leader,
            leader_name="" if leader else side["inleider"],
            places=side["plaatsen"],
        )
        strand = add_strand(block, text)
        by = leader or cast["coordinator"]
        board = make_board(meeting, title=side["bord"], strand=strand, by=by)
        add_question(board, kind=Kind.OPEN, text=side["vraag"], by=by)
        open_board(board, by=by)
