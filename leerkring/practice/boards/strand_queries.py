"""What stands in the row of a strand: for who leads it its boards, for who is there the way in."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.boards.models import Board
from leerkring.practice.boards.rules import strands_to_lead
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.registry import Door
from leerkring.practice.meetings.rules import may_take_part

A_DAY = timedelta(days=1)


def doors_at(person: Any, meeting: Meeting) -> dict[int, list[Door]]:
    """By number of the strand. The letters are for who takes part, while the board is open; also
    for who has a link of their own to the meeting (None)."""
    if person is None:
        return _for_guests(meeting)
    if not person.is_authenticated:
        return {}
    rows = meeting.boards.filter(strand__isnull=False).select_related("opening", "closing")
    boards, found = list(rows), dict[int, list[Door]]()
    led = set(strands_to_lead(person, meeting).values_list("pk", flat=True))
    joins = any(board.is_open for board in boards) and may_take_part(person, meeting)
    for board in boards:
        assert board.strand_id is not None  # the filter
        if board.strand_id in led:
            found.setdefault(board.strand_id, []).append(_leading(board))
        elif board.is_open and joins:
            found.setdefault(board.strand_id, []).append(_joining(board))
    if not meeting.is_cancelled and meeting.starts_at + A_DAY > timezone.now():
        for pk in led - set(found):
            found[pk] = [_making(meeting, pk)]
    return found


def _for_guests(meeting: Meeting) -> dict[int, list[Door]]:
    found = dict[int, list[Door]]()
    boards = Board.objects.open().filter(meeting=meeting, strand__isnull=False)
    for board in boards if not meeting.is_cancelled else ():
        found.setdefault(board.strand_id or 0, []).append(_joining(board))
    return found


def state_of(board: Board) -> str:
    if board.is_closed:
        return "gesloten"
    return f"open, letters {board.code}" if board.is_open else "nog niet open"


def _leading(board: Board) -> Door:
    return Door(f"Bord: {board}", board.get_absolute_url(), state_of(board))


def _joining(board: Board) -> Door:
    where = settings.SITE_URL.split("//")[-1] + reverse("boards:join")
    url = reverse("boards:phone", args=[board.code])
    return Door("Doe mee op je telefoon", url, f"of typ {board.code} op {where}")


def _making(meeting: Meeting, strand: int) -> Door:
    url = reverse("boards:make", args=["bijeenkomst", meeting.pk])
    return Door("Maak een bord", f"{url}?sessie={strand}")
