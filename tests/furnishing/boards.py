"""A board of the session of the team «own», open, with a vote that was revealed and cards; one of
the meeting of the coordinator that is not open yet; and one that is closed. In a draft of theirs
two sessions are beside each other: the facilitator and the professional lead one each, and the
first has a board."""

from typing import Any
from uuid import UUID

from leerkring.practice.boards.actions import add_question, ask, close_board, make_board, open_board
from leerkring.practice.boards.answering_actions import cast_vote, give_card
from leerkring.practice.boards.kinds import Kind
from leerkring.practice.boards.models import Board
from leerkring.practice.boards.revealing_actions import reveal
from leerkring.practice.meetings.actions import Plan, make_meeting
from leerkring.practice.meetings.models import Strand
from leerkring.practice.meetings.programme_actions import (
    BlockText,
    StrandText,
    add_block,
    add_strand,
)
from tests.furnishing.meetings import AUTUMN

CODES = {"open": "kartbx", "made": "mestwz", "closed": "parmtk", "strand": "stampk"}


def furnish(world: Any) -> None:
    facilitator, coordinator = world.people["facilitator"], world.people["coordinator"]
    own, meeting = world.teams["own"].session, world.things["meetings held"]
    board = _board(own, "open", by=facilitator)
    choice = add_question(
        board, kind=Kind.CHOICE, text="Waar begin je?", options=["Thuis", "School"], by=facilitator
    )
    cards = add_question(board, kind=Kind.OPEN, text="Wat helpt?", by=facilitator)
    later = add_question(board, kind=Kind.SCALE, text="Hoe gaat het?", by=facilitator)
    open_board(board, by=facilitator)
    ask(choice, by=facilitator)
    for place in range(6):
        cast_vote(choice, phase=1, choice=[place % 2], mark=f"m{place}")
    reveal(choice, by=facilitator)
    ask(cards, by=facilitator)
    give_card(cards, card_id=UUID(int=77), text="Koffie.", name="", mark="m1")
    made = _board(meeting, "made", by=coordinator)
    closed = _board(meeting, "closed", by=coordinator)
    open_board(closed, by=coordinator)
    close_board(closed, by=coordinator)
    world.things |= {
        "boards open": board,
        "boards made": made,
        "boards closed": closed,
        "boards question": cards,
        "boards later": later,
        "boards strand": _of_a_strand(world),
    }


def _of_a_strand(world: Any) -> Board:
    people = world.people
    day = make_meeting(Plan("Dag met twee sessies", AUTUMN), by=people["coordinator"])
    block = add_block(day, BlockText("Naast elkaar", minutes=60))
    own, _ = (
        add_strand(block, StrandText(title, leader=people[who]))
        for title, who in (("Jeugd", "facilitator"), ("Wonen", "professional"))
    )
    return _board(day, "strand", by=people["coordinator"], strand=own)


def _board(about: Any, key: str, *, by: Any, strand: Strand | None = None) -> Board:
    board = make_board(about, title=f"Bord {key}", by=by, strand=strand)
    Board.objects.filter(pk=board.pk).update(code=CODES[key])
    board.code = CODES[key]
    return board
