"""What who leads does with a board: make, open, ask, close. Each change is a new revision."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.boards.kinds import AFTER, Kind
from leerkring.practice.boards.models import (
    Board,
    BoardQuestion,
    Closing,
    Opening,
)
from leerkring.practice.boards.outcome_actions import forget_marks, settle_votes
from leerkring.practice.boards.rules import may_remove
from leerkring.practice.boards.shelf_actions import tell_shelf
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.gatherings.models import Session
from leerkring.practice.meetings.models import Meeting, Strand
from leerkring.practice.pulses.models import Pulse

OPEN_FOR = timedelta(hours=24)


class AskedAlready(Exception):
    """The question was asked: what people answered stays."""


@transaction.atomic
def make_board(
    about: Meeting | Session, *, title: str, by: Any, strand: Strand | None = None
) -> Board:
    """Of a strand, or for all. Raises ValueError for a strand of another meeting."""
    _check(strand, about)
    board = Board.objects.create(
        title=title,
        meeting=about if isinstance(about, Meeting) else None,
        strand=strand,
        session=about if isinstance(about, Session) else None,
        made_by=by,
    )
    record("boards.made", by=by, about=board, sentence=f"Bord «{title}» gemaakt."[:300])
    return board


def _check(strand: Strand | None, about: Meeting | Session) -> None:
    is_own = isinstance(about, Meeting) and strand and strand.block.meeting_id == about.pk
    if strand is not None and not is_own:
        raise ValueError("the strand is of another meeting")


@transaction.atomic
def move_board(board: Board, *, title: str, by: Any, strand: Strand | None = None) -> None:
    """To a strand, or to all; with its letters and all that was answered. Raises ValueError for a
    strand of another meeting."""
    _check(strand, board.about)
    hold(board)
    Board.objects.filter(pk=board.pk).update(title=title, strand=strand)
    change(board, by=by, did="koos voor wie het bord is")
    to = f"bij «{strand}»" if strand else "voor iedereen"
    record("boards.moved", by=by, about=board, sentence=f"Bord «{title}» staat {to}."[:300])


@transaction.atomic
def open_board(board: Board, *, by: Any) -> None:
    """From now on people can join. What was closed stays closed."""
    if Closing.objects.filter(board=board).exists():
        return
    _, is_new = Opening.objects.get_or_create(
        board=board, defaults={"by": by, "at": timezone.now()}
    )
    if is_new:
        change(board, by=by, did="opende het bord")
        record("boards.opened", by=by, about=board, sentence=f"Bord «{board}» geopend."[:300])


def close_board(board: Board, *, by: Any | None) -> None:
    """Nobody joins or answers any more; what may be told is counted, the votes themselves go.

    Two steps, so that nobody who answers in between is told something else than what happens: when
    the votes are counted, the door is shut already. What a kill leaves undone, `tasks` does.
    """
    with transaction.atomic():
        _, is_new = Closing.objects.get_or_create(
            board=board, defaults={"by": by, "at": timezone.now()}
        )
        if is_new:
            change(board, by=by, did="sloot het bord")
            record("boards.closed", by=by, about=board, sentence=f"Bord «{board}» gesloten."[:300])
    settle(board)


@transaction.atomic
def settle(board: Board) -> None:
    """Of a closed board: count what may be told, and forget votes and devices."""
    hold(board)
    for question in board.questions.all():
        settle_votes(question)
    forget_marks(board)


@transaction.atomic
def add_question(
    board: Board,
    *,
    kind: Kind,
    text: str,
    by: Any,
    options: Sequence[str] = (),
    most: int = 1,
    about: BoardQuestion | None = None,
    dilemma: Dilemma | None = None,
) -> BoardQuestion:
    """At the end of the list; nobody is asked it yet."""
    hold(board)
    last = board.questions.aggregate(last=Max("position"))["last"] or 0
    question = BoardQuestion.objects.create(
        board=board,
        position=last + 1,
        kind=kind,
        text=text,
        options=list(options),
        most=most,
        about=about,
        dilemma=dilemma,
    )
    change(board, by=by, did=f"maakte vraag {question.position}")
    return question


@transaction.atomic
def remove_question(question: BoardQuestion, *, by: Any) -> None:
    """Raises AskedAlready."""
    hold(question.board)
    question.refresh_from_db(fields=["phase"])
    if not may_remove(question):
        raise AskedAlready
    change(question.board, by=by, did=f"haalde vraag {question.position} weg")
    question.delete()


@transaction.atomic
def ask(question: BoardQuestion, *, again: bool = False, by: Any) -> None:
    """Put this question on. `again`: a dilemma once more, after the talk; from then on nobody votes
    as before the talk, but for phones that were offline."""
    board = hold(question.board)
    question.refresh_from_db(fields=["phase"])
    last = question.as_kind.last_phase
    phase = last if again else max(question.phase, 1)
    if not question.phase:
        tell_shelf(question, by=by)
    if phase != question.phase:
        BoardQuestion.objects.filter(pk=question.pk).update(phase=phase)
        question.phase = phase
    Board.objects.filter(pk=board.pk).update(running=question, asking=None)
    did = f"zette vraag {question.position} aan"
    change(board, by=by, did=f"{did}, na het gesprek" if phase == AFTER else did)


@transaction.atomic
def back_to_welcome(board: Board, *, by: Any) -> None:
    hold(board)
    Board.objects.filter(pk=board.pk).update(running=None, asking=None)
    change(board, by=by, did="ging terug naar het welkom")


@transaction.atomic
def lead_to(board: Board, pulse: Pulse, *, by: Any) -> None:
    """No question is on: phones and the screen lead to this small scan."""
    hold(board)
    Board.objects.filter(pk=board.pk).update(running=None, asking=pulse)
    change(board, by=by, did="vroeg om de terugblik")


def change(board: Board, *, by: Any | None, did: str) -> None:
    """One revision on: every phone and screen comes and looks."""
    Board.objects.filter(pk=board.pk).update(
        revision=F("revision") + 1, last_by=by, last_did=did[:120]
    )


def hold(board: Board) -> Board:
    """Nobody else changes the board until this transaction is over."""
    return Board.objects.select_for_update(no_key=True).get(pk=board.pk)
